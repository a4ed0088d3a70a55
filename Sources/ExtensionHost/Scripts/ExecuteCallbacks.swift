internal import OperatorNetwork
internal import PythonRuntime

/// Calls the functions of Execute DATs.
///
/// - Source: <https://docs.derivative.ca/Execute_DAT>
final class ExecuteCallbacks {
    /// A callback and the toggle that asks for it.
    enum Moment: Int, CaseIterable {
        case start, create, exit, frameStart, frameEnd, playStateChange

        var function: String {
            switch self {
            case .start: "onStart"
            case .create: "onCreate"
            case .exit: "onExit"
            case .frameStart: "onFrameStart"
            case .frameEnd: "onFrameEnd"
            case .playStateChange: "onPlayStateChange"
            }
        }

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

        /// What the main thread is doing then.
        var activity: String { Self.activities[rawValue] }
        private static let activities = allCases.map { "running \($0.function)" }
    }

    /// One Execute DAT, with the parameters that each frame asks for looked up once.
    private struct Entry {
        let dat: Operator
        let active: Parameter?
        let toggles: [Parameter?]

        init(_ dat: Operator) {
            self.dat = dat
            active = dat.parameters["active"]
            toggles = Moment.allCases.map { dat.parameters[$0.toggle] }
        }
    }

    private var entries: [Entry] = []
    private var isSorted = true
    private var names: [PythonName] = []
    private unowned let host: Host

    init(host: Host) { self.host = host }

    /// Notes a new operator.
    func noticed(_ node: Operator) {
        guard node.type.name == "executeDAT" else { return }
        entries.append(Entry(node))
        isSorted = false
    }

    /// Notes that an operator is gone or bears another name.
    func changed() {
        entries.removeAll { !$0.dat.isValid }
        isSorted = false
    }

    /// An operator was created by code or by loading: its `onCreate` follows at once.
    func created(_ node: Operator) {
        guard node.type.name == "executeDAT" else { return }
        call(.create, of: Entry(node), [])
    }

    /// Calls a function of every Execute DAT that asks for it, in the order of their names.
    func call(_ moment: Moment, _ arguments: [PythonObject] = []) {
        sort()
        for entry in entries { call(moment, of: entry, arguments) }
    }

    private func call(_ moment: Moment, of entry: Entry, _ arguments: [PythonObject]) {
        let dat = entry.dat
        guard dat.isValid, entry.active?.isOn == true, entry.toggles[moment.rawValue]?.isOn == true
        else { return }
        do throws(PythonError) {
            try host.activity.during(moment.activity, dat) { () throws(PythonError) in
                // Asked for each time, because code may put another function into the module.
                guard
                    let function = try host.modules.module(of: dat)
                        .attributeIfPresent(name(of: moment))
                else { return }
                switch arguments.count {
                case 0: try function.callDiscardingResult()
                case 1: try function.callDiscardingResult(arguments[0])
                default: try function.call(arguments: arguments)
                }
            }
        } catch {
            host.report(error, in: moment.function, of: dat)
        }
    }

    private func name(of moment: Moment) throws(PythonError) -> PythonName {
        if names.isEmpty {
            for moment in Moment.allCases { names.append(try PythonName(moment.function)) }
        }
        return names[moment.rawValue]
    }

    /// TouchDesigner's order: by name, numbers by value; then by path, so that it is always the same.
    private func sort() {
        guard !isSorted else { return }
        entries.sort { one, other in
            let (one, other) = (one.dat, other.dat)
            if one.base != other.base { return one.base < other.base }
            if one.digits != other.digits { return (one.digits ?? -1) < (other.digits ?? -1) }
            return one.path < other.path
        }
        isSorted = true
    }
}
