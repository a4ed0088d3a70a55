internal import OperatorNetwork

/// What a `td.ParGroup` stands for.
final class GroupReference {
    let parameters: [Parameter]

    init(_ group: ParameterGroup) { parameters = group.parameters }

    /// The group under its present name, nil once one of its parameters is gone.
    var group: ParameterGroup? {
        guard let first = parameters.first, parameters.allSatisfy(\.isValid) else { return nil }
        return ParameterPlace.group(of: first)
    }
}
