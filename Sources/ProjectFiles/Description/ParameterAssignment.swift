/// One parameter by name, what is asked of it, and the line that asks.
package struct ParameterAssignment: Sendable, Equatable {
    /// The parameter's name; inside a sequence's block, its base name.
    package var name: String
    /// Constant, expression or bind.
    package var setting: ParameterSetting
    /// Where the file says so; nil for what a format adds by itself.
    package var place: SourcePlace?

    /// Asks something of a parameter.
    package init(_ name: String, _ setting: ParameterSetting, place: SourcePlace? = nil) {
        self.name = name
        self.setting = setting
        self.place = place
    }
}
