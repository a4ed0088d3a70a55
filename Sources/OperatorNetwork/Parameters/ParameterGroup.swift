/// Parameters that belong together, such as `Colorr Colorg Colorb`; mostly just one.
///
/// - Source: <https://docs.derivative.ca/ParGroup_Class>
package struct ParameterGroup {
    package internal(set) var name: String
    package let parameters: [Parameter]

    /// Makes a group of parameters that have its name in their definitions.
    package init(name: String, parameters: [Parameter]) {
        self.name = name
        self.parameters = parameters
    }

    /// The groups that a run of parameters forms, in order.
    static func groups(of parameters: [Parameter]) -> [ParameterGroup] {
        var groups: [ParameterGroup] = []
        var start = parameters.startIndex
        while start < parameters.endIndex {
            let name = parameters[start].definition.group
            let end =
                parameters[start...].firstIndex { $0.definition.group != name }
                ?? parameters.endIndex
            groups.append(ParameterGroup(name: name, parameters: Array(parameters[start..<end])))
            start = end
        }
        return groups
    }
}
