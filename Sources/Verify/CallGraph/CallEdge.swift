/// One function of the project calls another.
struct CallEdge {
    /// The call whose arguments the parameters get; nil where they come in another way.
    let site: Expression?
    let callee: ScriptFunction
    /// Whether the first parameter is the object that the call belongs to.
    let hasReceiver: Bool

    /// The parameters that the call gives an argument or leaves at their default, with the expression
    /// that says so; nothing of those of which it cannot be told.
    var arguments: [(parameter: FunctionDefinition.Parameter, value: Expression, isDefault: Bool)] {
        guard case .call(_, let arguments)? = site?.kind,
            !arguments.contains(where: \.isUnpacked)
        else { return [] }
        return Self.bind(arguments, to: callee.definition, after: hasReceiver ? 1 : 0)
    }

    /// Says which parameter gets which argument, or its default; `start` is the first that one reaches.
    static func bind(
        _ arguments: [Expression.Argument], to definition: FunctionDefinition, after start: Int
    ) -> [(parameter: FunctionDefinition.Parameter, value: Expression, isDefault: Bool)] {
        let positional = arguments.filter { $0.name == nil }.map(\.value)
        var position = 0
        return definition.parameters.enumerated().compactMap { index, parameter in
            guard index >= start else { return nil }
            var given = arguments.first { $0.name == parameter.name }?.value
            switch parameter.kind {
            case .positional:
                if position < positional.count { given = given ?? positional[position] }
                position += 1
            case .keyword: break
            case .allPositional, .allKeywords: return nil
            }
            if let given { return (parameter, given, false) }
            return parameter.defaultValue.map { (parameter, $0, true) }
        }
    }
}
