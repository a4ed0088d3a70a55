package import OperatorNetwork

/// The definition of one custom parameter or group, and its values.
///
/// What the file leaves out is nil, so that the network's own defaults hold.
///
/// - Source: <https://docs.derivative.ca/Custom_Parameters>
package struct CustomParameterDescription: Sendable, Equatable {
    /// The base name, without a component's suffix.
    package var name: String
    /// TouchDesigner's name of the style, such as `Float` or `RGBA`.
    package var style: String
    /// The shown label; nil when it equals the name.
    package var label: String?
    /// How many components; nil for one, or for the style's own count.
    package var size: Int?
    /// The default of every component.
    package var defaultValue: PlainValue?
    /// The lower end of the range.
    package var minimum: Double?
    /// The upper end of the range.
    package var maximum: Double?
    /// Whether values below the range are lifted to it.
    package var clampsMinimum = false
    /// Whether values above the range are lowered to it.
    package var clampsMaximum = false
    /// The lower end of the slider.
    package var normalizedMinimum: Double?
    /// The upper end of the slider.
    package var normalizedMaximum: Double?
    /// The names of a menu's entries.
    package var menuNames: [String] = []
    /// The labels of a menu's entries; empty when they equal the names.
    package var menuLabels: [String] = []
    /// Where a dynamic menu comes from.
    package var menuSource: String?
    /// Whether a line is drawn above it.
    package var startsSection = false
    /// Whether scripts and people may only read it.
    package var isReadOnly = false
    /// The tooltip.
    package var help: String?
    /// The custom sequence whose block it belongs to.
    package var sequence: String?
    /// The value of each component; empty when all are at the default.
    package var values: [ParameterSetting] = []
    /// Where it is defined.
    package var place: SourcePlace

    /// Starts a definition that has nothing but its name and style.
    package init(name: String, style: String, place: SourcePlace) {
        self.name = name
        self.style = style
        self.place = place
    }
}
