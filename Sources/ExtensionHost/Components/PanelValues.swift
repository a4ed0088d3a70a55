internal import OperatorNetwork

/// The panel values of components: what the mouse and the keys would do to them.
///
/// - Source: <https://docs.derivative.ca/Panel_Value>
final class PanelValues {
    /// A value that changed, for those who call back.
    struct Change {
        let panel: Operator
        let name: String
        let previous: ParameterValue
        let value: ParameterValue
    }

    /// The values there are.
    static let names: Set<String> = [
        "select", "lselect", "mselect", "rselect", "reposition", "resize", "dragout", "ldragout",
        "mdragout", "rdragout", "ctrl", "alt", "shift", "cmd", "u", "v", "trueu", "truev", "rollu",
        "rollv", "rollover", "inside", "insideu", "insidev", "state", "radio", "radioname", "wheel",
        "key", "character", "focus", "focusselect", "screenw", "screenh", "screenwm", "screenhm",
        "winopen", "picked", "children", "display", "enable", "drag", "dragrollover", "scrollu",
        "scrollv", "celloverid", "cellfocusid", "cellselectid", "cellradioid", "field",
        "fieldediting",
    ]

    private static let texts: Set = ["character", "key", "radioname", "field"]
    private static let fractions: Set = [
        "u", "v", "trueu", "truev", "rollu", "rollv", "insideu", "insidev", "scrollu", "scrollv",
    ]

    private var values: [OperatorID: [String: ParameterValue]] = [:]
    /// Who hears of each change, such as Panel Execute DATs.
    var observer: (Change) -> Void = { _ in }

    func value(_ name: String, of panel: Operator) -> ParameterValue {
        if let known = values[panel.id]?[name] { return known }
        if Self.texts.contains(name) { return .string("") }
        return Self.fractions.contains(name) ? .double(0) : .int(0)
    }

    /// Sets a value, and tells of it when it differs.
    func set(_ name: String, of panel: Operator, to value: ParameterValue) {
        let previous = self.value(name, of: panel)
        guard previous != value else { return }
        values[panel.id, default: [:]][name] = value
        observer(Change(panel: panel, name: name, previous: previous, value: value))
    }

    /// Presses or releases a mouse button over a panel; a button panel's state follows.
    func press(_ button: String, of panel: Operator, _ isDown: Bool) {
        let wasDown = value("select", of: panel) == .int(1)
        set(button, of: panel, to: .int(isDown ? 1 : 0))
        let isAnyDown = ["lselect", "mselect", "rselect"].contains {
            value($0, of: panel) == .int(1)
        }
        set("select", of: panel, to: .int(isAnyDown ? 1 : 0))
        guard isAnyDown != wasDown, panel.type.name == "buttonCOMP" else { return }
        let isToggle =
            if case .string(let kind)? = panel.parameters.value(of: "buttontype") {
                kind.hasPrefix("toggle")
            } else {
                false
            }
        if !isToggle {
            set("state", of: panel, to: .int(isAnyDown ? 1 : 0))
        } else if isAnyDown {
            set("state", of: panel, to: .int(value("state", of: panel) == .int(0) ? 1 : 0))
        }
    }

    /// Forgets an operator that is gone.
    func forget(_ id: OperatorID) { values[id] = nil }
}
