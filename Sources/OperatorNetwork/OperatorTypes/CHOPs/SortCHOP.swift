/// Samples in the order of one channel's values.
///
/// - Source: <https://docs.derivative.ca/Sort_CHOP>
package nonisolated enum SortCHOP {
    package static let type = OperatorType(
        "sort", .chop, label: "Sort",
        pages: [
            ParameterPage(
                "Sort",
                [
                    .menu(
                        "method", "Sorting Method",
                        [
                            ("increasing", "Increasing Values"),
                            ("decreasing", "Decreasing Values"), ("random", "Random"),
                        ]), .float("seed", "Seed", default: 1),
                    .menu(
                        "select", "Select Type",
                        [
                            ("byindices", "By Channel Indices"),
                            ("byname", "By Channel Names"),
                        ]), .text("indices", "Channel Indices", default: "0"),
                    .text("names", "Channel Names"), .text("indexchannel", "Index Channel"),
                ]), CHOPPages.filter(),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var result = cook.input
        let keys: [Int]
        if try cook.text("select") == "byname" {
            keys = result.indices(inOrderOf: try cook.text("names"))
        } else {
            keys = PatternExpansion.names(try cook.text("indices")).compactMap(Int.init)
                .filter(result.channels.indices.contains)
        }
        let values = keys.map { result.channels[$0].samples }
        let isDown = try cook.text("method") == "decreasing"
        let seed = try cook.number("seed")
        let isRandom = try cook.text("method") == "random"
        let order = Array(0..<result.count).stableSorted { one, other in
            if isRandom {
                return SeededNoise.value(one, seed: seed) < SeededNoise.value(other, seed: seed)
            }
            for samples in values where samples[one] != samples[other] {
                return isDown ? samples[one] > samples[other] : samples[one] < samples[other]
            }
            return false
        }
        for index in result.channels.indices {
            let samples = result.channels[index].samples
            result.channels[index].samples = order.map { samples[$0] }
        }
        let name = try cook.text("indexchannel")
        if !name.isEmpty { result.channels.append(.init(name, order.map(Float.init))) }
        return try cook.renamed(result)
    }
}
