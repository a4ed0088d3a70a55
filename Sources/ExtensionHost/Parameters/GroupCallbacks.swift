internal import OperatorNetwork
internal import PythonRuntime

/// Calls the functions of one ParGroup Execute DAT: for each group, or once for all of them.
///
/// - Source: <https://docs.derivative.ca/ParGroup_Execute_DAT>
struct GroupCallbacks {
    private typealias Change = (
        parameter: Parameter, before: ParameterSnapshot, now: ParameterSnapshot
    )

    /// A group one of whose parameters differs, with what each was before.
    private struct GroupChange {
        let group: ParameterGroup
        let previous: PythonObject
    }

    let host: Host
    let watch: ParameterWatch

    /// Tells what changed, and the pulses first.
    func call(
        _ changes: [(parameter: Parameter, before: ParameterSnapshot, now: ParameterSnapshot)],
        _ pulses: [Parameter]
    ) {
        for pulsed in pulses where pulsed.isValid {
            host.callBack("onPulse", of: watch.dat) { () throws(PythonError) in
                [try ParGroupType.make(ParameterPlace.group(of: pulsed))]
            }
        }
        tell("valuechange", "onValueChange", changes) { change throws(PythonError) in
            try change.now.hasSameValue(as: change.before, of: change.parameter)
                ? nil : change.before.object(of: change.parameter)
        } unchanged: { change throws(PythonError) in
            try change.before.object(of: change.parameter)
        }
        tell("expressionchange", "onExpressionChange", changes) { change throws(PythonError) in
            try change.now.expression == change.before.expression
                ? nil : change.before.expression.python()
        } unchanged: { change throws(PythonError) in
            try change.before.expression.python()
        }
        tell("exportchange", "onExportChange", changes) { change throws(PythonError) in
            try change.now.export == change.before.export ? nil : change.before.export.python()
        } unchanged: { change throws(PythonError) in
            try change.before.export.python()
        }
        tell("modechange", "onModeChange", changes) { change throws(PythonError) in
            try change.now.mode == change.before.mode
                ? nil : ParModeType.object(for: change.before.mode)
        } unchanged: { change throws(PythonError) in
            try ParModeType.object(for: change.before.mode)
        }
        tell("enablechange", "onEnableChange", changes) { change throws(PythonError) in
            try change.now.isEnabled == change.before.isEnabled
                ? nil : change.before.isEnabled.python()
        } unchanged: { change throws(PythonError) in
            try change.before.isEnabled.python()
        }
    }

    private func tell(
        _ toggle: String, _ function: String, _ changes: [Change],
        difference: (Change) throws(PythonError) -> PythonObject?,
        unchanged: (Change) throws(PythonError) -> PythonObject
    ) {
        guard watch.dat.isValid, watch.dat.isOn(toggle) else { return }
        var told: [GroupChange] = []
        host.callBack(function, of: watch.dat) { () throws(PythonError) in
            told = try groups(changes, difference: difference, unchanged: unchanged)
            guard !told.isEmpty, isCombined else { return nil }
            return [
                try ParGroupType.list(told.map(\.group)).python(),
                try told.map(\.previous).python(),
            ]
        }
        guard !isCombined else { return }
        for change in told {
            host.callBack(function, of: watch.dat) { () throws(PythonError) in
                guard change.group.parameters.allSatisfy(\.isValid) else { return nil }
                return [try ParGroupType.make(change.group), change.previous]
            }
        }
    }

    private var isCombined: Bool {
        let mode = watch.dat.parameters["callbackmode"]
        return (try? mode.map(ParameterAccess.evaluate)?.text()) == "pargrouplist"
    }

    private func groups(
        _ changes: [Change], difference: (Change) throws(PythonError) -> PythonObject?,
        unchanged: (Change) throws(PythonError) -> PythonObject
    ) throws(PythonError) -> [GroupChange] {
        var found: [GroupChange] = []
        var told = Set<ObjectIdentifier>()
        for change in changes
        where change.parameter.isValid && !told.contains(ObjectIdentifier(change.parameter)) {
            guard try difference(change) != nil else { continue }
            let group = ParameterPlace.group(of: change.parameter)
            var previous: [PythonObject] = []
            for part in group.parameters {
                told.insert(ObjectIdentifier(part))
                if let seen = changes.first(where: { $0.parameter === part }) {
                    previous.append(try unchanged(seen))
                }
            }
            found.append(GroupChange(group: group, previous: try PythonObject.tuple(previous)))
        }
        return found
    }
}
