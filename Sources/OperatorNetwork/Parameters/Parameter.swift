/// One parameter of one operator: what it is, what it holds, and where its value comes from.
///
/// - Thread: main
/// - Source: <https://docs.derivative.ca/Par_Class>
package final class Parameter {
    package internal(set) var definition: ParameterDefinition
    /// The operator, `nil` once it is gone or the parameter was removed from it.
    package internal(set) weak var owner: Operator?

    package private(set) var mode: ParameterMode
    /// The constant, which stays while an expression is in charge.
    package private(set) var value: ParameterValue
    package private(set) var expression: String
    package private(set) var bindExpression: String

    private var isEvaluating = false

    init(_ definition: ParameterDefinition, owner: Operator) {
        self.definition = definition
        self.owner = owner
        mode = definition.defaultMode
        value = definition.defaultValue
        expression = definition.defaultExpression
        bindExpression = definition.defaultBindExpression
    }

    package var name: String { definition.name }
    package var style: ParameterStyle { definition.style }

    /// Whether the parameter still belongs to a living operator.
    package var isValid: Bool { owner?.isValid ?? false }

    /// Whether mode and value are those of a fresh parameter.
    package var isDefault: Bool {
        guard mode == definition.defaultMode else { return false }
        return switch mode {
        case .constant, .export: value == definition.defaultValue
        case .expression: expression == definition.defaultExpression
        case .bind: bindExpression == definition.defaultBindExpression
        }
    }

    /// The place of a menu's value among its entries, `nil` when it is none of them.
    package var menuIndex: Int? {
        guard case .string(let name) = value else { return nil }
        return definition.menuNames.firstIndex(of: name)
    }

    /// Sets the constant and puts it in charge.
    ///
    /// A sequence grows or shrinks to that many blocks.
    ///
    /// - Throws: `ParameterError` when the style can't hold the value.
    package func set(_ newValue: ParameterValue) throws(ParameterError) {
        let held = try definition.coerce(newValue, at: path)
        if style == .sequence, case .int(let blocks) = held {
            try owner?.parameters.sequence(named: name)?.resize(to: blocks)
        }
        var state = state
        state.value = held
        state.mode = .constant
        assign(state)
    }

    /// Sets the expression and puts it in charge; it is not evaluated here.
    package func setExpression(_ text: String) {
        var state = state
        state.expression = text
        state.mode = .expression
        assign(state)
    }

    /// Sets the expression that names the parameter to follow, and puts it in charge.
    package func setBindExpression(_ text: String) {
        var state = state
        state.bindExpression = text
        state.mode = .bind
        assign(state)
    }

    /// Chooses what is in charge; the constant and the expressions stay as they are.
    package func setMode(_ newMode: ParameterMode) {
        var state = state
        state.mode = newMode
        assign(state)
    }

    /// Goes back to the default value, expressions and mode.
    ///
    /// - Returns: Whether anything changed.
    @discardableResult
    package func reset() -> Bool {
        assign(
            State(
                mode: definition.defaultMode,
                value: style == .sequence ? value : definition.defaultValue,
                expression: definition.defaultExpression,
                bindExpression: definition.defaultBindExpression))
    }

    /// Tells observers that a pulse was pressed; the value stays.
    package func pulse() {
        guard let owner else { return }
        owner.network?.note(.parameterPulsed(owner, self))
    }

    /// The value now: the constant, or what the expression in charge gives.
    ///
    /// - Throws: What the expression raises, or `ParameterError` when the result doesn't fit.
    package func evaluate() throws -> ParameterValue {
        switch mode {
        case .constant, .export: value
        case .expression: try evaluate(expression)
        case .bind: try evaluate(bindExpression)
        }
    }

    private func evaluate(_ text: String) throws -> ParameterValue {
        guard !isEvaluating else { throw ParameterError.loop(name, at: path) }
        guard let evaluator = owner?.network?.evaluator else {
            throw ParameterError.noEvaluator(name, at: path)
        }
        isEvaluating = true
        defer { isEvaluating = false }
        return try definition.coerce(evaluator.evaluate(text, for: self), at: path)
    }

    private var path: String { owner?.path ?? "" }
}

extension Parameter {
    /// Everything a parameter holds, to be set or copied at once.
    struct State: Equatable {
        var mode: ParameterMode
        var value: ParameterValue
        var expression: String
        var bindExpression: String
    }

    var state: State {
        State(
            mode: mode, value: value, expression: expression, bindExpression: bindExpression)
    }

    /// Takes over a state and tells observers when it differs.
    ///
    /// - Returns: Whether it did.
    @discardableResult
    func assign(_ new: State, tellingObservers: Bool = true) -> Bool {
        guard new != state else { return false }

        (mode, value) = (new.mode, new.value)
        (expression, bindExpression) = (new.expression, new.bindExpression)
        guard let owner else { return true }
        if name == Network.globalShortcutParameter {
            owner.network?.noteGlobalShortcut(of: owner, takingOver: tellingObservers)
        }
        if tellingObservers { owner.network?.note(.parameterChanged(owner, self)) }
        return true
    }

    /// Changes the definition of a custom parameter; name, style and page stay.
    ///
    /// - Throws: `ParameterError` for a built-in parameter.
    package func redefine(
        _ change: (inout ParameterDefinition) -> Void
    ) throws(ParameterError) {
        guard definition.isCustom else {
            throw .definition(
                name, at: owner?.path ?? "",
                "is built in and can't be redefined; only custom parameters can.")
        }
        change(&definition)
        if let owner { owner.network?.note(.parametersRedefined(owner)) }
    }
}
