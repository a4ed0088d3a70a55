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
        /// The network's structure when a replicant could not be made; another one is tried anew.
        var hindrance: UInt64?
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
            if entries.removeValue(forKey: id) != nil { host.operatorErrors.forget(id) }
            makers[id] = nil
        case .parameterPulsed(let node, let parameter):
            guard entries[node.id] != nil else { return }
            if parameter.name == "recreateall" { recreate(node) }
            if parameter.name == "recreatemissing" { update(node, completing: true) }
        default:
            break
        }
    }

    /// Lets the Replicator COMPs of something that was read from a file take back their replicants,
    /// which were saved beside them: they are of the master's type and bear the names of replicants.
    func adoptReplicants(inside place: Operator) {
        for replicator in place.withDescendants where entries[replicator.id] != nil {
            // What is wrong with its parameters is told when it works.
            guard let plan = try? ReplicatorPlan(replicator, host) else { continue }
            for name in plan.names {
                guard let there = plan.destination.child(named: name), there !== plan.master,
                    there !== plan.template, there.type.name == plan.master.type.name,
                    makers[there.id] == nil
                else { continue }
                makers[there.id] = replicator.id
                entries[replicator.id]?.replicants.append(there.id)
            }
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
        do throws(CookFailure) {
            guard let plan = try ReplicatorPlan(replicator, host) else {
                return host.setError("", of: replicator)
            }
            let entry = entries[replicator.id]
            let isHindered = entry?.hindrance.map { $0 != host.network.structureVersion } ?? false
            guard completing || isHindered || plan != entry?.plan else { return }
            follow(plan, of: replicator)
        } catch {
            host.setError(error.description, of: replicator)
        }
    }

    /// Removes the replicants that are asked for no longer, and makes those that are missing.
    private func follow(_ plan: ReplicatorPlan, of replicator: Operator) {
        let known = (entries[replicator.id]?.replicants ?? [])
            .compactMap { host.network.operator(withID: $0) }
        let wanted = Set(plan.names)
        for replicant in known where !wanted.contains(replicant.name) {
            remove(replicant, by: replicator)
        }
        var there: [String: Operator] = [:]
        for replicant in known where replicant.isValid { there[replicant.name] = replicant }
        var (all, new): ([Operator], [Operator]) = ([], [])
        var isDone = true
        var hindrances: [String] = []
        for (index, name) in plan.names.enumerated() {
            if let replicant = there[name], replicant.isValid {
                all.append(replicant)
            } else if new.count >= plan.increment {
                isDone = false
            } else {
                do throws(CookFailure) {
                    let made = try make(name, index, plan, by: replicator)
                    all.append(made)
                    new.append(made)
                } catch {
                    hindrances.append(error.description)
                }
            }
        }
        entries[replicator.id]?.plan = isDone ? plan : nil
        entries[replicator.id]?.replicants = all.map(\.id)
        if !new.isEmpty { tell(replicator, plan, all: all, new: new) }
        entries[replicator.id]?.hindrance =
            hindrances.isEmpty ? nil : host.network.structureVersion
        if replicator.isValid { host.setError(Self.summary(of: hindrances), of: replicator) }
    }

    /// Makes a replicant, or takes back one that a callback let live.
    ///
    /// - Throws: `CookFailure` when somebody else's operator bears the name, or nothing can be made.
    private func make(
        _ name: String, _ index: Int, _ plan: ReplicatorPlan, by replicator: Operator
    ) throws(CookFailure) -> Operator {
        if let there = plan.destination.child(named: name) {
            if makers[there.id] == replicator.id { return there }
            throw CookFailure(
                "\(there.path) bears the name of a replicant and is none: rename it, or change "
                    + "Operator Prefix (opprefix).")
        }
        do throws(PythonError) {
            let made = try COMPCopying.copy([plan.master], into: plan.destination, names: [name])[0]
            guard made.isValid else {
                throw TDErrors.error("its own onCreate destroyed it.")
            }
            makers[made.id] = replicator.id
            if let place = plan.place(index, of: made) { (made.nodeX, made.nodeY) = place }
            return made
        } catch {
            throw CookFailure("The replicant '\(name)' can't be made: \(error)")
        }
    }

    private static func summary(of hindrances: [String]) -> String {
        let more = hindrances.count - 3
        let shown = hindrances.prefix(3).joined(separator: "\n")
        return more > 0 ? "\(shown)\n(and \(more) more like these)" : shown
    }

    private func remove(_ replicant: Operator, by replicator: Operator) {
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
        _ arguments: () throws(PythonError) -> [PythonObject]?
    ) -> Bool {
        guard let dat = CallbackDATs.dat(of: replicator) else { return false }
        if case .none = host.callBack(function, of: dat, with: arguments) { return false }
        return true
    }
}
