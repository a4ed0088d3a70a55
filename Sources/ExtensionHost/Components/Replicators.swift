internal import OperatorNetwork
internal import PythonRuntime

/// Makes and removes the replicants of Replicator COMPs as their tables and counts change.
///
/// - Source: <https://docs.derivative.ca/Replicator_COMP>
final class Replicators {
    private struct Entry {
        var replicants: [OperatorID] = []
        /// What the replicants were made of, to see when it changes.
        var plan: ReplicatorPlan?
        /// The operator that a callback is called for.
        var current: OperatorID?
    }

    private unowned let host: Host
    private var entries: [OperatorID: Entry] = [:]
    private var makers: [OperatorID: OperatorID] = [:]

    init(host: Host) { self.host = host }

    /// The Replicator COMP that made an operator.
    func replicator(of node: Operator) -> Operator? {
        makers[node.id].flatMap { host.network.operator(withID: $0) }
    }

    /// The replicant that a Replicator COMP works on now.
    func current(of replicator: Operator) -> Operator? {
        entries[replicator.id]?.current.flatMap { host.network.operator(withID: $0) }
    }

    /// Notes a change of the network.
    func noticed(_ change: NetworkChange) {
        switch change {
        case .created(let node):
            enrol(node)
        case .copied(let node, _):
            for copy in node.withDescendants { enrol(copy) }
        case .destroyed(let id):
            entries[id] = nil
            makers[id] = nil
        case .parameterPulsed(let node, let parameter):
            guard entries[node.id] != nil else { return }
            if parameter.name == "recreateall" { recreate(node) }
            if parameter.name == "recreatemissing" { update(node, completing: true) }
        default:
            break
        }
    }

    /// Brings the replicants of every Replicator COMP up to date.
    func update() {
        guard !entries.isEmpty else { return }
        for id in entries.keys.sorted(by: { $0.number < $1.number }) {
            if let replicator = host.network.operator(withID: id) { update(replicator) }
        }
    }

    private func enrol(_ node: Operator) {
        guard node.type.name == ReplicatorCOMP.type.name else { return }
        entries[node.id] = entries[node.id] ?? Entry()
    }

    private func recreate(_ replicator: Operator) {
        for id in entries[replicator.id]?.replicants ?? [] {
            if let replicant = host.network.operator(withID: id) {
                remove(replicant, by: replicator)
            }
        }
        entries[replicator.id]?.replicants = []
        update(replicator, completing: true)
    }

    private func update(_ replicator: Operator, completing: Bool = false) {
        guard let plan = ReplicatorPlan(replicator, host),
            completing || plan != entries[replicator.id]?.plan
        else { return }
        let known = (entries[replicator.id]?.replicants ?? [])
            .compactMap { host.network.operator(withID: $0) }
        for replicant in known where !plan.names.contains(replicant.name) {
            remove(replicant, by: replicator)
        }
        var all: [Operator] = []
        var new: [Operator] = []
        var isDone = true
        for (index, name) in plan.names.enumerated() {
            if let there = known.first(where: { $0.isValid && $0.name == name }) {
                all.append(there)
            } else if new.count >= plan.increment {
                isDone = false
            } else if let made = make(name, index, plan) {
                all.append(made)
                new.append(made)
            }
        }
        entries[replicator.id]?.plan = isDone ? plan : nil
        entries[replicator.id]?.replicants = all.map(\.id)
        for made in new { makers[made.id] = replicator.id }
        if !new.isEmpty { tell(replicator, plan, all: all, new: new) }
    }

    private func make(_ name: String, _ index: Int, _ plan: ReplicatorPlan) -> Operator? {
        // An operator of that name that stands there already is not replaced, but taken over.
        if let there = plan.destination.child(named: name) { return there }
        guard
            let made = try? COMPCopying.copy([plan.master], into: plan.destination, names: [name])[
                0]
        else { return nil }
        if let place = plan.place(index, of: made) { (made.nodeX, made.nodeY) = place }
        return made
    }

    private func remove(_ replicant: Operator, by replicator: Operator) {
        makers[replicant.id] = nil
        entries[replicator.id]?.current = replicant.id
        defer { entries[replicator.id]?.current = nil }
        let isTold = call("onRemoveReplicant", of: replicator) { () throws(PythonError) in
            try [replicator.python(), replicant.python()]
        }
        if !isTold { try? host.network.destroy(replicant) }
    }

    private func tell(
        _ replicator: Operator, _ plan: ReplicatorPlan, all: [Operator], new: [Operator]
    ) {
        _ = call("onReplicate", of: replicator) { () throws(PythonError) in
            try [
                replicator.python(), all.python(), new.python(),
                OperatorObject.objectOrNone(of: plan.template), plan.master.python(),
            ]
        }
    }

    /// Calls a function of the callbacks DAT.
    ///
    /// - Returns: False when there is no such function.
    private func call(
        _ function: String, of replicator: Operator,
        _ arguments: () throws(PythonError) -> [PythonObject]
    ) -> Bool {
        guard let dat = ReplicatorPlan.operator("callbacks", of: replicator) else { return false }
        do throws(PythonError) {
            guard
                let callback = try host.modules.module(of: dat)
                    .attributeIfPresent(PythonName(function))
            else { return false }
            try host.activity.during("running \(function)", dat) { () throws(PythonError) in
                _ = try callback.call(arguments: arguments())
            }
        } catch {
            host.report(error, in: function, of: dat)
        }
        return true
    }
}
