/// The operator types there are, by full name: those with behaviour of their own, and those that are
/// only declared, which the rows tell.
///
/// - Thread: main
package final class OperatorCatalog {
    private let rows: OperatorRows?
    private var declared: [String: OperatorType] = [:]

    /// Makes a catalogue; the types with behaviour are in it whatever the rows say of them.
    package init(rows: OperatorRows? = nil) {
        self.rows = rows
    }

    /// The types with behaviour alone.
    package static let standard = OperatorCatalog()

    /// The types with behaviour: the table of contents, one line each, made when asked for.
    private nonisolated static let live = others.merging(CHOPCatalog.types) { $1 }

    private nonisolated static let others: [String: @Sendable () -> OperatorType] = [
        "baseCOMP": { BaseCOMP.type },
        "chopexecuteDAT": { CHOPExecuteDAT.type },
        "choptoDAT": { CHOPToDAT.type },
        "containerCOMP": { ContainerCOMP.type },
        "executeDAT": { ExecuteDAT.type },
        "oscinDAT": { OSCInDAT.type },
        "oscoutDAT": { OSCOutDAT.type },
        "panelexecuteDAT": { PanelExecuteDAT.type },
        "parameterexecuteDAT": { ParameterExecuteDAT.type },
        "pargroupexecuteDAT": { ParGroupExecuteDAT.type },
        "replicatorCOMP": { ReplicatorCOMP.type },
        "tableDAT": { TableDAT.type },
        "tcpipDAT": { TCPIPDAT.type },
        "textDAT": { TextDAT.type },
        "timeCOMP": { TimeCOMP.type },
        "udpinDAT": { UDPInDAT.type },
        "udpoutDAT": { UDPOutDAT.type },
        "webclientDAT": { WebClientDAT.type },
        "webserverDAT": { WebServerDAT.type },
        "websocketDAT": { WebSocketDAT.type },
    ]

    /// The names of the types with behaviour, sorted.
    package nonisolated static let liveNames = live.keys.sorted()

    /// The types with behaviour, by name.
    package nonisolated static var liveTypes: [OperatorType] {
        liveNames.compactMap { live[$0]?() }
    }

    /// The names of all types, sorted.
    package var names: [String] {
        Set(rows?.names ?? []).union(Self.live.keys).sorted()
    }

    /// Whether there is a type of that full name; the type itself is not made.
    package func contains(_ name: String) -> Bool {
        Self.live[name] != nil || rows?.contains(name) ?? false
    }

    /// The type of a full name such as `textDAT`, compared exactly; `nil` without one.
    package subscript(name: String) -> OperatorType? {
        if let type = Self.live[name] { return type() }
        if let known = declared[name] { return known }
        guard let row = rows?.type(named: name) else { return nil }
        let behaviour = ScriptedDATs.behaviours[name] ?? WatchingDATs.behaviours[name]
        let type = behaviour.map(row.behaving) ?? row
        declared[name] = type
        return type
    }
}
