internal import OperatorNetwork
internal import PythonRuntime

/// Parameter values between the network and Python.
///
/// - Source: <https://docs.derivative.ca/Par_Class>
enum ParameterAccess {
    /// The parameters whose expressions run now: one that comes up again depends on itself.
    private static var evaluating: Set<ObjectIdentifier> = []
    /// The parameter whose expression runs now, as `me.curPar` tells.
    private(set) static var current: Parameter?

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
        try guarding(parameter) { owner throws(PythonError) in
            var result = try Host.running.scripts.evaluate(expression, me: owner)
            if parameter.mode == .bind { result = try ParameterBinding.value(of: result) }
            if parameter.style == .python { return result }
            if parameter.style.kind == .operatorPath {
                if OperatorObject.isOperator(result) { return result }
                if result.isList || result.isTuple, try result.count() > 1 { return result }
            }
            let raw = try value(of: result, for: parameter)
            let held = try checked { () throws(ParameterError) in
                try parameter.definition.coerce(raw, at: owner.path)
            }
            return try python(held, of: parameter)
        }
    }

    /// What an expression of a parameter gives, whatever the parameter can hold.
    static func run(
        _ expression: String, of parameter: Parameter
    ) throws(PythonError) -> PythonObject {
        try guarding(parameter) { owner throws(PythonError) in
            try Host.running.scripts.evaluate(expression, me: owner)
        }
    }

    /// Evaluates something of a parameter, which must not come back to it.
    private static func guarding(
        _ parameter: Parameter, _ body: (Operator) throws(PythonError) -> PythonObject
    ) throws(PythonError) -> PythonObject {
        guard let owner = parameter.owner else { throw TDErrors.invalidOperator }
        let identity = ObjectIdentifier(parameter)
        guard evaluating.insert(identity).inserted else {
            throw TDErrors.error("Cook dependency loop detected")
        }
        let outer = current
        current = parameter
        defer {
            evaluating.remove(identity)
            current = outer
        }
        return try body(owner)
    }

    /// A held value as `eval()` gives it: operator parameters give operators.
    static func python(
        _ value: ParameterValue, of parameter: Parameter
    ) throws(PythonError) -> PythonObject {
        guard case .string(let text) = value, parameter.style.kind == .operatorPath else {
            return try plain(value)
        }
        return try ParameterOperators.value(of: text, for: parameter)
    }

    /// What `val` gives: operators are the text of their path; a bound parameter has its master's.
    static func constant(of parameter: Parameter) throws(PythonError) -> PythonObject {
        if parameter.mode == .bind { return try evaluate(parameter) }
        return try plain(parameter.value)
    }

    /// A held value as it is.
    static func plain(_ value: ParameterValue) throws(PythonError) -> PythonObject {
        switch value {
        case .none: .none
        case .bool(let value): try value.python()
        case .int(let value): try value.python()
        case .double(let value): try value.python()
        case .string(let text): try text.python()
        case .object(let object): object.content as? PythonObject ?? .none
        }
    }

    /// `par.val = value`; a parameter in bind mode hands the value to its master.
    static func set(_ parameter: Parameter, _ value: PythonObject) throws(PythonError) {
        if parameter.mode == .bind, !parameter.bindExpression.isEmpty {
            return try ParameterBinding.set(parameter, value)
        }
        let held = try ParameterMenu.chosen(self.value(of: value, for: parameter), for: parameter)
        try checked { () throws(ParameterError) in try parameter.set(held) }
    }

    /// `par.default = value`, for custom parameters.
    static func setDefault(
        _ parameter: Parameter, _ value: PythonObject
    ) throws(PythonError) {
        let raw = try ParameterMenu.chosen(self.value(of: value, for: parameter), for: parameter)
        try checked { () throws(ParameterError) in
            let held = try parameter.definition.coerce(raw, at: parameter.owner?.path ?? "")
            try parameter.redefine { $0.defaultValue = held }
        }
    }

    /// A Python value as a parameter can hold it.
    static func value(
        of object: PythonObject, for parameter: Parameter
    ) throws(PythonError) -> ParameterValue {
        if object.isNone { return .none }
        if object.isBool { return .bool(try object.isTrue()) }
        if object.isInt { return try whole(object, for: parameter) }
        if object.isFloat { return .double(try Double(python: object)) }
        if object.isString { return .string(try String(python: object)) }
        if TDModule.types.isNumberLike(object) {
            return try value(of: TDModule.plainValue(object), for: parameter)
        }
        if parameter.style == .python { return try held(object) }
        if OperatorObject.isOperator(object) {
            return .string(try OperatorObject.node(of: object).path)
        }
        if parameter.style.kind == .operatorPath, object.isList || object.isTuple {
            var paths: [String] = []
            for element in try object.elements() { paths.append(try element.text()) }
            return .string(paths.joined(separator: " "))
        }
        if [.text, .header].contains(parameter.style.kind) { return .string(try object.text()) }
        return .double(try Double(python: object))
    }

    /// Whole numbers beyond 64 bits are kept as what the style makes of them.
    private static func whole(
        _ object: PythonObject, for parameter: Parameter
    ) throws(PythonError) -> ParameterValue {
        switch parameter.style.kind {
        case .float: .double(try Double(python: object))
        case .text, .header: .string(try object.text())
        default: .int(try Int(python: object))
        }
    }

    private static func held(_ object: PythonObject) throws(PythonError) -> ParameterValue {
        // SAFETY: only compared; the wrapped object keeps it from being reused.
        let identity = UInt(bitPattern: object.unsafePointer)
        return .object(
            ParameterObject(object, identity: identity, text: try object.representation()))
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
