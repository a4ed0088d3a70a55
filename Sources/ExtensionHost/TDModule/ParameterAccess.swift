internal import OperatorNetwork
internal import PythonRuntime

/// Parameter values between the network and Python.
///
/// - Source: <https://docs.derivative.ca/Par_Class>
enum ParameterAccess {
    /// The parameters whose expressions run now: one that comes up again depends on itself.
    private static var evaluating: Set<ObjectIdentifier> = []

    /// What `par.eval()` gives; an expression's value is kept until something that it read changes.
    static func evaluate(_ parameter: Parameter) throws(PythonError) -> PythonObject {
        let value: ParameterValue
        do {
            value = try parameter.evaluate()
        } catch let error as PythonError {
            // The same exception may be raised many times; its traceback must not grow each time.
            if let traceback = parameter.companion as? PythonObject {
                try error.exception.setAttribute("__traceback__", to: traceback)
            }
            throw error
        } catch let error as ParameterError {
            throw exception(for: error)
        } catch {
            throw CookPostponement.exception
        }
        if let object = parameter.companion as? PythonObject { return object }
        return try python(value, of: parameter)
    }

    /// The value of an expression, as the parameter's style has it.
    static func evaluate(
        _ expression: String, of parameter: Parameter
    ) throws(PythonError) -> PythonObject {
        guard let owner = parameter.owner else { throw TDErrors.invalidOperator }
        let host = try Host.running
        let identity = ObjectIdentifier(parameter)
        guard evaluating.insert(identity).inserted else {
            throw TDErrors.error("Cook dependency loop detected")
        }
        defer { evaluating.remove(identity) }
        let result = try host.scripts.evaluate(expression, me: owner)
        if parameter.style == .python { return result }
        if OperatorObject.isOperator(result), parameter.style.kind == .operatorPath {
            return result
        }
        let raw = try value(of: result, for: parameter)
        let held = try checked { () throws(ParameterError) in
            try parameter.definition.coerce(raw, at: owner.path)
        }
        return try python(held, of: parameter)
    }

    /// A held value as Python sees it: operator parameters give operators.
    static func python(
        _ value: ParameterValue, of parameter: Parameter
    ) throws(PythonError) -> PythonObject {
        switch value {
        case .none: return .none
        case .bool(let value): return try value.python()
        case .int(let value): return try value.python()
        case .double(let value): return try value.python()
        case .string(let text):
            guard parameter.style.kind == .operatorPath else { return try text.python() }
            guard !text.isEmpty, let owner = parameter.owner else { return .none }
            return try OperatorObject.objectOrNone(
                of: owner.network?.find(text, seenFrom: owner))
        }
    }

    /// `par.val = value`.
    static func set(_ parameter: Parameter, _ value: PythonObject) throws(PythonError) {
        let held = try self.value(of: value, for: parameter)
        try checked { () throws(ParameterError) in try parameter.set(held) }
    }

    /// `par.default = value`, for custom parameters.
    static func setDefault(
        _ parameter: Parameter, _ value: PythonObject
    ) throws(PythonError) {
        let raw = try self.value(of: value, for: parameter)
        try checked { () throws(ParameterError) in
            let held = try parameter.definition.coerce(raw, at: parameter.owner?.path ?? "")
            try parameter.redefine { $0.defaultValue = held }
        }
    }

    /// Takes over another parameter's value, expression and mode.
    static func copy(_ source: Parameter, to target: Parameter) throws(PythonError) {
        switch source.mode {
        case .constant, .export:
            try checked { () throws(ParameterError) in try target.set(source.value) }
        case .expression: target.setExpression(source.expression)
        case .bind: target.setBindExpression(source.bindExpression)
        }
    }

    /// A Python value as a parameter can hold it.
    static func value(
        of object: PythonObject, for parameter: Parameter
    ) throws(PythonError) -> ParameterValue {
        if object.isNone { return .none }
        if object.isBool { return .bool(try object.isTrue()) }
        if object.isInt { return .int(try Int(python: object)) }
        if object.isFloat { return .double(try Double(python: object)) }
        if object.isString { return .string(try String(python: object)) }
        if OperatorObject.isOperator(object) {
            return .string(try OperatorObject.node(of: object).path)
        }
        if TDModule.types.isNumberLike(object) {
            return try value(of: TDModule.plainValue(object), for: parameter)
        }
        if parameter.style.kind == .operatorPath, object.isList || object.isTuple {
            var paths: [String] = []
            for element in try object.elements() { paths.append(try element.text()) }
            return .string(paths.joined(separator: " "))
        }
        if parameter.style.kind == .text { return .string(try object.text()) }
        return .double(try Double(python: object))
    }

    private static func exception(for error: ParameterError) -> PythonError {
        switch error.kind {
        case .type: PythonError(.typeError, error.message)
        case .value: PythonError(.valueError, error.message)
        default: TDErrors.error(error.description)
        }
    }

    static func checked<Result>(
        _ body: () throws(ParameterError) -> Result
    ) throws(PythonError) -> Result {
        do throws(ParameterError) {
            return try body()
        } catch {
            throw exception(for: error)
        }
    }
}
