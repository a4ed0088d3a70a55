internal import OperatorNetwork
internal import PythonRuntime

/// The members that families and types of components have of their own.
///
/// - Source: <https://docs.derivative.ca/TimeCOMP_Class>,
///   <https://docs.derivative.ca/ReplicatorCOMP_Class>
enum ComponentMembers {
    /// The members of a family or type; none for others.
    static func members(of type: String) -> [NativeMember] {
        switch type {
        case "ObjectCOMP": ObjectMembers.componentMembers
        case "PanelCOMP": PanelTypes.componentMembers
        case TimeCOMP.type.name: TimeTypes.componentMembers
        case ReplicatorCOMP.type.name:
            [
                .reading("curItem") { node throws(PythonError) in
                    try OperatorObject.objectOrNone(
                        of: Host.running.components.replicators.current(of: node))
                }
            ]
        default: []
        }
    }
}
