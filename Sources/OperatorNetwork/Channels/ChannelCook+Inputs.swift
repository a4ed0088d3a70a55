/// Inputs prepared as the Common page and its kin say.
extension ChannelCook {
    /// The inputs at one rate and with one range.
    func aligned(_ inputs: [Channels]) throws -> [Channels] {
        guard inputs.count > 1 else { return inputs }
        let matched = try choice("srselect", RateMatch.first).apply(inputs)
        return try choice("align", ChannelAlignment.automatic).apply(matched)
    }

    /// The numbers of the channels that the Scope parameter names; all when it is `*`.
    func scope(of channels: Channels) throws -> Set<Int> {
        let scope = try text("scope")
        if scope == "*" || scope.isEmpty { return Set(channels.channels.indices) }
        return Set(channels.indices(matching: Pattern(scope)))
    }

    /// Works on the samples of every channel in scope and leaves the others alone.
    func mapScoped(
        _ channels: Channels, _ body: (_ channel: Int, _ samples: [Float]) throws -> [Float]
    ) throws -> Channels {
        var result = channels
        let scope = try scope(of: channels)
        defer { memory.chanIndex = nil }
        for index in channels.channels.indices where scope.contains(index) {
            memory.chanIndex = index
            result.channels[index].samples = try body(index, channels.channels[index].samples)
        }
        return result
    }

    /// The channels under the names that the Common page gives them.
    func renamed(_ channels: Channels) throws -> Channels {
        let (from, to) = try (text("commonrenamefrom"), text("commonrenameto"))
        guard !from.isEmpty, !to.isEmpty, from != to || from != "*" else { return channels }
        return channels.renamed(PatternReplacement(from: from, to: to))
    }

    /// Which channels of each input go together: by their place, or by their name.
    ///
    /// - Returns: For each output channel its name and one channel number per input.
    func matched(_ inputs: [Channels]) throws -> [(name: String, channels: [Int?])] {
        guard try text("match") == "name" else {
            let count = inputs.map(\.channels.count).max() ?? 0
            return (0..<count).map { index in
                let name = inputs.first { $0.channels.indices.contains(index) }?
                    .channels[index].name
                return (
                    name ?? "chan\(index + 1)",
                    inputs.map { $0.channels.indices.contains(index) ? index : nil }
                )
            }
        }
        var names: [String] = []
        for input in inputs {
            for name in input.names where !names.contains(name) { names.append(name) }
        }
        return names.map { name in (name, inputs.map { $0.index(of: name) }) }
    }
}
