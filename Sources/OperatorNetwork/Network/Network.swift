/// All operators of a project: a tree below `/`, and the one door for changes to it.
///
/// - Thread: main
package final class Network {
    package let catalog: OperatorCatalog
    /// The COMP at `/`, which holds all others.
    package let root: Operator

    /// Hears of every change.
    package weak var observer: (any NetworkObserver)?
    /// Evaluates the expressions of parameters.
    package weak var evaluator: (any ExpressionEvaluator)?
    /// Runs the scripts that make the outputs of some types.
    package weak var scripts: (any CookScripts)?
    /// Hears of every cook of an operator, before and after it.
    package weak var cookObserver: (any CookObserver)?
    /// Hears of what goes wrong in cooks and expressions.
    package weak var troubleObserver: (any TroubleObserver)?
    /// Tells cooks the time.
    package weak var clock: (any CookClock)?
    /// Copies storages along with operators.
    package weak var storageKeeper: (any StorageKeeper)?
    /// Runs the callbacks that cooks call.
    package weak var callbacks: (any CookCallbacks)?
    /// The time as something to depend on.
    package let timeNode = CookNode()
    /// Which operators there are, and under which names, as something to depend on.
    package let structureNode = CookNode()

    /// Writes down what changes, while somebody may want it back.
    package weak var journal: (any NetworkJournal)?

    /// Grows whenever a search by path could give another answer than before, so that answers
    /// may be kept as long as it stays.
    package private(set) var structureVersion: UInt64 = 0

    private var operators: [OperatorID: Operator] = [:]
    private var lastNumber = 1
    var globalShortcutHolders = GlobalShortcuts()
    var bindings = BoundParameters()

    static let globalShortcutParameter = "opshortcut"

    /// Makes a network that holds nothing but its root.
    package init(catalog: OperatorCatalog = .standard) {
        self.catalog = catalog
        root = Operator(id: OperatorID(number: 1), type: BaseCOMP.type, name: "")
        root.network = self
        operators[root.id] = root
    }

    deinit {
        for (_, member) in operators {
            member.isValid = false
            member.network = nil
        }
    }

    /// How many operators there are, the root among them.
    package var count: Int { operators.count }

    /// The operator of that number, `nil` once it is destroyed.
    package func `operator`(withID id: OperatorID) -> Operator? { operators[id] }

    /// Creates an operator with default parameters and content.
    ///
    /// - Parameters:
    ///   - type: What to create.
    ///   - name: Its name; the type's short name and the first free number without one. A name
    ///     that is taken gets the next free number.
    ///   - parent: The COMP to create it in.
    /// - Returns: The new operator.
    /// - Throws: `NetworkError` for an illegal name or a parent that can't hold it.
    /// - Source: <https://docs.derivative.ca/COMP_Class>
    package func create(
        _ type: OperatorType, named name: String? = nil, in parent: Operator
    ) throws(NetworkError) -> Operator {
        let created = try add(type, named: name, in: parent)
        note(.created(created))
        return created
    }

    /// Gives an operator another name.
    ///
    /// - Throws: `NetworkError` with TouchDesigner's text when the name is illegal or taken.
    /// - Source: <https://docs.derivative.ca/OP_Class>
    package func rename(_ member: Operator, to name: String) throws(NetworkError) {
        try checkMembership(member, attempt: "renamed")
        guard let parent = member.parent else { throw .root("renamed") }
        guard name != member.name else { return }
        guard OperatorName(name).isLegal else { throw .illegalName(name, at: member.path) }
        if let holder = parent.child(named: name) {
            throw .takenName(name, at: member.path, by: holder)
        }
        let old = member.name
        parent.childList?.rename(member, to: name)
        note(.renamed(member, from: old))
    }

    /// Adds an operator without telling anyone.
    func add(
        _ type: OperatorType, named name: String?, in parent: Operator
    ) throws(NetworkError) -> Operator {
        try checkMembership(parent, attempt: "given children")
        guard parent.type.family == .comp, !parent.isBeingDestroyed else {
            throw .noRoom(for: name ?? type.shortName, in: parent)
        }
        let freeName = try freeName(name, for: type, in: parent)
        lastNumber += 1
        let added = Operator(
            id: OperatorID(number: lastNumber), type: type, name: freeName)
        added.network = self
        added.parent = parent
        let children = parent.childList ?? ChildList()
        parent.childList = children
        children.append(added)
        operators[added.id] = added
        return added
    }

    /// Takes an operator without children out of the tree.
    func remove(_ leaving: Operator) {
        cutLoose(leaving)
        leaving.parent?.childList?.remove(leaving)
        leaving.parent = nil
        leaving.isValid = false
        globalShortcutHolders.remove(leaving)
        operators[leaving.id] = nil
        leaving.network = nil
        leaving.madeCook?.leave()
        note(.destroyed(leaving.id))
    }

    func note(_ change: NetworkChange) {
        switch change {
        case .created, .copied, .destroyed, .renamed, .flagsChanged: structureVersion &+= 1
        default: break
        }
        followForCooking(change)
        journal?.noted(change)
        observer?.network(self, didMake: change)
    }

    func checkMembership(_ member: Operator, attempt: String) throws(NetworkError) {
        guard member.isValid, member.network === self else {
            throw .gone(member.name, attempt: attempt)
        }
    }

    private func freeName(
        _ name: String?, for type: OperatorType, in parent: Operator
    ) throws(NetworkError) -> String {
        guard let name else {
            return try numbered(type.shortName, from: 1, in: parent)
        }
        guard OperatorName(name).isLegal else {
            throw .illegalName(name, at: "a new operator in \(parent.path)")
        }
        guard parent.child(named: name) != nil else { return name }

        let (base, number) = OperatorName(name).split
        guard let number, number < Int.max else { return try numbered(name, from: 1, in: parent) }
        return try numbered(base, from: number + 1, in: parent)
    }

    private func numbered(
        _ base: String, from first: Int, in parent: Operator
    ) throws(NetworkError) -> String {
        let children = parent.childList ?? ChildList()
        parent.childList = children
        guard let name = children.freeName(base: base, from: first) else {
            throw .noFreeName(base, in: parent.path)
        }
        return name
    }
}
