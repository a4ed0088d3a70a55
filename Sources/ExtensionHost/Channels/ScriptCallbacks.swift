internal import OperatorNetwork
internal import PythonRuntime

/// Calls the functions of Script operators' callbacks DATs.
///
/// - Source: <https://docs.derivative.ca/Script_CHOP>, <https://docs.derivative.ca/Script_DAT>
final class ScriptCallbacks: CookCallbacks {
    private unowned let host: Host

    init(host: Host) { self.host = host }

    func cookScript(of node: Operator) throws {
        guard let dat = CallbackDATs.dat(of: node) else { return }
        // What the code does can't be undone, so this cook is not given up half way.
        let answer = CookGraph.startingOver {
            host.callBack("onCook", "cook", of: dat) { () throws(PythonError) in
                [try OperatorObject.object(of: node)]
            }
        }
        if case .failed(let error) = answer { throw CookFailure("\(dat.path): \(error)") }
    }

    /// A pulse was pressed: `setuppars` asks for parameters, a custom one is told.
    func pulsed(_ parameter: Parameter, of node: Operator) {
        guard node.parameters["setuppars"] != nil, let dat = CallbackDATs.dat(of: node) else {
            return
        }
        if parameter.name == "setuppars" {
            host.callBack("onSetupParameters", "setupParameters", of: dat) {
                () throws(PythonError) in [try OperatorObject.object(of: node)]
            }
        } else if parameter.definition.isCustom {
            host.callBack("onPulse", of: dat) { () throws(PythonError) in
                [try ParType.make(parameter)]
            }
        }
    }
}
