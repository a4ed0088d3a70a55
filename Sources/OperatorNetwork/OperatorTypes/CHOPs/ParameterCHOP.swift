/// The values of parameters as channels.
///
/// - Source: <https://docs.derivative.ca/Parameter_CHOP>
package nonisolated enum ParameterCHOP {
    package static let type = OperatorType(
        "parameter", .chop, label: "Parameter",
        pages: [
            ParameterPage(
                "Source",
                [
                    .path("ops", "Operators"),
                    .menu(
                        "fetch", "Fetch",
                        [("partypes", "Parameters"), ("sequencetypes", "Sequences")]),
                    .text("sequences", "Sequences"),
                    .text("pargroups", "ParGroups", default: "*"),
                    .text("parameters", "Parameters", default: "*"),
                    .toggle("custom", "Custom", default: true),
                    .toggle("builtin", "Built-In", default: true),
                    .menu(
                        "nameformat", "Name Format",
                        [
                            ("parameter", "Parameter Name"), ("op", "OP and Parameter Names"),
                            ("path", "Full Path Name"),
                        ]), .text("renamefrom", "Rename from", default: "*"),
                    .text("renameto", "Rename to", default: "*"),
                ]), CHOPPages.source(),
        ], inputLimit: 0, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let sources = try cook.operators("ops")
        let (custom, builtIn) = try (cook.isOn("custom"), cook.isOn("builtin"))
        let groups = Pattern(try cook.text("pargroups"))
        let names = Pattern(try cook.text("parameters"))
        let format = try cook.text("nameformat")
        let sequences =
            try cook.text("fetch") == "sequencetypes"
            ? Pattern(try cook.text("sequences")) : nil
        var result = Channels(rate: cook.now.rate)
        var places: [String: Int] = [:]
        for source in sources where source !== cook.node {
            for parameter in source.parameters.all {
                let definition = parameter.definition
                guard definition.isCustom ? custom : builtIn, groups.matches(definition.group),
                    names.matches(definition.name), let value = number(parameter)
                else { continue }
                var name = definition.name
                if let sequences {
                    guard let sequence = definition.sequence, sequences.matches(sequence) else {
                        continue
                    }
                    // One channel for all blocks, a sample for each.
                    name = String(
                        name.dropFirst("\(sequence)\(definition.blockIndex)".count))
                    if let place = places["\(source.path):\(name)"] {
                        result.channels[place].samples.append(value)
                        continue
                    }
                    places["\(source.path):\(name)"] = result.channels.count
                }
                switch format {
                case "op": name = "\(source.name):\(name)"
                case "path": name = "\(source.path):\(name)"
                default: break
                }
                result.channels.append(.init(name, [value]))
            }
        }
        result.resize(to: result.channels.map(\.samples.count).max() ?? 1)
        let (from, to) = try (cook.text("renamefrom"), cook.text("renameto"))
        if from == to { return result }
        return result.renamed(PatternReplacement(from: from, to: to))
    }

    /// The value of a parameter that has a number; menus give their entry's place.
    @MainActor
    private static func number(_ parameter: Parameter) -> Float? {
        switch parameter.style.kind {
        case .float, .int, .toggle, .pulse:
            // An expression that fails has no number; its own operator tells why.
            switch (try? parameter.evaluate()) ?? .none {
            case .double(let value): return Float(value)
            case .int(let value): return Float(value)
            case .bool(let value): return value ? 1 : 0
            default: return nil
            }
        case .menu: return parameter.menuIndex.map(Float.init)
        default: return nil
        }
    }
}
