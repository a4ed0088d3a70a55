internal import OperatorNetwork
internal import PythonRuntime

/// Calls the DATs that watch other operators: DAT Execute and OP Execute.
///
/// Changes of operators are told at the next moment between phases, not in the middle of the change;
/// cooks are told at once.
final class ChangeWatches: CookObserver {
    private struct Call {
        let watch: OperatorWatch
        let event: OperatorWatch.Event
        let arguments: [PythonObject]
    }

    private static let flagNames: [(flag: OperatorFlags, name: String)] = [
        (.bypass, "bypass"), (.display, "display"), (.render, "render"), (.viewer, "viewer"),
        (.lock, "lock"), (.expose, "expose"), (.allowCooking, "allowCooking"),
        (.activeViewer, "activeViewer"), (.cloneImmune, "cloneImmune"), (.current, "current"),
        (.selected, "selected"), (.export, "export"), (.pickable, "pickable"),
    ]

    private unowned let host: Host
    private var contents: [DATWatch] = []
    private var operators: [OperatorWatch] = []
    private var waiting: [Call] = []
    private var doomed: [OperatorID: [OperatorWatch]] = [:]
    private var flags: [OperatorID: OperatorFlags] = [:]

    init(host: Host) { self.host = host }

    /// Notes a new operator.
    func noticed(_ node: Operator) {
        if node.type.name == "datexecuteDAT" { contents.append(DATWatch(node)) }
        guard node.type.name == "opexecuteDAT" else { return }
        if operators.isEmpty {
            // Known from now on, so that a change tells which flag it was.
            for step in host.network.root.descendants {
                flags[step.operator.id] = step.operator.flags
            }
            host.network.cookObserver = self
        }
        operators.append(OperatorWatch(node))
    }

    /// Calls what has changed since the last moment.
    func call(_ moment: DATWatch.Moment) {
        if !contents.isEmpty { contents.removeAll { !$0.dat.isValid } }
        for watch in contents {
            do throws(PythonError) {
                try host.activity.during("running onTableChange", watch.dat) {
                    () throws(PythonError) in try watch.look(moment)
                }
            } catch {
                host.report(error, in: "onTableChange", of: watch.dat)
            }
        }
        let calls = waiting
        waiting = []
        for call in calls { perform(call) }
    }

    /// Takes note of a change, if anybody watches.
    func heard(_ change: NetworkChange) {
        guard !operators.isEmpty else { return }
        switch change {
        case .created(let node), .copied(let node, _):
            flags[node.id] = node.flags
            if let parent = node.parent { note(.numChildren, parent) }
        case .willDestroy(let node):
            doomed[node.id] = operators.filter { $0.wants(.destroyed, of: node) }
            if let parent = node.parent { note(.numChildren, parent) }
        case .destroyed(let id):
            flags[id] = nil
            operators.removeAll { !$0.dat.isValid }
            for watch in doomed.removeValue(forKey: id) ?? [] {
                waiting.append(Call(watch: watch, event: .destroyed, arguments: []))
            }
        case .renamed(let node, _):
            note(.name, node)
            if let parent = node.parent { note(.childRename, parent) }
            for moved in node.withDescendants { note(.path, moved) }
        case .wired(let node): note(.wire, node)
        case .flagsChanged(let node): noteFlags(of: node)
        default: break
        }
    }

    func willCook(_ node: Operator) { tell(.preCook, node) }
    func didCook(_ node: Operator) { tell(.postCook, node) }

    private func noteFlags(of node: Operator) {
        let changed = (flags[node.id] ?? .standard).symmetricDifference(node.flags)
        flags[node.id] = node.flags
        for (flag, name) in Self.flagNames where changed.contains(flag) {
            note(.flag, node, try? name.python())
            if flag == .current, let parent = node.parent { note(.currentChild, parent) }
        }
    }

    private func note(
        _ event: OperatorWatch.Event, _ node: Operator, _ more: PythonObject? = nil
    ) {
        for watch in operators where watch.wants(event, of: node) {
            guard let object = try? OperatorObject.object(of: node) else { continue }
            let arguments = [object] + (more.map { [$0] } ?? [])
            waiting.append(Call(watch: watch, event: event, arguments: arguments))
        }
    }

    private func tell(_ event: OperatorWatch.Event, _ node: Operator) {
        CookRecorder.passively {
            for watch in operators where watch.wants(event, of: node) {
                guard let object = try? OperatorObject.object(of: node) else { continue }
                CookGraph.startingOver {
                    perform(Call(watch: watch, event: event, arguments: [object]))
                }
            }
        }
    }

    private func perform(_ call: Call) {
        let (dat, function) = (call.watch.dat, call.event.function)
        // What happened to an operator that is gone since interests nobody any more.
        let isStale = call.arguments.first.map { OperatorObject.node(ofAny: $0) == nil } ?? false
        guard !isStale else { return }
        host.callBack(function, of: dat) { () throws(PythonError) in call.arguments }
    }
}
