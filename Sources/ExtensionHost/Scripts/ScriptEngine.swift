internal import OperatorNetwork
internal import PythonRuntime

/// Evaluates expressions and runs script texts on behalf of an operator.
final class ScriptEngine: ExpressionEvaluator {
    private struct Expression {
        let code: PythonObject
        let lateNames: Set<String>
    }

    // What one project has compiled, the next one in this process may have too.
    private static var compiled: [String: Expression] = [:]
    // Expressions of an operator share their globals: making them costs more than most expressions.
    private var scopes: [OperatorID: PythonObject] = [:]

    /// The value of an expression, with the operator as `me`.
    ///
    /// - Throws: `SyntaxError`, or what the expression raised.
    func evaluate(_ expression: String, me: Operator) throws(PythonError) -> PythonObject {
        let expression = try compile(expression)
        let globals = try globals(of: me)
        try LateNames.add(expression.lateNames, to: globals)
        return try expression.code.execute(in: globals)
    }

    private func globals(of me: Operator) throws(PythonError) -> PythonObject {
        if let known = scopes[me.id] { return known }
        let made = try ScriptScope.globals(me: me)
        scopes[me.id] = made
        return made
    }

    /// Forgets an operator that is gone.
    // Taken out before it ends: what an expression left in its globals may evaluate another one.
    func forget(_ id: OperatorID) { _ = scopes.removeValue(forKey: id) }

    /// The value of an expression, with a COMP as `me` and `op` looking inside it.
    ///
    /// - Throws: `SyntaxError`, or what the expression raised.
    func evaluateInside(_ expression: String, _ component: Operator) throws(PythonError)
        -> PythonObject
    {
        let code = try compile(expression).code
        let globals = try ScriptScope.globals(me: component, for: code, text: expression)
        let place = try OperatorObject.object(of: component)
        try globals.setItem("op", to: FinderObject.make(TDModule.types.finder, origin: place))
        return try code.execute(in: globals)
    }

    func evaluate(_ expression: String, for parameter: Parameter) throws -> ParameterValue {
        do throws(PythonError) {
            let object = try ParameterAccess.evaluate(expression, of: parameter)
            parameter.companion = object
            return parameter.style == .python
                ? .none : try ParameterAccess.value(of: object, for: parameter)
        } catch {
            // Who interrupts the expression has not changed what it would give.
            if error.isKind(of: .keyboardInterrupt) || error.isKind(of: .systemExit) {
                CookRecorder.noteUntold()
            }
            parameter.companion = try? error.exception.attribute("__traceback__")
            throw error
        }
    }

    /// Runs a script text once, as `run()` and `DAT.run()` do.
    ///
    /// - Parameters:
    ///   - text: The script.
    ///   - fileName: What tracebacks call it.
    ///   - me: What `me` is.
    ///   - origin: Where `op` looks; nil looks beside `me`.
    ///   - arguments: What `args` is.
    /// - Throws: `SyntaxError`, or what the script raised.
    func execute(
        _ text: String, fileName: String, me: Operator, origin: Operator? = nil,
        arguments: [PythonObject]
    ) throws(PythonError) {
        let code = try PythonSource(text, fileName: fileName).compile()
        let globals = try ScriptScope.globals(me: me, for: code, text: text)
        if let origin {
            let place = try OperatorObject.object(of: origin)
            try globals.setItem("op", to: FinderObject.make(TDModule.types.finder, origin: place))
        }
        try globals.setItem("args", to: PythonObject.tuple(arguments))
        try globals.setItem("__name__", to: "__main__".python())
        try code.execute(in: globals)
    }

    private func compile(_ expression: String) throws(PythonError) -> Expression {
        if let known = Self.compiled[expression] { return known }
        let trimmed = String(expression.drop { $0 == " " || $0 == "\t" })
        let code = try PythonSource(trimmed, fileName: "<expression>", kind: .expression).compile()
        // Expressions come from parameters, so there are as many as operators have; code that makes
        // them up endlessly must not fill the memory.
        if Self.compiled.count > max(10_000, 4 * Host.network.count) { Self.compiled.removeAll() }
        let names = try LateNames.needed(by: code, text: expression)
        let made = Expression(code: code, lateNames: names)
        Self.compiled[expression] = made
        return made
    }
}
