/// Cooking by the `onCook` of the operator's callbacks DAT, which writes into the operator.
///
/// - Source: <https://docs.derivative.ca/Script_DAT>
final class CallbackCooking: Cooking {
    func cook(_ context: CookContext) throws {
        // Any parameter may matter to code.
        for parameter in context.operator.parameters.custom { _ = try parameter.evaluate() }
        try context.cook.network?.callbacks?.cookScript(of: context.operator)
    }

    func isEditable(of node: Operator) -> Bool { node.cookState.isRunning }
}
