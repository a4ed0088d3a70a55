internal import OperatorNetwork
internal import PythonRuntime

/// Which parameters channels are exported to, and their values on the way.
///
/// - Source: <https://docs.derivative.ca/Export>
final class ChannelExports {
    /// How often the connections became others.
    private(set) var changes = 0
    private var sources: [ObjectIdentifier: Source] = [:]
    private unowned let host: Host

    /// The channel that is exported to a parameter.
    struct Source {
        let parameter: Parameter
        let exporter: Operator
        let channel: Int
        let name: String

        /// Where the value comes from, as scripts are told it.
        var path: String { "\(exporter.path)/\(name)" }
    }
    private var exporters: [Operator] = []

    init(host: Host) { self.host = host }

    /// Notes that an operator's flags are others.
    func flagsChanged(_ node: Operator) {
        guard node.type.family == .chop else { return }
        exporters.removeAll { $0 === node || !$0.isValid }
        if node.flags.contains(.export) { exporters.append(node) }
    }

    /// Sends the values of all exported channels to their parameters.
    func flow() {
        guard !exporters.isEmpty || !sources.isEmpty else { return }
        exporters.removeAll { !$0.isValid }
        var now: [ObjectIdentifier: Source] = [:]
        for node in exporters {
            guard let channels = node.channels else { continue }
            let moment = ChannelAccess.moment(of: node, channels)
            for (channel, parameter) in Self.connections(of: node, channels) {
                now[ObjectIdentifier(parameter)] = Source(
                    parameter: parameter, exporter: node, channel: channel,
                    name: channels.names[channel])
                parameter.takeExport(
                    .double(Double(channels.current(channel, at: moment))), from: node)
            }
        }
        let isSame =
            now.count == sources.count && now.allSatisfy { sources[$0]?.path == $1.path }
        sources = now
        if !isSame { changes += 1 }
    }

    /// The channel that is exported to a parameter; nil when none is.
    func source(of parameter: Parameter) -> Source? {
        guard parameter.mode == .export, let source = sources[ObjectIdentifier(parameter)],
            source.exporter.isValid, parameter.isValid
        else { return nil }
        return source
    }

    /// The parameters that a channel goes to.
    static func targets(of channel: Int, in node: Operator) -> [Parameter] {
        guard node.flags.contains(.export), let channels = node.channels else { return [] }
        return connections(of: node, channels).filter { $0.0 == channel }.map(\.1)
    }

    private static func connections(
        of node: Operator, _ channels: Channels
    ) -> [(Int, Parameter)] {
        guard let network = node.network else { return [] }
        let finder = OperatorFinder(network)
        if node.text(of: "exportmethod") == "autoname" {
            let root = node.text(of: "autoexportroot")
            let origin = root.isEmpty ? network.root : finder.find(root, seenFrom: node)
            guard let origin else { return [] }
            return channels.names.enumerated().compactMap { index, name in
                let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { return nil }
                return finder.find(parts[0], from: origin)?.parameters[parts[1]].map { (index, $0) }
            }
        }
        let path = node.text(of: "exporttable")
        guard !path.isEmpty, let table = finder.find(path, seenFrom: node)?.content?.table else {
            return []
        }
        return rows(of: table, node, channels, finder)
    }

    /// The rows of an export table: the channel, the operator's path, the parameter, whether it counts.
    private static func rows(
        of table: Table, _ node: Operator, _ channels: Channels, _ finder: OperatorFinder
    ) -> [(Int, Parameter)] {
        let header = table.texts(of: 0, along: .rows) ?? []
        let byName = node.text(of: "exportmethod") == "datname"
        guard let pathColumn = header.firstIndex(of: "path"),
            let parameterColumn = header.firstIndex(of: "parameter"), table.rows > 1
        else { return [] }
        return (1..<table.rows).compactMap { row in
            let cells = table.texts(of: row, along: .rows) ?? []
            guard let first = cells.first else { return nil }
            if let enable = header.firstIndex(of: "enable"), cells[enable] == "0" { return nil }
            let index = byName ? channels.index(of: first) : Int(first, radix: 10)
            guard let index, channels.channels.indices.contains(index) else { return nil }
            return finder.find(cells[pathColumn], seenFrom: node)?
                .parameters[cells[parameterColumn]].map { (index, $0) }
        }
    }
}
