/// One channel of numbers to many switches, or many switches to one number.
///
/// - Source: <https://docs.derivative.ca/Fan_CHOP>
package nonisolated enum FanCHOP {
    package static let type = OperatorType(
        "fan", .chop, label: "Fan",
        pages: [
            ParameterPage(
                "Fan",
                [
                    .menu("fanop", "Operation", [("out", "Fan Out"), ("in", "Fan In")]),
                    .text("channame", "Channel Names", default: "chan[1-4]"),
                    .menu(
                        "range", "Outside Range",
                        [
                            ("clamp", "Clamp Index"), ("loop", "Loop Index"),
                            ("zero", "Set Channels To 0"),
                        ]),
                    .menu(
                        "alloff", "All Channels Off",
                        [("set0", "Set To 0"), ("setneg", "Set To -1")]),
                    .toggle("quantize", "Quantize Output", default: true),
                ]), CHOPPages.filter(),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let result = try cook.text("fanop") == "in" ? gathered(cook) : spread(cook)
        return try cook.renamed(result)
    }

    @MainActor
    private static func gathered(_ cook: ChannelCook) throws -> Channels {
        var result = cook.input
        let none: Float = try cook.text("alloff") == "setneg" ? -1 : 0
        guard let first = result.channels.first else { return result }
        let channels = result.channels
        let name = OperatorName(first.name).base
        result.channels = [
            .init(
                name.isEmpty ? first.name : name,
                (0..<result.count).map { index in
                    channels.firstIndex { $0.samples[index] > 0 }.map(Float.init) ?? none
                })
        ]
        return result
    }

    @MainActor
    private static func spread(_ cook: ChannelCook) throws -> Channels {
        var result = cook.input
        let names = PatternExpansion.names(try cook.text("channame"))
        let (outside, quantizes) = try (cook.text("range"), cook.isOn("quantize"))
        let source = result.channels.first?.samples ?? []
        let count = Double(names.count)
        result.channels = names.enumerated().map { number, name in
            .init(
                name,
                source.map { sample in
                    var value = Double(sample)
                    if quantizes { value = value.rounded(.down) }
                    switch outside {
                    case "clamp": value = min(max(value, 0), count - 1)
                    case "loop": value = RangeLimit.remainder(value, count)
                    default: break
                    }
                    // Without quantizing, neighbours share a value that lies between them.
                    let distance = abs(value - Double(number))
                    return Float(quantizes ? (distance == 0 ? 1 : 0) : max(0, 1 - distance))
                })
        }
        return result
    }
}
