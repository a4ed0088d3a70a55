internal import OperatorNetwork
internal import PythonRuntime

/// Calls the functions of Panel Execute DATs: at each change of a value that they watch, and each frame
/// while it is on or off.
///
/// - Source: <https://docs.derivative.ca/Panel_Execute_DAT>
final class PanelExecutes {
    /// How often callbacks may set off each other; more is a loop.
    private static let deepest = 32

    private unowned let host: Host
    private var dats: Set<OperatorID> = []
    private var depth = 0

    init(host: Host) { self.host = host }

    /// Notes a change of the network.
    func noticed(_ change: NetworkChange) {
        switch change {
        case .created(let node):
            enrol(node)
        case .copied(let node, _):
            for copy in node.withDescendants { enrol(copy) }
        case .destroyed(let id):
            dats.remove(id)
        default:
            break
        }
    }

    /// Calls what a change of a panel value asks for; a switch on or off comes before a mere change.
    func heard(_ change: PanelValues.Change) {
        guard !dats.isEmpty, depth < Self.deepest else { return }
        depth += 1
        defer { depth -= 1 }
        let (wasOn, isOn) = (Self.isOn(change.previous), Self.isOn(change.value))
        for dat in watchers() where watches(dat, change.panel, change.name) {
            if !wasOn, isOn, dat.isOn("offtoon") {
                call("onOffToOn", of: dat, change.panel, change.name)
            } else if wasOn, !isOn, dat.isOn("ontooff") {
                call("onOnToOff", of: dat, change.panel, change.name)
            } else if dat.isOn("valuechange") {
                call("onValueChange", of: dat, change.panel, change.name, change.previous)
            }
        }
    }

    /// Calls `whileOn` and `whileOff`, once a frame.
    func update() {
        guard !dats.isEmpty else { return }
        for dat in watchers() where dat.isOn("whileon") || dat.isOn("whileoff") {
            let pattern = values(of: dat)
            for panel in panels(of: dat) {
                for name in PanelValues.names.sorted() where pattern.matches(name) {
                    let isOn = Self.isOn(host.components.panels.value(name, of: panel))
                    guard dat.isValid, dat.isOn(isOn ? "whileon" : "whileoff") else { continue }
                    call(isOn ? "whileOn" : "whileOff", of: dat, panel, name)
                }
            }
        }
    }

    private func enrol(_ node: Operator) {
        if node.type.name == PanelExecuteDAT.type.name { dats.insert(node.id) }
    }

    private func watchers() -> [Operator] {
        dats.sorted { $0.number < $1.number }
            .compactMap { host.network.operator(withID: $0) }
            .filter { $0.isOn("active") }
    }

    private func watches(_ dat: Operator, _ panel: Operator, _ name: String) -> Bool {
        dat.isValid && values(of: dat).matches(name) && panels(of: dat).contains { $0 === panel }
    }

    private func values(of dat: Operator) -> Pattern {
        Pattern(dat.text(of: "panelvalue"))
    }

    /// The panels that the parameter names: by patterns, or by what its expression gives.
    private func panels(of dat: Operator) -> [Operator] {
        guard let parameter = dat.parameters["panels"] else { return [] }
        if parameter.mode == .constant, case .string(let text) = parameter.value {
            return text.split(separator: " ").flatMap { pattern in
                OperatorFinder(host.network)
                    .findAll(String(pattern), namedBy: dat, includingUtility: true)
            }
        }
        guard let value = try? ParameterAccess.evaluate(parameter) else { return [] }
        if let node = OperatorObject.node(ofAny: value) { return [node] }
        return (try? value.elements().compactMap(OperatorObject.node(ofAny:))) ?? []
    }

    private func call(
        _ function: String, of dat: Operator, _ panel: Operator, _ name: String,
        _ previous: ParameterValue? = nil
    ) {
        host.callBack(function, of: dat) { () throws(PythonError) in
            var arguments = [
                try LateType.panelValue.instance(of: PanelTypes.Value(panel, name))
            ]
            if let previous { arguments.append(try PanelTypes.python(previous)) }
            return arguments
        }
    }

    private static func isOn(_ value: ParameterValue) -> Bool {
        switch value {
        case .int(let number): number != 0
        case .double(let number): number != 0
        case .bool(let truth): truth
        case .string(let text): !text.isEmpty
        default: false
        }
    }
}
