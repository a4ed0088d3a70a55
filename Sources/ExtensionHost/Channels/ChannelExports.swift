internal import OperatorNetwork
internal import PythonRuntime

/// Which parameters channels are exported to, and their values on the way.
///
/// - Source: <https://docs.derivative.ca/Export>
final class ChannelExports {
    /// How often the connections became others.
    private(set) var changes = 0
    private var sources: [ObjectIdentifier: Source] = [:]
    private var exporters: [Operator] = []
    private var known: [OperatorID: Connections] = [:]
    private var redefinitions = 0
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

    /// What an exporter's channels go to, and by what that was found.
    private struct Connections {
        let search: Search
        let targets: [(channel: Int, parameter: Parameter)]
    }

    /// Everything that decides where the channels of an operator go.
    private struct Search: Equatable {
        let names: [String]
        private let method: String
        private let place: String
        private let structure: UInt64
        private let redefinitions: Int
        private let table: UInt64?

        init(_ node: Operator, _ names: [String], _ redefinitions: Int) {
            self.names = names
            self.redefinitions = redefinitions
            method = node.text(of: "exportmethod")
            structure = node.network?.structureVersion ?? 0
            if method == "autoname" {
                place = node.text(of: "autoexportroot")
                table = nil
            } else {
                place = node.text(of: "exporttable")
                table = ChannelExports.table(of: node)?.version
            }
        }
    }

    init(host: Host) { self.host = host }

    /// Notes that an operator's flags are others.
    func flagsChanged(_ node: Operator) {
        guard node.type.family == .chop else { return }
        exporters.removeAll { $0 === node || !$0.isValid }
        if node.flags.contains(.export) { exporters.append(node) }
    }

    /// Notes that operators have other parameters than before.
    func parametersRedefined() { redefinitions += 1 }

    /// Sends the values of all exported channels to their parameters.
    func flow() {
        guard !exporters.isEmpty || !known.isEmpty else { return }
        exporters.removeAll { !$0.isValid }
        var now: [OperatorID: Connections] = [:]
        for node in exporters {
            guard let channels = node.channels else { continue }
            let connections = connections(of: node, channels)
            now[node.id] = connections
            let moment = ChannelAccess.moment(of: node, channels)
            for (channel, parameter) in connections.targets where parameter.isValid {
                parameter.takeExport(
                    .double(Double(channels.current(channel, at: moment))), from: node)
            }
        }
        let isSame =
            now.count == known.count && now.allSatisfy { known[$0]?.search == $1.search }
        known = now
        if !isSame { noteSources() }
    }

    /// What a channel goes to is looked up anew only when something that decides it has changed.
    private func connections(of node: Operator, _ channels: Channels) -> Connections {
        let search = Search(node, channels.names, redefinitions)
        if let found = known[node.id], found.search == search { return found }
        return Connections(search: search, targets: Self.connections(of: node, channels))
    }

    private func noteSources() {
        var now: [ObjectIdentifier: Source] = [:]
        for node in exporters {
            guard let connections = known[node.id] else { continue }
            for (channel, parameter) in connections.targets where parameter.isValid {
                now[ObjectIdentifier(parameter)] = Source(
                    parameter: parameter, exporter: node, channel: channel,
                    name: connections.search.names[channel])
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
        return connections(of: node, channels).filter { $0.channel == channel }.map(\.parameter)
    }

    private static func connections(
        of node: Operator, _ channels: Channels
    ) -> [(channel: Int, parameter: Parameter)] {
        guard let network = node.network else { return [] }
        let finder = OperatorFinder(network)
        if node.text(of: "exportmethod") == "autoname" {
            let root = node.text(of: "autoexportroot")
            let origin = root.isEmpty ? network.root : finder.find(root, namedBy: node)
            guard let origin else { return [] }
            return channels.names.enumerated().compactMap { index, name in
                let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { return nil }
                return finder.find(parts[0], from: origin)?.parameters[parts[1]].map { (index, $0) }
            }
        }
        guard let table = table(of: node) else { return [] }
        return rows(of: table, node, channels, finder)
    }

    private static func table(of node: Operator) -> Table? {
        let path = node.text(of: "exporttable")
        guard !path.isEmpty, let network = node.network else { return nil }
        return OperatorFinder(network).find(path, namedBy: node)?.content?.table
    }

    /// The rows of an export table: the channel, the operator's path, the parameter, whether it counts.
    private static func rows(
        of table: Table, _ node: Operator, _ channels: Channels, _ finder: OperatorFinder
    ) -> [(channel: Int, parameter: Parameter)] {
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
