internal import OperatorNetwork
internal import PythonRuntime

/// What `ui` stands for where there is no window: a clipboard, a status line, panes and an undo stack.
///
/// - Source: <https://docs.derivative.ca/UI_Class>
final class UserInterface {
    var clipboard = ""
    var status = ""
    /// The panes, the current one first.
    let panes: EditorPanes
    /// Colours, options and preferences by name.
    var colors: [String: PythonObject] = [:]
    var options: [String: PythonObject] = [:]
    var preferences: [String: PythonObject] = [:]

    private let textport: Textport
    // Copied operators stand in a network of their own, so that the originals may change or go.
    private var copied = Network()

    init(network: Network, textport: Textport) {
        self.textport = textport
        panes = EditorPanes(network: network)
    }

    /// Shows a message to whoever reads the textport, and answers as Enter would: the first button.
    ///
    /// - Returns: The index of the button.
    func messageBox(_ title: String, _ message: String, _ buttons: [String]) -> Int {
        let answer = buttons.first ?? "Ok"
        let choices = buttons.count > 1 ? " of \(buttons.joined(separator: ", "))" : ""
        textport.say("[understudy] \(title): \(message) -> \(answer)\(choices)")
        return 0
    }

    /// Says that a dialog was asked for, and that it gives what Cancel would.
    func cancelled(_ dialog: String) {
        textport.say("[understudy] \(dialog) gives None: nobody is here to choose.")
    }

    /// Takes copies of operators onto the clipboard for operators.
    func copy(_ nodes: [Operator]) throws(NetworkError) {
        let fresh = Network(catalog: copied.catalog)
        _ = try fresh.copy(nodes, into: fresh.root)
        copied = fresh
    }

    /// Puts copies of what was copied into a component.
    ///
    /// - Parameters:
    ///   - component: Where to.
    ///   - place: Where the first of them stands; nil leaves all where they stood.
    /// - Returns: The new operators.
    /// - Throws: `td.tdError` for a component that can't hold them.
    func paste(into component: Operator, at place: (x: Int?, y: Int?)) throws(PythonError)
        -> [Operator]
    {
        let sources = copied.root.children
        let made = try COMPCopying.copy(
            sources, into: component, names: Array(repeating: nil, count: sources.count))
        if let first = made.first {
            let (byX, byY) = (
                (place.x ?? first.nodeX) &- first.nodeX, (place.y ?? first.nodeY) &- first.nodeY
            )
            for node in made {
                node.nodeX &+= byX
                node.nodeY &+= byY
            }
        }
        return made
    }
}
