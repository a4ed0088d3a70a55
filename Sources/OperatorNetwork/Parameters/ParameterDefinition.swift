/// What a parameter is, apart from its value: name, style, page, range, menu and default.
///
/// - Source: <https://docs.derivative.ca/Par_Class>
package nonisolated struct ParameterDefinition: Sendable {
    package internal(set) var name: String
    package var label: String
    /// The style as the parameter reports it; see `ParameterStyle.normalised`.
    package let style: ParameterStyle
    package internal(set) var page: String
    /// The name the group's parameters share; the parameter's own when it stands alone.
    package internal(set) var group: String
    /// The place in its group, from 0.
    package internal(set) var componentIndex = 0
    package internal(set) var isCustom = false
    package var order = 0.0
    package var startsSection = false

    package var defaultValue: ParameterValue
    package var defaultMode = ParameterMode.constant
    package var defaultExpression = ""
    package var defaultBindExpression = ""

    package var minimum = 0.0
    package var maximum = 1.0
    package var clampsMinimum = false
    package var clampsMaximum = false
    package var normMinimum = 0.0
    package var normMaximum = 1.0

    package var menuNames: [String] = []
    package var menuLabels: [String] = []
    /// An expression whose value brings the menu, empty without one.
    package var menuSource = ""

    package var isReadOnly = false
    package var isEnabled = true
    package var enableExpression = ""
    package var isPassword = false
    package var help = ""
    /// Whether a bound parameter takes its range from the parameter it follows.
    package var bindsRange = false
    /// Whether a clone keeps this definition whatever its master has.
    package var isStyleCloneImmune = false

    /// The sequence whose block this parameter belongs to, `nil` for all others.
    package internal(set) var sequence: String?
    /// The number of that block, from 0.
    package internal(set) var blockIndex = 0
    /// What one block holds when this parameter is a sequence, under base names.
    package internal(set) var block: [ParameterDefinition] = []

    /// A definition with the style's own default.
    package init(name: String, label: String, style: ParameterStyle, page: String = "") {
        self.name = name
        self.label = label
        self.style = style.normalised
        self.page = page
        group = name
        defaultValue = style.blank
    }

    /// What its name has beyond its group's: `x` of `Posx`; empty when it stands alone.
    package var suffix: Substring { name.dropFirst(group.count) }

    /// This definition as it stands in one block of a sequence: `object` becomes `ext0object`.
    func inBlock(_ number: Int, of sequence: ParameterDefinition) -> ParameterDefinition {
        var definition = self
        definition.name = "\(sequence.name)\(number)\(name)"
        definition.group = "\(sequence.name)\(number)\(group)"
        definition.page = sequence.page
        definition.isCustom = sequence.isCustom
        definition.sequence = sequence.name
        definition.blockIndex = number
        return definition
    }
}
