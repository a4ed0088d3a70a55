/// Cooking that a script of the layer above does, for types that scripts describe best.
final class ScriptedCooking: Cooking {
    private let script: String
    /// Whether scripts of the project may change the content.
    private let isEditable: Bool

    init(_ script: String, isEditable: Bool) {
        self.script = script
        self.isEditable = isEditable
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

    func isEditable(of node: Operator) -> Bool { isEditable }
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
