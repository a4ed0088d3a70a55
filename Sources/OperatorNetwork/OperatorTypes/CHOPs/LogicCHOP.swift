/// Channels made on or off, and combined as such.
///
/// - Source: <https://docs.derivative.ca/Logic_CHOP>
package nonisolated enum LogicCHOP {
    package static let type = OperatorType(
        "logic", .chop, label: "Logic", pages: [logic, CHOPPages.filter(timeSlice: true)],
        cook: { ChannelCooking(cook) })

    private static let combining = [
        ("off", "Off"), ("and", "And"), ("or", "Or"), ("xor", "Exclusive Or"),
        ("nand", "Not And"), ("nor", "Not Or"), ("eqv", "Equivalence"),
        ("lowest", "Lowest Index On"), ("highest", "Highest Index On"),
    ]
    private static let logic = ParameterPage(
        "Logic",
        [
            .menu(
                "convert", "Convert Input",
                [
                    ("nonzero", "Off When Zero"), ("pos", "Off When Zero Or Less"),
                    ("bound", "Off When Outside Bounds"), ("valchange", "On When Value Changed"),
                    ("namechange", "On When Channel Name Changed"),
                ]),
            .menu(
                "preop", "Channel Pre OP",
                [
                    ("off", "Off"), ("invert", "Invert"), ("toggle", "Toggle"),
                    ("radio", "Radio Button"), ("radio2", "Last Two On"),
                    ("rise", "Rising Edge"), ("fall", "Falling Edge"),
                ]), .menu("chanop", "Combine Channels", combining),
            .menu("chopop", "Combine CHOPs", combining), CHOPPages.match, CHOPPages.align,
            .numbers("bound", "Bounds", style: .float, suffixes: ["min", "max"], default: [0, 1]),
        ])

    /// What is remembered of one channel.
    private struct State {
        var last: Float?
        var wasOn: Bool?
        var toggled = false
    }

    private struct Kept {
        var states: [[State]] = []
        var radio: [[Int]] = []
        var names: [[String]] = []
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let inputs = try cook.aligned(cook.inputs.map(cook.sliced))
        let among = try cook.choice("chanop", LogicOperation.off)
        let converted = try cook.keeping(Kept()) { kept in
            while kept.states.count < inputs.count {
                kept.states.append([])
                kept.radio.append([])
                kept.names.append([])
            }
            return try inputs.enumerated().map { number, input in
                try binary(input, number, &kept, cook)
            }
        }
        let combined = converted.map { input in
            guard among != .off, let first = input.channels.first else { return input }
            var one = input.picking([0])
            one.channels[0] = .init(first.name, among.apply(input.channels.map(\.samples)))
            return one
        }
        guard var result = combined.first else { return Channels(rate: cook.now.rate) }
        let operation = try cook.choice("chopop", LogicOperation.off)
        if combined.count > 1 {
            if operation == .off {
                result = MergeCHOP.merged(combined, duplicates: .unique)
            } else {
                result.channels = try cook.matched(combined).map { name, numbers in
                    .init(
                        name,
                        operation.apply(
                            zip(combined, numbers).compactMap { input, number in
                                number.map { input.channels[$0].samples }
                            }))
                }
            }
        }
        return try cook.renamed(result)
    }

    @MainActor
    private static func binary(
        _ input: Channels, _ number: Int, _ kept: inout Kept, _ cook: ChannelCook
    ) throws -> Channels {
        var result = input
        let (convert, before) = try (cook.text("convert"), cook.text("preop"))
        let (low, high) = try (cook.single("boundmin"), cook.single("boundmax"))
        let renamed = !kept.names[number].isEmpty && kept.names[number] != input.names
        kept.names[number] = input.names
        var states = kept.states[number]
        if states.count != input.channels.count {
            states = Array(repeating: State(), count: input.channels.count)
        }
        for index in 0..<input.count {
            for channel in input.channels.indices {
                let sample = input.channels[channel].samples[index]
                var state = states[channel]
                var isOn =
                    switch convert {
                    case "pos": sample > 0
                    case "bound": sample >= low && sample <= high
                    case "valchange": state.last.map { $0 != sample } ?? false
                    case "namechange": renamed
                    default: sample != 0
                    }
                state.last = sample
                let rises = isOn && state.wasOn == false
                let falls = !isOn && state.wasOn == true
                state.wasOn = isOn
                switch before {
                case "invert": isOn.toggle()
                case "rise": isOn = rises
                case "fall": isOn = falls
                case "toggle":
                    if rises { state.toggled.toggle() }
                    isOn = state.toggled
                case "radio", "radio2":
                    if rises { kept.radio[number] = [channel] + kept.radio[number].prefix(1) }
                default: break
                }
                states[channel] = state
                result.channels[channel].samples[index] = isOn ? 1 : 0
            }
            if before.hasPrefix("radio") {
                let chosen = kept.radio[number].prefix(before == "radio" ? 1 : 2)
                for channel in input.channels.indices {
                    result.channels[channel].samples[index] = chosen.contains(channel) ? 1 : 0
                }
            }
        }
        kept.states[number] = states
        return result
    }
}
