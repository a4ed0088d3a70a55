internal import OperatorNetwork
internal import PythonRuntime

/// Parameters that follow another one: bind mode.
///
/// - Source: <https://docs.derivative.ca/Binding>
enum ParameterBinding {
    /// Parameters whose masters are being looked for: one that comes up again follows itself.
    private static var following: Set<ObjectIdentifier> = []

    /// What the bind expression gives: a parameter, a cell, a dependency or anything with `val`.
    ///
    /// - Throws: What the expression raises; `td.tdError` when it leads back to the parameter.
    static func master(of parameter: Parameter) throws(PythonError) -> PythonObject {
        guard !parameter.bindExpression.isEmpty else { return .none }
        guard let owner = parameter.owner else { throw TDErrors.invalidOperator }
        return try Host.running.scripts.evaluate(parameter.bindExpression, me: owner)
    }

    /// What a parameter in bind mode is bound to, `None` for others and for what can't be found.
    static func masterOrNone(of parameter: Parameter) -> PythonObject {
        guard parameter.mode == .bind else { return .none }
        return (try? master(of: parameter)) ?? .none
    }

    /// The value that a master has.
    static func value(of master: PythonObject) throws(PythonError) -> PythonObject {
        if TDModule.types.isNumberLike(master) { return try TDModule.plainValue(master) }
        return try master.attributeIfPresent("val") ?? master
    }

    /// Gives the master a new value, which the parameter then has.
    static func set(_ parameter: Parameter, _ value: PythonObject) throws(PythonError) {
        let identity = ObjectIdentifier(parameter)
        guard following.insert(identity).inserted else {
            throw TDErrors.error("Cook dependency loop detected")
        }
        defer { following.remove(identity) }
        let master = try master(of: parameter)
        if let other = TDModule.types.par.payload(of: master, as: Parameter.self) {
            guard other !== parameter else {
                throw TDErrors.error("Cook dependency loop detected")
            }
            try ParameterAccess.set(other, value)
        } else if master.isNone {
            throw TDErrors.error(
                "The bind expression of \(parameter.name) on \(parameter.owner?.path ?? "") gives "
                    + "None, which holds no value.")
        } else {
            try master.setAttribute("val", to: value)
        }
    }

    /// The parameters that are bound to one.
    static func references(of parameter: Parameter) throws(PythonError) -> [PythonObject] {
        guard let network = parameter.owner?.network else { return [] }
        var references: [PythonObject] = []
        for other in network.boundParameters where other !== parameter {
            let master = TDModule.types.par.payload(
                of: masterOrNone(of: other), as: Parameter.self)
            if master === parameter { references.append(try ParType.make(other)) }
        }
        return references
    }

    /// Whose range counts: the master's where `bindRange` is on.
    static func definition(of parameter: Parameter) -> ParameterDefinition {
        guard parameter.definition.bindsRange, parameter.mode == .bind,
            following.insert(ObjectIdentifier(parameter)).inserted
        else { return parameter.definition }
        defer { following.remove(ObjectIdentifier(parameter)) }
        let master = TDModule.types.par.payload(
            of: masterOrNone(of: parameter), as: Parameter.self)
        return master.map(definition) ?? parameter.definition
    }
}
