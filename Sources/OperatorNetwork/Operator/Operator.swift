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
    package let parameters: ParameterCollection
    /// The text or table of a DAT as it is now, up to date or not; `nil` for other families.
    package private(set) var ownContent: Content?
    /// What cooking keeps, once there is something to keep; see `cookState`.
    package internal(set) var madeCook: OperatorCook?

    package internal(set) weak var network: Network?

    // SAFETY: written by the network and by the parent's `deinit`, which clears it, so it never
    // outlives the parent; read on the main thread only.
    private nonisolated(unsafe) unowned(unsafe) var parentLink: Operator?

    // SAFETY: changed on the main thread by the network, and in `deinit` when nobody else holds
    // the operator any more.
    nonisolated(unsafe) var childList = ChildList()

    // SAFETY: written on the main thread and in the network's `deinit`, when no change can run.
    /// Whether the operator is part of a living network.
    package nonisolated(unsafe) internal(set) var isValid = true

    /// Whether the operator goes, although it is still whole.
    package internal(set) var isBeingDestroyed = false
    var wiring = Wiring()

    package var flags = OperatorFlags.standard {
        didSet {
            guard flags != oldValue else { return }
            if flags.symmetricDifference(oldValue).contains(.allowCooking) { allowCookingChanged() }
            network?.note(.flagsChanged(self))
        }
    }
    package var nodeX = 0
    package var nodeY = 0
    package var nodeWidth = Operator.standardWidth
    package var nodeHeight = Operator.standardHeight
    package var color = OperatorColor.standard
    package var comment = ""
    package var tags: Set<String> = []

    /// An opaque companion that the layer above hangs on; the network never looks at it.
    package var peer: UnsafeMutableRawPointer?
    /// What the storage holds at the start, for the layer above, which keeps the storage itself.
    package var startStorage: [NamedValue] = []
    /// Where the content comes from, for messages.
    package var origin: SourceOrigin?

    package static let standardWidth = 130
    package static let standardHeight = 90

    init(id: OperatorID, type: OperatorType, name: String) {
        self.id = id
        self.type = type
        self.name = name
        parameters = ParameterCollection(type.parameterTable)
        parameters.owner = self
        ownContent = Self.freshContent(of: self, type)
    }

    deinit {
        // Letting a deep tree go child by child would nest one deinit in the other until the
        // stack ends; so the tree is taken apart here.
        var orphans = childList.takeAll()
        for orphan in orphans { orphan.parentLink = nil }
        while var orphan = orphans.popLast() {
            guard isKnownUniquelyReferenced(&orphan) else { continue }
            let children = orphan.childList.takeAll()
            for child in children { child.parentLink = nil }
            orphans.append(contentsOf: children)
        }
    }

    package internal(set) var parent: Operator? {
        get { parentLink }
        set { parentLink = newValue }
    }

    /// The operators inside, in the order they were created.
    package var children: [Operator] { childList.all }

    package var numChildren: Int { childList.count }

    /// The child of a name, compared exactly, in constant time.
    package func child(named name: String) -> Operator? { childList[name] }

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
