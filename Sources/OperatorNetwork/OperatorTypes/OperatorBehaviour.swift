/// What the operators of a type do, beside the names and parameters that the catalogue's row tells.
package nonisolated struct OperatorBehaviour: Sendable {
    let initialContent: OperatorType.InitialContent
    /// The most wires in; `nil` without a limit.
    let inputLimit: Int?
    /// First values of parameters.
    ///
    /// A value also decides what the parameter holds (a truth, a number, a text; nothing for a
    /// pulse) where the row can only guess.
    let values: [String: ParameterValue]
    /// The functions of the Callbacks DAT that is docked to a fresh operator.
    let callbacks: String?
    let cook: (@MainActor @Sendable () -> any Cooking)?

    init(
        initialContent: OperatorType.InitialContent = .table, inputLimit: Int?,
        values: [String: ParameterValue] = [:], callbacks: String? = nil,
        cook: (@MainActor @Sendable () -> any Cooking)? = nil
    ) {
        self.initialContent = initialContent
        self.inputLimit = inputLimit
        self.values = values
        self.callbacks = callbacks
        self.cook = cook
    }
}

nonisolated extension OperatorType {
    /// The declared type with a behaviour.
    func behaving(as behaviour: OperatorBehaviour) -> OperatorType {
        let pages = self.pages.map { page in
            ParameterPage(
                page.name,
                page.definitions.map { definition in
                    [behaviour.values[definition.name].map(definition.beginning) ?? definition]
                })
        }
        return OperatorType(
            shortName, family, label: label, subType: subType, pages: pages,
            initialContent: behaviour.initialContent, inputLimit: behaviour.inputLimit,
            cook: behaviour.cook, callbacks: behaviour.callbacks)
    }
}

nonisolated extension ParameterDefinition {
    /// The definition with a first value, and with a style that can hold it.
    fileprivate func beginning(with value: ParameterValue) -> ParameterDefinition {
        let wanted: ParameterStyle =
            switch value {
            case .bool: .toggle
            case .int: .int
            case .double: .float
            case .string: [.text, .menu, .operatorPath].contains(style.kind) ? style : .str
            default: .pulse
            }
        var definition = self
        if wanted != style {
            definition = ParameterDefinition(name: name, label: label, style: wanted, page: page)
        }
        if value != .none { definition.defaultValue = value }
        return definition
    }
}
