internal import OperatorNetwork

/// One pane of the network editor.
///
/// - Source: <https://docs.derivative.ca/Pane_Class>
final class EditorPane {
    let id: Int
    var name: String
    var kind = "NETWORKEDITOR"
    var isOpen = true
    var link = 0
    var ratio = 0.5
    var isMaximized = false
    var isFloating = false
    /// Where a network editor looks.
    var x = 0.0
    var y = 0.0
    var zoom = 1.0
    /// What else is set of it, by name.
    var switches: [String: Bool] = [:]
    private weak var shown: Operator?
    private let network: Network

    fileprivate init(id: Int, network: Network, owner: Operator?) {
        self.id = id
        self.network = network
        name = "pane\(id)"
        shown = owner
    }

    /// The component whose inside it shows.
    var owner: Operator {
        get {
            if let shown, shown.isValid { return shown }
            return network.root.child(named: "project1") ?? network.root
        }
        set { shown = newValue }
    }
}

/// The panes of the network editor; there is always one.
///
/// - Source: <https://docs.derivative.ca/Panes_Class>
final class EditorPanes {
    private(set) var all: [EditorPane] = []
    private let network: Network
    private var lastID = 0

    init(network: Network) {
        self.network = network
        _ = add()
    }

    var current: EditorPane { all.first { !$0.isFloating } ?? all[0] }

    /// Opens another pane.
    func add(like pane: EditorPane? = nil) -> EditorPane {
        lastID += 1
        let made = EditorPane(id: lastID, network: network, owner: pane?.owner)
        made.kind = pane?.kind ?? made.kind
        all.append(made)
        return made
    }

    /// Closes a pane; the last one stays.
    ///
    /// - Returns: Whether it was closed.
    func close(_ pane: EditorPane) -> Bool {
        guard all.count > 1 else { return false }
        pane.isOpen = false
        all.removeAll { $0 === pane }
        return true
    }
}
