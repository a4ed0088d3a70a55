/// Channels in another order.
///
/// The numbers of a random order are ours, as TouchDesigner's are not documented.
///
/// - Source: <https://docs.derivative.ca/Reorder_CHOP>
package nonisolated enum ReorderCHOP {
    package static let type = OperatorType(
        "reorder", .chop, label: "Reorder",
        pages: [
            ParameterPage(
                "Reorder",
                [
                    .menu("method", "Method", methods),
                    .menu(
                        "orderref", "Order Reference",
                        [("byname", "By Name"), ("byindex", "By Index")]),
                    .text("numpattern", "Numeric Pattern"),
                    .text("charpattern", "Character Pattern"),
                    .float("seed", "Seed", default: 1), .int("nvalue", "N Value", default: 1),
                    .menu(
                        "rempos", "Remaining Position",
                        [("begin", "At Beginning"), ("end", "At Ending")], default: "end"),
                    .menu(
                        "remorder", "Remaining Order",
                        [("input", "Same as Input"), ("alpha", "AlphaNumeric")]),
                ]), CHOPPages.filter(),
        ], inputLimit: 2, cook: { ChannelCooking(cook) })

    private static let methods = [
        ("numeric", "Numeric Pattern"), ("character", "Character Pattern"),
        ("basename", "Base Name Sort"), ("numsuffix", "Numeric Suffix Sort"),
        ("chanvalueup", "Channel Value Up"), ("chanvaluedown", "Channel Value Down"),
        ("reverse", "Reverse"), ("random", "Random"), ("group", "Merge N Groups"),
        ("split", "Every Nth Channel"),
    ]

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let input = cook.input
        var chosen = try order(of: input, cook)
        var seen: Set<Int> = []
        chosen = chosen.filter { input.channels.indices.contains($0) && seen.insert($0).inserted }
        var rest = input.channels.indices.filter { !seen.contains($0) }
        if try cook.text("remorder") == "alpha" {
            rest.sort { input.channels[$0].name < input.channels[$1].name }
        }
        let isFirst = try cook.text("rempos") == "begin"
        return try cook.renamed(input.picking(isFirst ? rest + chosen : chosen + rest))
    }

    /// The channels that the method names, in its order.
    @MainActor
    private static func order(of input: Channels, _ cook: ChannelCook) throws -> [Int] {
        let all = Array(input.channels.indices)
        let names = input.channels.map { OperatorName($0.name) }
        let step = max(1, try cook.whole("nvalue"))
        if let reference = cook.input(1), try cook.text("orderref") == "byname" {
            return reference.names.compactMap { input.index(of: $0) }
        }
        if let reference = cook.input(1)?.channels.first?.samples {
            return reference.map { Int(clamping: max(-1, min(Double($0), 1e6))) }
        }
        switch try cook.text("method") {
        case "numeric":
            return PatternExpansion.names(try cook.text("numpattern")).compactMap(Int.init)
        case "character": return input.indices(inOrderOf: try cook.text("charpattern"))
        case "basename": return all.stableSorted { names[$0].base < names[$1].base }
        case "numsuffix":
            return all.stableSorted { (names[$0].digits ?? -1) < (names[$1].digits ?? -1) }
        case "chanvalueup":
            return all.stableSorted {
                input.current($0, at: cook.moment) < input.current($1, at: cook.moment)
            }
        case "chanvaluedown":
            return all.stableSorted {
                input.current($0, at: cook.moment) > input.current($1, at: cook.moment)
            }
        case "reverse": return all.reversed()
        case "random":
            let seed = try cook.number("seed")
            return all.stableSorted {
                SeededNoise.value($0, seed: seed) < SeededNoise.value($1, seed: seed)
            }
        case "group":
            let size = max(1, (all.count + step - 1) / step)
            return all.stableSorted { $0 % size < $1 % size }
        case "split": return all.stableSorted { $0 % step < $1 % step }
        default: return all
        }
    }
}

nonisolated extension Array {
    /// Sorted, equal elements in the order they had.
    func stableSorted(by areInOrder: (Element, Element) -> Bool) -> [Element] {
        enumerated().sorted { one, other in
            if areInOrder(one.element, other.element) { return true }
            if areInOrder(other.element, one.element) { return false }
            return one.offset < other.offset
        }.map(\.element)
    }
}
