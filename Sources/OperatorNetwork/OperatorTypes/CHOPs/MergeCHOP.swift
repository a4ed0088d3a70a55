/// The channels of several CHOPs in one.
///
/// - Source: <https://docs.derivative.ca/Merge_CHOP>
package nonisolated enum MergeCHOP {
    package static let type = OperatorType(
        "merge", .chop, label: "Merge",
        pages: [
            ParameterPage(
                "Merge",
                [
                    CHOPPages.align,
                    .menu(
                        "duplicate", "Duplicate Names",
                        [
                            ("unique", "Make Unique"), ("first", "Keep First"),
                            ("last", "Keep Last"), ("replace", "Replace First with Last"),
                        ]),
                ]), CHOPPages.filter(),
        ], cook: { ChannelCooking(cook) })

    /// What becomes of a name that comes twice.
    enum Duplicates: String {
        case unique, first, last, replace
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let inputs = try cook.aligned(cook.inputs)
        return try cook.renamed(
            merged(inputs, duplicates: cook.choice("duplicate", Duplicates.unique)))
    }

    /// All channels of inputs of one range, in order.
    static func merged(_ inputs: [Channels], duplicates: Duplicates) -> Channels {
        guard var result = inputs.first else { return Channels() }
        result.channels = []
        result.count = inputs.map(\.count).max() ?? 0
        var places: [String: Int] = [:]
        for channel in inputs.lazy.flatMap(\.channels) {
            guard let place = places[channel.name] else {
                places[channel.name] = result.channels.count
                result.channels.append(channel)
                continue
            }
            switch duplicates {
            case .first: break
            case .replace: result.channels[place] = channel
            case .last:
                result.channels.remove(at: place)
                for (name, other) in places where other > place { places[name] = other - 1 }
                places[channel.name] = result.channels.count
                result.channels.append(channel)
            case .unique:
                let name = Channels.uniqueName(channel.name, among: Set(places.keys))
                places[name] = result.channels.count
                result.channels.append(.init(name, channel.samples))
            }
        }
        for index in result.channels.indices {
            let missing = result.count - result.channels[index].samples.count
            if missing > 0 {
                let last = result.channels[index].samples.last ?? 0
                result.channels[index].samples += Array(repeating: last, count: missing)
            }
        }
        return result
    }
}
