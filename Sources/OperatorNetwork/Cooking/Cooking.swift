/// How the operators of a type make their output; each operator has its own, which may keep state
/// from one cook to the next.
///
/// - Thread: main
package protocol Cooking: AnyObject {
    /// Makes the output: calls `output` of the context, once.
    ///
    /// What is read through the context is remembered, and a change of it brings the next cook.
    /// Inputs and parameters are best read before state is changed: reading may throw, when a cook
    /// is to be given up and run again.
    ///
    /// - Throws: `CookFailure`, which becomes the operator's error; whatever the context throws.
    func cook(_ context: CookContext) throws

    /// A pulse parameter of the operator was pressed; a cook follows when somebody asks.
    func pulsed(_ parameter: Parameter, of node: Operator)

    /// Whether scripts may change the output now.
    func isEditable(of node: Operator) -> Bool
}

extension Cooking {
    package func pulsed(_ parameter: Parameter, of node: Operator) {}
    package func isEditable(of node: Operator) -> Bool { false }
}

/// Cooking that keeps nothing between cooks.
final class PlainCooking: Cooking {
    private let body: (CookContext) throws -> Void

    init(_ body: @escaping (CookContext) throws -> Void) {
        self.body = body
    }

    func cook(_ context: CookContext) throws { try body(context) }
}
