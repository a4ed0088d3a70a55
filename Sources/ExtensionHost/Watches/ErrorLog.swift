internal import OperatorNetwork
internal import PythonRuntime

/// Hands what goes wrong to the project's Error DATs, at the end of the frame in which it happened.
///
/// A project without an Error DAT collects nothing.
///
/// - Source: <https://docs.derivative.ca/Error_DAT>, <https://docs.derivative.ca/ErrorDAT_Class>
final class ErrorLog: TroubleObserver {
    /// How bad it is, as `onError` tells it.
    enum Severity: Int {
        case message, warning, error, fatal
    }

    private struct Entry {
        let source: Operator?
        let path: String
        let message: String
        let severity: Severity
        let absoluteFrame: Int
        let frame: Int
    }

    // What a single frame may pile up before somebody reads it; an Error DAT shows 100 as a rule.
    private static let limit = 1_000

    private unowned let host: Host
    private var dats: [Operator] = []
    private var waiting: [Entry] = []
    private var isDelivering = false

    init(host: Host) { self.host = host }

    /// Notes a new operator.
    func noticed(_ node: Operator) {
        guard node.type.name == "errorDAT" else { return }
        dats.append(node)
        host.network.troubleObserver = self
    }

    func wentWrong(_ message: String, _ severity: OperatorCook.Severity, with node: Operator) {
        add(message, severity == .error ? .error : .warning, of: node)
    }

    /// Notes something that went wrong.
    ///
    /// What an `onError` does wrong itself is told in the textport alone: it would be called for it for
    /// ever.
    ///
    /// - Parameters:
    ///   - message: What it was.
    ///   - severity: How bad it is.
    ///   - node: The operator, nil for what belongs to none.
    ///   - name: What it belongs to instead.
    func add(_ message: String, _ severity: Severity, of node: Operator?, named name: String = "") {
        guard !dats.isEmpty, !isDelivering, waiting.count < Self.limit else { return }
        // What is looked at twice in a frame went wrong once.
        if let last = waiting.last, last.source === node, last.message == message { return }
        waiting.append(entry(message, severity, of: node, named: name))
    }

    /// Writes what was noted into the Error DATs.
    func deliver() {
        guard !waiting.isEmpty else { return }
        let entries = waiting
        waiting = []
        dats.removeAll { !$0.isValid }
        for dat in dats { write(entries, into: dat) }
    }

    /// Notes that a parameter was pressed: an Error DAT clears, or looks for all that is wrong now.
    func pulsed(_ parameter: Parameter, of node: Operator) {
        guard node.type.name == "errorDAT" else { return }
        if parameter.name == "clear" {
            call("clear", of: node) { () throws(PythonError) in [] }
        } else if parameter.name == "logcurrent" {
            write(current, into: node)
        }
    }

    /// What is wrong with all operators now.
    private var current: [Entry] {
        host.network.root.withDescendants.flatMap { node in
            let errors =
                node.errors + host.operatorErrors.list(of: node) + host.scriptErrors.list(of: node)
            return errors.map { entry($0, .error, of: node) }
                + node.warnings.map { entry($0, .warning, of: node) }
        }
    }

    private func entry(
        _ message: String, _ severity: Severity, of node: Operator?, named name: String = ""
    ) -> Entry {
        let time = host.network.clock?.time(of: node ?? host.network.root) ?? CookTime()
        return Entry(
            source: node, path: node?.path ?? name, message: message, severity: severity,
            absoluteFrame: time.absoluteFrame, frame: Int(clamping: time.frame))
    }

    private func write(_ entries: [Entry], into dat: Operator) {
        isDelivering = true
        defer { isDelivering = false }
        for entry in entries where dat.isValid {
            call("log", of: dat) { () throws(PythonError) in
                let source = entry.source.flatMap { $0.isValid ? $0 : nil }
                return try [
                    OperatorObject.objectOrNone(of: source), entry.path.python(),
                    entry.message.python(), entry.absoluteFrame.python(), entry.frame.python(),
                    entry.severity.rawValue.python(),
                    (entry.source?.type.family.rawValue ?? "").python(),
                ]
            }
        }
    }

    private func call(
        _ function: String, of dat: Operator,
        _ arguments: () throws(PythonError) -> [PythonObject]
    ) {
        do throws(PythonError) {
            let log = try PythonObject.module("understudy_watches.errors").attribute(function)
            _ = try log.call(arguments: [OperatorObject.object(of: dat)] + arguments())
        } catch {
            host.report(error, in: "logging an error", of: dat)
        }
    }
}
