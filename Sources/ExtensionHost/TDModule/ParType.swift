internal import OperatorNetwork
internal import PythonRuntime

/// `td.Par`: one parameter; it acts as its value.
///
/// - Source: <https://docs.derivative.ca/Par_Class>
enum ParType {
    static var members: [NativeMember] {
        values + definition + tests + methods
            + NumberLike.members { par throws(PythonError) in
                try ParameterAccess.evaluate(parameter(of: par))
            } + [identity]
    }

    /// The hash of the parameter and not of its value, so that all objects of one parameter are one
    /// key, whatever it holds.
    private static var identity: NativeMember {
        .method("__hash__") { call throws(PythonError) in
            try ObjectIdentifier(parameter(of: call.owner)).hashValue.python()
        }
    }

    /// A new object for a parameter; TouchDesigner makes a new one at each access too.
    static func make(_ parameter: Parameter) throws(PythonError) -> PythonObject {
        try TDModule.types.par.instance(of: parameter)
    }

    static func parameter(of object: PythonObject) throws(PythonError) -> Parameter {
        guard let parameter = TDModule.types.par.payload(of: object, as: Parameter.self),
            parameter.isValid
        else {
            throw TDErrors.error("Invalid Par object: its operator or the parameter is gone.")
        }
        return parameter
    }

    private static func reading(
        _ name: String, _ get: @escaping (Parameter) throws(PythonError) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { par throws(PythonError) in try get(parameter(of: par)).python() }
    }

    private static func member(
        _ name: String, _ get: @escaping (Parameter) throws(PythonError) -> any PythonConvertible,
        set: @escaping (Parameter, PythonObject) throws(PythonError) -> Void
    ) -> NativeMember {
        .property(
            name, get: { par throws(PythonError) in try get(parameter(of: par)).python() },
            set: { par, value throws(PythonError) in try set(parameter(of: par), value) })
    }

    /// A part of the definition, which scripts may change on custom parameters.
    private static func defining<Value: PythonConvertible & PythonConstructible & Sendable>(
        _ name: String, _ part: WritableKeyPath<ParameterDefinition, Value>
    ) -> NativeMember {
        member(name, { $0.definition[keyPath: part] }) { parameter, value throws(PythonError) in
            let new = try Value(python: value)
            try ParameterAccess.checked { () throws(ParameterError) in
                try parameter.redefine { $0[keyPath: part] = new }
            }
        }
    }

    private static var values: [NativeMember] {
        [
            member(
                "val",
                { parameter throws(PythonError) in
                    try ParameterAccess.python(parameter.value, of: parameter)
                }, set: ParameterAccess.set),
            member("expr", { $0.expression }) { parameter, value throws(PythonError) in
                parameter.setExpression(try value.text())
                // TouchDesigner evaluates at once, so a broken expression fails where it is written.
                _ = try ParameterAccess.evaluate(parameter)
            },
            member("bindExpr", { $0.bindExpression }) { parameter, value throws(PythonError) in
                parameter.setBindExpression(try value.text())
            },
            member(
                "mode",
                { parameter throws(PythonError) in try ParModeType.object(for: parameter.mode) }
            ) {
                parameter, value throws(PythonError) in
                parameter.setMode(try ParModeType.mode(of: value))
            },
            member(
                "default",
                { parameter throws(PythonError) in
                    try ParameterAccess.python(parameter.definition.defaultValue, of: parameter)
                }, set: ParameterAccess.setDefault),
            reading("isDefault") { $0.isDefault },
            member("menuIndex", { $0.menuIndex }) { parameter, value throws(PythonError) in
                try ParameterAccess.set(parameter, value)
            },
        ]
    }

    private static var definition: [NativeMember] {
        [
            reading("name") { $0.name },
            defining("label", \.label),
            reading("style") { $0.style.rawValue },
            reading("owner") { parameter throws(PythonError) in
                try OperatorObject.objectOrNone(of: parameter.owner)
            },
            reading("page") { $0.definition.page },
            defining("order", \.order),
            defining("min", \.minimum),
            defining("max", \.maximum),
            defining("clampMin", \.clampsMinimum),
            defining("clampMax", \.clampsMaximum),
            defining("normMin", \.normMinimum),
            defining("normMax", \.normMaximum),
            defining("menuNames", \.menuNames),
            defining("menuLabels", \.menuLabels),
            defining("menuSource", \.menuSource),
            defining("readOnly", \.isReadOnly),
            defining("enable", \.isEnabled),
            defining("help", \.help),
            defining("enableExpr", \.enableExpression),
            defining("password", \.isPassword),
            defining("startSection", \.startsSection),
            reading("vecIndex") { $0.definition.componentIndex },
            .property("valid") { par throws(PythonError) in
                let parameter = TDModule.types.par.payload(of: par, as: Parameter.self)
                return try (parameter?.isValid ?? false).python()
            },
        ]
    }

    private static var tests: [NativeMember] {
        let kinds: [(String, (Parameter) -> Bool)] = [
            ("isCustom", { $0.definition.isCustom }), ("isPulse", { $0.style == .pulse }),
            ("isMomentary", { $0.style == .momentary }),
            ("isMenu", { $0.style == .menu || $0.style == .strMenu }),
            ("isNumber", { [.float, .int, .toggle].contains($0.style.kind) }),
            ("isFloat", { $0.style.kind == .float }), ("isInt", { $0.style.kind == .int }),
            ("isOP", { $0.style.kind == .operatorPath }), ("isPython", { $0.style == .python }),
            ("isSequence", { $0.style == .sequence }), ("isString", { $0.style.kind == .text }),
            ("isToggle", { $0.style == .toggle }),
        ]
        return kinds.map { name, test in reading(name) { test($0) } }
    }

    private static var methods: [NativeMember] {
        [
            .method("eval") { call throws(PythonError) in
                try ParameterAccess.evaluate(parameter(of: call.owner))
            },
            .method("evalExpression") { call throws(PythonError) in
                let parameter = try parameter(of: call.owner)
                return try ParameterAccess.evaluate(parameter.expression, of: parameter)
            },
            .method("reset") { call throws(PythonError) in
                try parameter(of: call.owner).reset().python()
            },
            .method("set", "value") { call throws(PythonError) in
                try ParameterAccess.set(parameter(of: call.owner), call[0])
                return .none
            },
            .method("pulse", "value=1, frames=0, seconds=0") { call throws(PythonError) in
                try parameter(of: call.owner).pulse()
                return .none
            },
            .method("copy", "par") { call throws(PythonError) in
                let source = try parameter(of: call[0])
                try ParameterAccess.copy(source, to: parameter(of: call.owner))
                return .none
            },
            .method("isSamePar", "par") { call throws(PythonError) in
                try (parameter(of: call.owner) === parameter(of: call[0])).python()
            },
            .method("__str__") { call throws(PythonError) in
                try ParameterAccess.evaluate(parameter(of: call.owner)).text().python()
            },
            .method("__repr__") { call throws(PythonError) in
                let parameter = try parameter(of: call.owner)
                let value = try ParameterAccess.evaluate(parameter).text()
                let path = parameter.owner?.path ?? ""
                return try "type:Par name:\(parameter.name) owner:\(path) value:\(value)".python()
            },
        ]
    }
}
