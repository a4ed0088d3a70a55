/// Named channels of one value each.
///
/// The second input, which adds what the first one moves by, has no effect.
///
/// - Source: <https://docs.derivative.ca/Constant_CHOP>
package nonisolated enum ConstantCHOP {
    package static let type = OperatorType(
        "constant", .chop, label: "Constant", pages: [values, snap, channel, CHOPPages.source()],
        inputLimit: 2, cook: { ChannelCooking(cook) })

    private static let values = ParameterPage(
        "Constant",
        [
            .sequence(
                "const", "Constant",
                block: [.text("name", "Name", default: "chan1"), .float("value", "Value")])
        ])

    private static let snap = ParameterPage(
        "Snap",
        [
            .pulse("snap", "Snapshot Input"), .int("first", "First Channel"),
            .toggle("current", "Active Needs Current", default: true),
        ])

    private static let channel = ParameterPage(
        "Channel",
        [.toggle("single", "Single Sample", default: true)]
            + CHOPPages.time("start", "Start", unit: "samples")
            + CHOPPages.time("end", "End", default: 599, unit: "samples")
            + CHOPPages.rate() + CHOPPages.extend())

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var channels = Channels(rate: try cook.rate())
        let isSingle = try cook.isOn("single")
        channels.count = 1
        if !isSingle {
            let start = try cook.samples("start", at: channels.rate).rounded()
            let end = try cook.samples("end", at: channels.rate).rounded()
            channels.start = start
            channels.count = try ChannelLimit.checked(end - start + 1)
        }
        channels.extend = try cook.extend()
        var taken: Set<String> = []
        for block in 0..<(try cook.whole("const")) {
            let value = try cook.single("const\(block)value")
            for name in PatternExpansion.names(try cook.text("const\(block)name")) {
                let unique = Channels.uniqueName(name, among: taken)
                taken.insert(unique)
                channels.channels.append(
                    .init(unique, Array(repeating: value, count: channels.count)))
            }
        }
        return channels
    }
}
