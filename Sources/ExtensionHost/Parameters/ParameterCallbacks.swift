internal import OperatorNetwork
internal import PythonRuntime

/// Calls the functions of Parameter Execute and ParGroup Execute DATs.
///
/// Values are compared once a frame, when operators cook; the list of all changes is told at the
/// frame's end.
///
/// - Source: <https://docs.derivative.ca/Parameter_Execute_DAT>
final class ParameterCallbacks {
    private typealias Change = (
        parameter: Parameter, before: ParameterSnapshot, now: ParameterSnapshot
    )

    /// The types whose scripts are called.
    private static let types: Set = ["parameterexecuteDAT", ParameterWatch.groupType]

    private var watches: [ParameterWatch] = []
    private var changeTuple: PythonObject?
    private unowned let host: Host

    init(host: Host) { self.host = host }

    /// Notes a new operator.
    func noticed(_ node: Operator) {
        guard Self.types.contains(node.type.name) else { return }
        watches.append(ParameterWatch(node))
    }

    /// Notes that operators are gone.
    func operatorsLeft() { watches.removeAll { !$0.dat.isValid } }

    /// Notes a change of a parameter, which may belong to one of the DATs.
    func changed(_ node: Operator) {
        guard !watches.isEmpty, let watch = watches.first(where: { $0.dat === node }) else {
            return
        }
        watch.forget()
        watch.refresh()
    }

    /// Notes that parameters came or went.
    func redefined() { for watch in watches { watch.forget() } }

    /// Notes a pulse.
    func pulsed(_ parameter: Parameter) { for watch in watches { watch.notePulse(parameter) } }

    /// Tells what changed since the last frame.
    func callInFrame() {
        for watch in watches where watch.dat.isValid {
            watch.refresh()
            guard !watch.entries.isEmpty else { continue }
            let changes = watch.look(\.seen)
            if watch.tellsGroups {
                GroupCallbacks(host: host, watch: watch).call(changes, watch.takePulses())
            } else {
                call(watch, changes)
            }
        }
    }

    /// Tells the list of all changes of the frame.
    func callAtEnd() {
        for watch in watches where watch.dat.isValid && !watch.tellsGroups {
            guard watch.dat.isOn("valueschanged") else { continue }
            watch.refresh()
            let changes = watch.look(\.seenAtEnd)
            host.callBack("onValuesChanged", of: watch.dat) { () throws(PythonError) in
                var list: [PythonObject] = []
                for (parameter, before, now) in changes where parameter.isValid {
                    guard try !now.hasSameValue(as: before, of: parameter) else { continue }
                    list.append(
                        try tuple().call(
                            ParType.make(parameter), before.object(of: parameter)))
                }
                return list.isEmpty ? nil : [try list.python()]
            }
        }
    }

    private func call(_ watch: ParameterWatch, _ changes: [Change]) {
        for pulsed in watch.takePulses() where pulsed.isValid {
            host.callBack("onPulse", of: watch.dat) { () throws(PythonError) in
                [try ParType.make(pulsed)]
            }
        }
        for (parameter, before, now) in changes {
            tell(watch, "valuechange", "onValueChange", parameter) { () throws(PythonError) in
                guard try !now.hasSameValue(as: before, of: parameter) else { return nil }
                return [try before.object(of: parameter)]
            }
            tell(watch, "expressionchange", "onExpressionChange", parameter) {
                () throws(PythonError) in
                guard now.expression != before.expression else { return nil }
                return [try now.expression.python(), try before.expression.python()]
            }
            tell(watch, "exportchange", "onExportChange", parameter) { () throws(PythonError) in
                guard now.export != before.export else { return nil }
                return [try now.export.python(), try before.export.python()]
            }
            tell(watch, "modechange", "onModeChange", parameter) { () throws(PythonError) in
                guard now.mode != before.mode else { return nil }
                return [
                    try ParModeType.object(for: now.mode), try ParModeType.object(for: before.mode),
                ]
            }
            tell(watch, "enablechange", "onEnableChange", parameter) { () throws(PythonError) in
                guard now.isEnabled != before.isEnabled else { return nil }
                return [try now.isEnabled.python(), try before.isEnabled.python()]
            }
        }
    }

    /// Calls a function with the parameter and what differs, if its toggle is on.
    private func tell(
        _ watch: ParameterWatch, _ toggle: String, _ function: String, _ parameter: Parameter,
        _ difference: () throws(PythonError) -> [PythonObject]?
    ) {
        guard watch.dat.isValid, parameter.isValid, watch.dat.isOn(toggle) else { return }
        host.callBack(function, of: watch.dat) { () throws(PythonError) in
            guard let difference = try difference() else { return nil }
            return [try ParType.make(parameter)] + difference
        }
    }

    private func tuple() throws(PythonError) -> PythonObject {
        if let changeTuple { return changeTuple }
        let made = try PythonObject.module("collections").attribute("namedtuple")
            .call("Change".python(), ["par", "prev"].python())
        changeTuple = made
        return made
    }
}
