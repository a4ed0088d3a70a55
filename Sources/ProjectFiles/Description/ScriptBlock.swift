/// Python text that still needs a DAT: the default wiring decides its name and its use.
package struct ScriptBlock: Sendable, Equatable {
    /// The child COMP of the project's target that the text belongs into.
    package var component: String
    /// The heading it stood under, or the file's name without suffix.
    package var heading: String
    /// The language as the fence names it, in lower case.
    package var language: String
    /// The operator that the fence's `op=` names, if any.
    package var operatorPath: String?
    /// The text, byte for byte.
    package var text: String
    /// The first line of the text.
    package var place: SourcePlace

    /// Describes a script.
    package init(
        component: String, heading: String, language: String, operatorPath: String? = nil,
        text: String, place: SourcePlace
    ) {
        self.component = component
        self.heading = heading
        self.language = language
        self.operatorPath = operatorPath
        self.text = text
        self.place = place
    }
}
