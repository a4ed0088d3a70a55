internal import OperatorNetwork
internal import PythonRuntime

/// One DAT Execute DAT: what it watches, and what that held when it looked last.
///
/// - Source: <https://docs.derivative.ca/DAT_Execute_DAT>
final class DATWatch {
    /// When a frame's changes are told.
    enum Moment: String {
        case start
        case end
    }

    private struct Seen {
        let version: UInt64
        let rows: PythonObject
    }

    let dat: Operator
    private let active: Parameter?
    private let target: Parameter?
    private let execute: Parameter?
    private var seen: [OperatorID: Seen] = [:]

    init(_ dat: Operator) {
        self.dat = dat
        active = dat.parameters["active"]
        target = dat.parameters["dat"]
        execute = dat.parameters["execute"]
    }

    /// Calls the callbacks for what has changed since it looked last.
    ///
    /// What it sees for the first time is no change.
    ///
    /// - Throws: What a callback raised; the others of this look are not called then.
    func look(_ moment: Moment) throws(PythonError) {
        guard dat.isValid, active?.isOn == true, execute?.text == moment.rawValue else { return }
        var now: [OperatorID: Seen] = [:]
        var changes: [(Operator, Seen, Seen)] = []
        for node in watched {
            guard let version = node.content?.version else { continue }
            if let known = seen[node.id], known.version == version {
                now[node.id] = known
                continue
            }
            let module = try Self.module()
            let rows = try module.callMethod("snapshot", OperatorObject.object(of: node))
            let fresh = Seen(version: version, rows: rows)
            now[node.id] = fresh
            if let known = seen[node.id] { changes.append((node, known, fresh)) }
        }
        seen = now
        for (node, before, after) in changes where node.isValid && dat.isValid {
            try Self.module().callMethod(
                "changed", OperatorObject.object(of: dat), OperatorObject.object(of: node),
                before.rows, after.rows)
        }
    }

    private var watched: [Operator] {
        guard let path = target?.text, !path.isEmpty, let network = dat.network else { return [] }
        return OperatorFinder(network).findAll(path, namedBy: dat)
    }

    private static func module() throws(PythonError) -> PythonObject {
        try PythonObject.module("understudy_watches.datexecute")
    }
}
