internal import OperatorNetwork
internal import PythonRuntime

/// Cooks operators by the Python modules that come with the host; see `understudy_dats`.
final class BundledCooks: CookScripts {
    private unowned let host: Host

    init(host: Host) { self.host = host }

    func cook(_ script: String, _ context: CookContext) throws {
        let node = context.operator
        let module = try Self.module(script)
        let me = try OperatorObject.object(of: node)
        var inputs: [PythonObject] = []
        for input in context.inputs { inputs.append(try OperatorObject.objectOrNone(of: input)) }
        let made = try host.activity.during("cooking", node) { () throws(PythonError) in
            try module.callMethod("cook", me, PythonObject.list(inputs))
        }
        // Nothing comes back from those that write into the operator themselves.
        if made.isNone { return }
        if made.isString {
            context.output(text: try String(python: made))
        } else {
            try context.output(rows: [[String]](python: made))
        }
    }

    func pulsed(_ script: String, _ parameter: Parameter, of node: Operator) {
        do throws(PythonError) {
            guard let pulsed = try Self.module(script).attributeIfPresent("pulsed") else { return }
            try pulsed.call(OperatorObject.object(of: node), ParType.make(parameter))
        } catch {
            host.report(error, in: "a pulse of '\(parameter.name)'", of: node)
        }
    }

    /// Lets a FIFO DAT forget its oldest rows and tell of the new ones.
    func edited(_ node: Operator) throws(PythonError) {
        guard node.type.name == "fifoDAT" else { return }
        try Self.module("fifo").callMethod("edited", OperatorObject.object(of: node))
    }

    private static func module(_ script: String) throws(PythonError) -> PythonObject {
        try PythonObject.module("understudy_dats.\(script)")
    }
}
