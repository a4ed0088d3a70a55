internal import OperatorNetwork
internal import PythonRuntime

/// Keeps clones like their masters: once their clone parameter is set, and after each frame in which
/// something in the master changed.
///
/// - Source: <https://docs.derivative.ca/COMP_Class>
final class Cloning {
    private unowned let host: Host
    private var cloneIDs: Set<OperatorID> = []
    private var masters: [OperatorID: OperatorID] = [:]
    /// The same the other way round, because every change of the network asks for it.
    private var followers: [OperatorID: Set<OperatorID>] = [:]
    private var stale: Set<OperatorID> = []
    private var isUpdating = false

    init(host: Host) { self.host = host }

    /// The COMPs that follow a master, in the order they were made.
    func clones(of master: Operator) -> [Operator] {
        cloneIDs.sorted { $0.number < $1.number }
            .compactMap { host.network.operator(withID: $0) }
            .filter { self.master(of: $0) === master }
    }

    /// Notes a change of the network.
    func noticed(_ change: NetworkChange) {
        switch change {
        case .parameterChanged(let node, let parameter):
            if parameter.name == "clone" || parameter.name == "enablecloning" { choose(node) }
            touched(node)
        case .parameterPulsed(let node, let parameter):
            if parameter.name == "enablecloningpulse" { update(node, byForce: true) }
        case .copied(let node, _):
            for copy in node.withDescendants where copy.type.family == .comp { choose(copy) }
            touched(node)
        case .destroyed(let id):
            if cloneIDs.remove(id) != nil { setMaster(nil, of: id) }
        case .created(let node), .willDestroy(let node), .renamed(let node, _),
            .contentReplaced(let node), .parametersRedefined(let node), .wired(let node),
            .flagsChanged(let node):
            touched(node)
        }
    }

    /// Updates the clones of every master that changed.
    func update() {
        guard !stale.isEmpty else { return }
        let waiting = stale.sorted { $0.number < $1.number }
        stale.removeAll()
        for id in waiting {
            if let clone = host.network.operator(withID: id) { update(clone) }
        }
    }

    private func choose(_ node: Operator) {
        guard case .string(let path)? = node.parameters.value(of: "clone"), !path.isEmpty else {
            if let parameter = node.parameters["clone"], parameter.mode != .constant {
                adopt(node)
            } else if cloneIDs.remove(node.id) != nil {
                setMaster(nil, of: node.id)
            }
            return
        }
        adopt(node)
    }

    private func adopt(_ node: Operator) {
        cloneIDs.insert(node.id)
        // A project that is being read may bring the master later.
        stale.insert(node.id)
        update(node)
    }

    /// Marks the clones of the masters that an operator stands in.
    private func touched(_ node: Operator) {
        guard !masters.isEmpty else { return }
        var above: Operator? = node
        while let candidate = above {
            if let clones = followers[candidate.id] { stale.formUnion(clones) }
            above = candidate.parent
        }
    }

    private func setMaster(_ master: OperatorID?, of clone: OperatorID) {
        if let old = masters[clone] {
            followers[old]?.remove(clone)
            if followers[old]?.isEmpty == true { followers[old] = nil }
        }
        masters[clone] = master
        if let master { followers[master, default: []].insert(clone) }
    }

    private func update(_ clone: Operator, byForce: Bool = false) {
        guard !isUpdating, byForce || clone.parameters.value(of: "enablecloning") != .bool(false),
            let master = master(of: clone), master !== clone
        else { return }
        setMaster(master.id, of: clone.id)
        stale.remove(clone.id)
        isUpdating = true
        defer { isUpdating = false }
        do throws(NetworkError) {
            try host.network.imitate(clone, master)
        } catch {
            host.scriptErrors.add("The clone can't follow its master: \(error)", to: clone)
        }
    }

    private func master(of clone: Operator) -> Operator? {
        guard let parameter = clone.parameters["clone"],
            let value = try? ParameterAccess.evaluate(parameter)
        else { return nil }
        if let node = OperatorObject.node(ofAny: value) { return node }
        guard value.isString, let path = try? String(python: value) else { return nil }
        return host.network.find(path, namedBy: clone)
    }
}
