internal import OperatorNetwork
internal import PythonRuntime

/// Calls the functions of Execute DATs.
///
/// - Source: <https://docs.derivative.ca/Execute_DAT>
final class ExecuteCallbacks {
    /// A callback and the toggle that asks for it.
    enum Moment: String {
        case start = "onStart"
        case create = "onCreate"
        case exit = "onExit"
        case frameStart = "onFrameStart"
        case frameEnd = "onFrameEnd"
        case playStateChange = "onPlayStateChange"

        var toggle: String {
            switch self {
            case .start: "start"
            case .create: "create"
            case .exit: "exit"
            case .frameStart: "framestart"
            case .frameEnd: "frameend"
            case .playStateChange: "playstatechange"
            }
        }
    }

    private var dats: [Operator] = []
    private var isSorted = true
    private unowned let host: Host

    init(host: Host) { self.host = host }

    /// Notes a new operator.
    func noticed(_ node: Operator) {
        guard node.type.name == "executeDAT" else { return }
        dats.append(node)
        isSorted = false
    }

    /// Notes that an operator is gone or bears another name.
    func changed() {
        dats.removeAll { !$0.isValid }
        isSorted = false
    }

    /// An operator was created by code or by loading: its `onCreate` follows at once.
    func created(_ node: Operator) {
        guard node.type.name == "executeDAT" else { return }
        call(.create, of: node, [])
    }

    /// Calls a function of every Execute DAT that asks for it, in the order of their names.
    func call(_ moment: Moment, _ arguments: [PythonObject] = []) {
        sort()
        for dat in dats { call(moment, of: dat, arguments) }
    }

    private func call(_ moment: Moment, of dat: Operator, _ arguments: [PythonObject]) {
        guard dat.isValid, isOn("active", dat), isOn(moment.toggle, dat) else { return }
        do throws(PythonError) {
            try host.activity.during("running \(moment.rawValue)", dat) { () throws(PythonError) in
                let module = try host.modules.module(of: dat)
                guard let function = try module.attributeIfPresent(moment.rawValue) else { return }
                try function.call(arguments: arguments)
            }
        } catch {
            host.report(error, in: moment.rawValue, of: dat)
        }
    }

    private func isOn(_ name: String, _ dat: Operator) -> Bool {
        guard let parameter = dat.parameters[name] else { return false }
        if parameter.mode == .constant { return parameter.value == .bool(true) }
        return (try? ParameterAccess.evaluate(parameter).isTrue()) ?? false
    }

    /// TouchDesigner's order: by name, numbers by value; then by path, so that it is always the same.
    private func sort() {
        guard !isSorted else { return }
        dats.sort { one, other in
            if one.base != other.base { return one.base < other.base }
            if one.digits != other.digits { return (one.digits ?? -1) < (other.digits ?? -1) }
            return one.path < other.path
        }
        isSorted = true
    }
}
