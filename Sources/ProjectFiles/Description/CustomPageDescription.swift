/// One page of custom parameters.
package struct CustomPageDescription: Sendable, Equatable {
    /// The page's name.
    package var name: String
    /// Its parameters in order; a group such as XYZ is one entry.
    package var parameters: [CustomParameterDescription]

    /// Describes a page.
    package init(name: String, parameters: [CustomParameterDescription]) {
        self.name = name
        self.parameters = parameters
    }
}
