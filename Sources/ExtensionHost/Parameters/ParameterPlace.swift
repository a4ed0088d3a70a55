internal import OperatorNetwork
internal import PythonRuntime

/// Where a parameter stands: its group, its page, its sequence, and whether it can be used there.
enum ParameterPlace {
    static func group(of parameter: Parameter) -> ParameterGroup {
        parameter.owner?.parameters.group(of: parameter)
            ?? ParameterGroup(name: parameter.name, parameters: [parameter])
    }

    /// The sequence whose block holds the parameter, or that it makes.
    static func sequence(of parameter: Parameter) -> ParameterSequence? {
        let name = parameter.definition.sequence ?? parameter.name
        guard parameter.definition.sequence != nil || parameter.style == .sequence else {
            return nil
        }
        return parameter.owner?.parameters.sequence(named: name)
    }

    /// `par.name = name`: a parameter of several keeps what its name has beyond the group's.
    static func rename(_ parameter: Parameter, to name: String) throws(PythonError) {
        let group = group(of: parameter)
        let suffix = parameter.definition.suffix
        guard group.parameters.count > 1 else { return try rename(group, to: name) }
        guard name.hasSuffix(suffix) else {
            throw TDErrors.error(
                "\(parameter.name) can't be called '\(name)': the name of this part of "
                    + "\(group.name) ends with '\(suffix)'.")
        }
        try rename(group, to: String(name.dropLast(suffix.count)))
    }

    static func rename(_ group: ParameterGroup, to name: String) throws(PythonError) {
        try change(group) { parameters throws(ParameterError) in
            try parameters.rename(group, to: name)
        }
    }

    static func setOrder(of group: ParameterGroup, to order: Double) throws(PythonError) {
        try change(group) { parameters throws(ParameterError) in
            try parameters.setOrder(order, of: group)
        }
    }

    /// `par.page = page`: a custom page, or the name of one.
    static func move(_ group: ParameterGroup, to page: PythonObject) throws(PythonError) {
        guard let parameters = group.parameters.first?.owner?.parameters else { return }
        guard let target = try PageType.customPage(page, of: parameters) else {
            throw TDErrors.error(
                "\(try page.representation()) is no custom page of "
                    + "\(parameters.owner?.path ?? "the operator").")
        }
        try change(group) { parameters throws(ParameterError) in
            try parameters.move(group, to: target)
        }
    }

    /// Whether people can use the parameter: as `enableExpr` says where there is one.
    ///
    /// A function is asked with the place in the group.
    static func isEnabled(_ parameter: Parameter) throws(PythonError) -> Bool {
        let expression = parameter.definition.enableExpression
        guard !expression.isEmpty, let owner = parameter.owner else {
            return parameter.definition.isEnabled
        }
        let answer = try Host.running.scripts.evaluate(expression, me: owner)
        guard answer.isCallable, !OperatorObject.isOperator(answer) else {
            return try answer.isTrue()
        }
        return try answer.call(parameter.definition.componentIndex.python()).isTrue()
    }

    private static func change(
        _ group: ParameterGroup,
        _ change: (ParameterCollection) throws(ParameterError) -> Void
    ) throws(PythonError) {
        guard let parameters = group.parameters.first?.owner?.parameters else { return }
        try ParameterAccess.checked { () throws(ParameterError) in try change(parameters) }
    }
}
