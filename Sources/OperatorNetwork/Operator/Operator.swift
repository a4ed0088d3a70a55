/// One node of the network: a name in a tree, parameters, content, wires and looks.
///
/// A destroyed operator stays a valid Swift object for those who still hold it: `isValid` is
/// false, it has no network, no parent and no children.
///
/// - Thread: main
/// - Source: <https://docs.derivative.ca/OP_Class>
package final class Operator {
    package let id: OperatorID
    package let type: OperatorType
    package internal(set) var name: String
    private var madeParameters: ParameterCollection?
    /// The text or table of a DAT as it is now, up to date or not; `nil` for other families.
    package private(set) var ownContent: Content?
    /// What cooking keeps, once there is something to keep; see `cookState`.
    package internal(set) var madeCook: OperatorCook?
    /// What people see and read of the operator, once it differs from a fresh one's.
    var madeLooks: OperatorLooks?
    private var madeWires: OperatorWires?

    // SAFETY: written by the network and by its `deinit`, which clears it, so it never outlives the
    // network; read on the main thread only.
    private nonisolated(unsafe) unowned(unsafe) var networkLink: Network?

    // SAFETY: written by the network and by the parent's `deinit`, which clears it, so it never
    // outlives the parent; read on the main thread only.
    private nonisolated(unsafe) unowned(unsafe) var parentLink: Operator?

    // SAFETY: changed on the main thread by the network, and in `deinit` when nobody else holds
    // the operator any more.
    /// The operators inside, once there is one.
    nonisolated(unsafe) var childList: ChildList?

    /// An opaque companion that the layer above hangs on; the network never looks at it.
    package var peer: UnsafeMutableRawPointer?
    package var nodeX = 0
    package var nodeY = 0

    package var flags = OperatorFlags.standard {
        didSet {
            guard flags != oldValue else { return }
            if flags.symmetricDifference(oldValue).contains(.allowCooking) { allowCookingChanged() }
            network?.note(.flagsChanged(self))
        }
    }

    // SAFETY: written on the main thread and in the network's `deinit`, when no change can run.
    /// Whether the operator is part of a living network.
    package nonisolated(unsafe) internal(set) var isValid = true

    /// Whether the operator goes, although it is still whole.
    package internal(set) var isBeingDestroyed = false

    package static let standardWidth = 130
    package static let standardHeight = 90

    init(id: OperatorID, type: OperatorType, name: String) {
        self.id = id
        self.type = type
        self.name = name
        ownContent = Self.freshContent(of: self, type)
    }

    deinit {
        madeParameters?.ownerEnds()
        ownContent?.ownerEnds()
        // Letting a deep tree go child by child would nest one deinit in the other until the
        // stack ends; so the tree is taken apart here.
        guard let childList else { return }
        var orphans = childList.takeAll()
        for orphan in orphans { orphan.parentLink = nil }
        while var orphan = orphans.popLast() {
            guard isKnownUniquelyReferenced(&orphan) else { continue }
            guard let children = orphan.childList?.takeAll() else { continue }
            for child in children { child.parentLink = nil }
            orphans.append(contentsOf: children)
        }
    }

    package internal(set) var parent: Operator? {
        get { parentLink }
        set { parentLink = newValue }
    }

    /// The network, `nil` once the operator is destroyed.
    package internal(set) nonisolated var network: Network? {
        get { networkLink }
        set { networkLink = newValue }
    }

    /// The parameters; those of an operator whose parameters nobody touches cost nothing.
    package var parameters: ParameterCollection {
        if let madeParameters { return madeParameters }
        let made = ParameterCollection(owner: self)
        madeParameters = made
        return made
    }

    /// Whether anybody has asked for the parameters.
    var hasParameters: Bool { madeParameters != nil }

    /// The wires; none are kept for an operator that never had one.
    var wiring: Wiring {
        _read {
            if let madeWires { yield madeWires.wiring } else { yield Wiring() }
        }
        _modify {
            let wires = madeWires ?? OperatorWires()
            madeWires = wires
            yield &wires.wiring
        }
    }

    /// Whether the operator has or had wires, docks or ties.
    var hasWiring: Bool { madeWires != nil }

    /// The operators inside, in the order they were created.
    package var children: [Operator] { childList?.all ?? [] }

    package var numChildren: Int { childList?.count ?? 0 }

    /// The child of a name, compared exactly, in constant time.
    package func child(named name: String) -> Operator? { childList?[name] }

    /// The parent, its parent and so on, the root last.
    package var ancestors: some Sequence<Operator> {
        sequence(first: self, next: { $0.parent }).dropFirst()
    }

    /// Whether this operator stands somewhere inside another one.
    package func isInside(_ other: Operator) -> Bool {
        ancestors.contains { $0 === other }
    }

    /// The path from the root, such as `/project1/text1`; `/` for the root itself.
    package var path: String {
        guard parent != nil else { return name.isEmpty ? "/" : name }

        var names: [String] = []
        var step = self
        while let parent = step.parent {
            names.append(step.name)
            step = parent
        }
        var path = ""
        for name in names.reversed() {
            path += "/"
            path += name
        }
        return path
    }

    /// The number that the last digits in the name spell.
    package var digits: Int? { OperatorName(name).digits }

    /// The name before its last digits.
    package var base: String { OperatorName(name).base }

    /// Everything inside, at any depth, each operator before what it holds.
    package var descendants: OperatorWalk { OperatorWalk(from: self) }

    private static func freshContent(of owner: Operator, _ type: OperatorType) -> Content? {
        switch type.initialContent {
        case .none: return nil
        case .table:
            let content = Content(kind: .table, owner: owner)
            // What a cook makes starts from nothing.
            if type.makesOutput { content.become(copyOf: nil) }
            return content
        case .text(let text):
            let content = Content(kind: .text, owner: owner)
            if !text.isEmpty { content.makeOneCell(text) }
            return content
        }
    }
}
