import OperatorNetwork

/// Writes down what a network tells, one short line for each change.
final class ChangeRecorder: NetworkObserver {
    private(set) var lines: [String] = []
    var onChange: ((Network, NetworkChange) -> Void)?

    func network(_ network: Network, didMake change: NetworkChange) {
        lines.append(Self.line(change))
        onChange?(network, change)
    }

    private static func line(_ change: NetworkChange) -> String {
        switch change {
        case .created(let made): "created \(made.path)"
        case .copied(let made, from: let source): "copied \(made.path) from \(source.path)"
        case .willDestroy(let leaving): "willDestroy \(leaving.path)"
        case .destroyed(let id): "destroyed \(id.number)"
        case .renamed(let member, from: let old): "renamed \(member.path) from \(old)"
        case .contentReplaced(let member): "content \(member.path)"
        case .parameterChanged(let member, let parameter):
            "parameter \(member.path) \(parameter.name)"
        case .parameterPulsed(let member, let parameter):
            "pulse \(member.path) \(parameter.name)"
        case .parametersRedefined(let member): "redefined \(member.path)"
        case .wired(let member): "wired \(member.path)"
        case .flagsChanged(let member): "flags \(member.path)"
        }
    }
}
