internal import OperatorNetwork
internal import PythonRuntime

/// What calling a function of a DAT came to.
enum CallbackAnswer {
    /// There is no such function, or nothing to call it for.
    case none
    case value(PythonObject)
    /// What was raised, by the function or by the DAT's text; it has been reported.
    case failed(PythonError)
}

extension Host {
    /// Calls a function that a DAT's script defines; what it raises is reported and kept with the DAT.
    ///
    /// Callbacks written for older versions bear other names and lack the arguments that newer ones
    /// added; they are called all the same.
    ///
    /// - Parameters:
    ///   - functions: Its name, then those it had before; a script without any is not asked.
    ///   - dat: The DAT.
    ///   - arguments: Gives the arguments, nil when there is nothing to call for.
    /// - Returns: What came of it.
    @discardableResult
    func callBack(
        _ functions: String..., of dat: Operator,
        with arguments: () throws(PythonError) -> [PythonObject]?
    ) -> CallbackAnswer {
        guard dat.isValid else { return .none }
        return answer(functions[0], of: dat) { () throws(PythonError) in
            guard let arguments = try arguments() else { return nil }
            let module = try modules.module(of: dat)
            for name in functions {
                guard let function = try module.attributeIfPresent(name) else { continue }
                let count = Self.accepted(function) ?? arguments.count
                return try function.call(arguments: Array(arguments.prefix(count)))
            }
            return nil
        }
    }

    /// Runs what calls a function of a DAT's script, and reports what that raises.
    func answer(
        _ function: String, of dat: Operator, _ body: () throws(PythonError) -> PythonObject?
    ) -> CallbackAnswer {
        do throws(PythonError) {
            return try activity.during("running \(function)", dat, body).map { .value($0) } ?? .none
        } catch {
            report(error, in: function, of: dat)
            return .failed(error)
        }
    }

    /// How many arguments a Python function takes; nil when it does not tell or takes any number.
    private static func accepted(_ function: PythonObject) -> Int? {
        guard let code = try? function.attributeIfPresent("__code__"),
            let flags = try? Int(python: code.attribute("co_flags")), flags & 0x04 == 0,
            let count = try? Int(python: code.attribute("co_argcount"))
        else { return nil }
        let isBound = (try? function.attributeIfPresent("__self__")) ?? nil
        return max(0, isBound == nil ? count : count - 1)
    }
}
