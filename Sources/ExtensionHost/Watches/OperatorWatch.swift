internal import OperatorNetwork
internal import PythonRuntime

/// One OP Execute DAT and the operators that it watches.
///
/// - Source: <https://docs.derivative.ca/OP_Execute_DAT>
final class OperatorWatch {
    /// A callback and the toggle that asks for it.
    enum Event: String {
        case preCook = "precook"
        case postCook = "postcook"
        case destroyed = "opdelete"
        case flag = "flagchange"
        case wire = "wirechange"
        case name = "namechange"
        case path = "pathchange"
        case numChildren = "numchildrenchange"
        case childRename = "childrename"
        case currentChild = "currentchildchange"

        var function: String {
            switch self {
            case .preCook: "onPreCook"
            case .postCook: "onPostCook"
            case .destroyed: "onDestroy"
            case .flag: "onFlagChange"
            case .wire: "onWireChange"
            case .name: "onNameChange"
            case .path: "onPathChange"
            case .numChildren: "onNumChildrenChange"
            case .childRename: "onChildRename"
            case .currentChild: "onCurrentChildChange"
            }
        }
    }

    let dat: Operator

    init(_ dat: Operator) { self.dat = dat }

    /// Whether the DAT asks for an event of an operator.
    func wants(_ event: Event, of node: Operator) -> Bool {
        guard dat.isValid, isOn("active"), isOn(event.rawValue), let network = dat.network,
            let path = try? dat.parameters["op"]?.evaluate().text, !path.isEmpty
        else { return false }
        return OperatorFinder(network).findAll(path, seenFrom: dat).contains { $0 === node }
    }

    private func isOn(_ name: String) -> Bool {
        (try? dat.parameters[name]?.evaluate()) == .bool(true)
    }
}
