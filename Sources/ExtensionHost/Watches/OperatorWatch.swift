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
    private var watched: Set<OperatorID> = []
    /// What `watched` was found with: each cook of any operator asks, and the answer stays the same.
    private var search: (path: String, structure: UInt64)?

    init(_ dat: Operator) { self.dat = dat }

    /// Whether the DAT asks for an event of an operator.
    func wants(_ event: Event, of node: Operator) -> Bool {
        guard dat.isValid, dat.isOn(event.rawValue), dat.isOn("active"), let network = dat.network
        else { return false }
        let now = (dat.text(of: "op"), network.structureVersion)
        if search.map({ $0 != now }) ?? true {
            search = now
            let found =
                now.0.isEmpty ? [] : OperatorFinder(network).findAll(now.0, namedBy: dat)
            watched = Set(found.map(\.id))
        }
        return watched.contains(node.id)
    }
}
