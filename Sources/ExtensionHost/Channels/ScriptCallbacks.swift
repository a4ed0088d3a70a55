internal import OperatorNetwork
internal import PythonRuntime

/// Calls the functions of Script operators' callbacks DATs.
///
/// - Source: <https://docs.derivative.ca/Script_CHOP>
final class ScriptCallbacks: CookCallbacks {
    private unowned let host: Host

    init(host: Host) { self.host = host }

    func cookScript(of node: Operator) throws {
        guard let dat = callbacks(of: node) else { return }
        var failure: PythonError?
        // What the code does can't be undone, so this cook is not given up half way.
        CookGraph.startingOver {
            do throws(PythonError) {
                try call(["onCook", "cook"], of: dat, with: OperatorObject.object(of: node))
            } catch {
                failure = error
            }
        }
        guard let failure else { return }
        host.report(failure, in: "onCook", of: dat)
        throw CookFailure("\(dat.path): \(failure)")
    }

    /// A pulse was pressed: `setuppars` asks for parameters, a custom one is told.
    func pulsed(_ parameter: Parameter, of node: Operator) {
        guard node.parameters["setuppars"] != nil, let dat = callbacks(of: node) else { return }
        do throws(PythonError) {
            if parameter.name == "setuppars" {
                try call(
                    ["onSetupParameters", "setupParameters"], of: dat,
                    with: OperatorObject.object(of: node))
            } else if parameter.definition.isCustom {
                try call(["onPulse"], of: dat, with: ParType.make(parameter))
            }
        } catch {
            host.report(error, in: parameter.name, of: dat)
        }
    }

    /// Calls the first of several functions that is there.
    private func call(
        _ functions: [String], of dat: Operator, with argument: PythonObject
    ) throws(PythonError) {
        try host.activity.during("running \(functions[0])", dat) { () throws(PythonError) in
            let module = try host.modules.module(of: dat)
            for name in functions {
                guard let function = try module.attributeIfPresent(name) else { continue }
                return try function.callDiscardingResult(argument)
            }
        }
    }

    private func callbacks(of node: Operator) -> Operator? {
        guard let path = try? node.parameters["callbacks"]?.evaluate().text, !path.isEmpty,
            let network = node.network
        else { return nil }
        return OperatorFinder(network).find(path, seenFrom: node)
    }
}
