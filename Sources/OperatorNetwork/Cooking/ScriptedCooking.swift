/// Cooking that a script of the layer above does, for types that scripts describe best.
final class ScriptedCooking: Cooking {
    /// When scripts of the project may change the content.
    nonisolated enum Editing: Sendable {
        case never
        case whileCooking
        case always
    }

    private let script: String
    private let editing: Editing

    init(_ script: String, editing: Editing = .never) {
        self.script = script
        self.editing = editing
    }

    func cook(_ context: CookContext) throws {
        guard let scripts = context.cook.network?.scripts else {
            throw CookFailure("This network has nothing that runs the script '\(script)'.")
        }
        try scripts.cook(script, context)
    }

    func pulsed(_ parameter: Parameter, of node: Operator) {
        node.network?.scripts?.pulsed(script, parameter, of: node)
    }

    func isEditable(of node: Operator) -> Bool {
        switch editing {
        case .never: false
        case .whileCooking: node.cookState.isRunning
        case .always: true
        }
    }
}

/// Runs the scripts that make operators' outputs.
///
/// - Thread: main
package protocol CookScripts: AnyObject {
    /// Makes an operator's output.
    ///
    /// - Throws: What the script raised.
    func cook(_ script: String, _ context: CookContext) throws

    /// Tells the script that a pulse parameter of an operator was pressed.
    func pulsed(_ script: String, _ parameter: Parameter, of node: Operator)
}
