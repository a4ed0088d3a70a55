/// Samples in other channels: transposed, joined, split.
///
/// - Source: <https://docs.derivative.ca/Shuffle_CHOP>
package nonisolated enum ShuffleCHOP {
    package static let type = OperatorType(
        "shuffle", .chop, label: "Shuffle",
        pages: [
            ParameterPage(
                "Shuffle",
                [
                    .menu(
                        "method", "Method",
                        [
                            ("off", "Off"), ("swap", "Swap Channels and Samples"),
                            ("seqname", "Sequence Channels by Name"),
                            ("seqall", "Sequence All Channels"),
                            ("seqn", "Sequence N Channels"),
                            ("seqeveryn", "Sequence Every Nth Channel"),
                            ("sallsamples", "Sequence All Samples"),
                            ("splitall", "Split All Samples"),
                            ("splitn", "Split N Samples"),
                            ("spliteveryn", "Split Every Nth Sample"),
                        ]), .int("nval", "N Value", default: 1),
                    .toggle("firstsample", "Use First Sample Only"),
                ]), CHOPPages.filter(),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var input = cook.input
        if try cook.isOn("firstsample"), input.count > 1 { input.resize(to: 1) }
        let size = max(1, try cook.whole("nval"))
        let all = Array(input.channels.indices)
        let samples = Array(0..<input.count)
        let parts: [[Channels.Channel]]
        switch try cook.text("method") {
        case "swap": parts = [transposed(input)]
        case "seqname":
            let sorted = all.stableSorted {
                let (one, other) = (
                    OperatorName(input.channels[$0].name), OperatorName(input.channels[$1].name)
                )
                return (one.digits ?? -1) < (other.digits ?? -1)
            }
            var groups: [(base: String, members: [Int])] = []
            for index in sorted {
                let base = OperatorName(input.channels[index].name).base
                if let place = groups.firstIndex(where: { $0.base == base }) {
                    groups[place].members.append(index)
                } else {
                    groups.append((base, [index]))
                }
            }
            parts = [groups.map { joined(input, $0.members, name: $0.base) }]
        case "seqall": parts = [all.isEmpty ? [] : [joined(input, all)]]
        case "seqn": parts = [chunks(all, size).map { joined(input, $0) }]
        case "seqeveryn": parts = [strides(all, size).map { joined(input, $0) }]
        case "sallsamples":
            let sequence = samples.flatMap { index in
                input.channels.map { $0.samples[index] }
            }
            parts = [all.isEmpty ? [] : [.init(input.channels[0].name, sequence)]]
        case "splitall": parts = input.channels.map { split($0, chunks(samples, 1)) }
        case "splitn": parts = input.channels.map { split($0, chunks(samples, size)) }
        case "spliteveryn": parts = input.channels.map { split($0, strides(samples, size)) }
        default: return try cook.renamed(input)
        }
        var result = Channels(parts.flatMap { $0 }, rate: input.rate, start: input.start)
        result.extend = input.extend
        return try cook.renamed(result)
    }

    private static func transposed(_ input: Channels) -> [Channels.Channel] {
        let base = OperatorName(input.channels.first?.name ?? "chan1").base
        return (0..<input.count).map { index in
            .init("\(base)\(index + 1)", input.channels.map { $0.samples[index] })
        }
    }

    private static func joined(
        _ input: Channels, _ members: [Int], name: String? = nil
    ) -> Channels.Channel {
        .init(
            name ?? members.first.map { input.channels[$0].name } ?? "chan1",
            members.flatMap { input.channels[$0].samples })
    }

    private static func split(
        _ channel: Channels.Channel, _ parts: [[Int]]
    ) -> [Channels.Channel] {
        let base = OperatorName(channel.name).base
        return parts.enumerated().map { number, part in
            .init("\(base)\(number + 1)", part.map { channel.samples[$0] })
        }
    }

    private static func chunks(_ all: [Int], _ size: Int) -> [[Int]] {
        stride(from: 0, to: all.count, by: size).map { Array(all[$0..<min($0 + size, all.count)]) }
    }

    private static func strides(_ all: [Int], _ step: Int) -> [[Int]] {
        (0..<min(step, all.count)).map { first in
            stride(from: first, to: all.count, by: step).map { all[$0] }
        }
    }
}
