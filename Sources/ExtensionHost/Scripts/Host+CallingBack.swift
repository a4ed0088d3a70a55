internal import OperatorNetwork
internal import PythonRuntime

extension Host {
    /// Calls a function that a DAT's script defines; what it raises is reported and kept with the DAT.
    ///
    /// - Parameters:
    ///   - function: Its name; a script without it is not asked.
    ///   - dat: The DAT.
    ///   - arguments: Gives the arguments, nil when there is nothing to call for.
    func callBack(
        _ function: String, of dat: Operator,
        with arguments: () throws(PythonError) -> [PythonObject]?
    ) {
        guard dat.isValid else { return }
        do throws(PythonError) {
            guard let arguments = try arguments() else { return }
            try activity.during("running \(function)", dat) { () throws(PythonError) in
                guard let callback = try modules.module(of: dat).attributeIfPresent(function) else {
                    return
                }
                try callback.call(arguments: arguments)
            }
        } catch {
            report(error, in: function, of: dat)
        }
    }
}
