/// What an operator type declares: its names, its family, its parameters and its first content.
///
/// One object for all operators of the type.
package nonisolated final class OperatorType: Sendable {
    /// What a fresh operator of a type holds.
    package nonisolated enum InitialContent: Sendable {
        case none
        case text(String)
        case table
    }

    /// The full name, such as `textDAT`.
    package let name: String
    /// The name without its family, such as `text`; fresh operators are named after it.
    package let shortName: String
    package let family: OperatorFamily
    /// What people read, such as `Text`.
    package let label: String
    /// `panel` for panel COMPs, empty for most.
    package let subType: String
    package let pages: [ParameterPage]
    package let initialContent: InitialContent
    /// The most wires in; `nil` without a limit.
    package let inputLimit: Int?
    /// The functions of the Callbacks DAT that TouchDesigner docks to a fresh one.
    package let callbacks: String?
    /// Whether the type has no behaviour: it exists with its parameters and its wiring, no more.
    package let isDeclared: Bool

    /// Makes what cooks an operator of the type; `nil` for types that hold what they are given.
    package let cook: (@MainActor @Sendable () -> any Cooking)?

    let parameterTable: ParameterTable

    init(
        _ shortName: String, _ family: OperatorFamily, label: String, subType: String = "",
        pages: [ParameterPage], initialContent: InitialContent = .none, inputLimit: Int? = nil,
        cook: (@MainActor @Sendable () -> any Cooking)? = nil, callbacks: String? = nil,
        isDeclared: Bool = false
    ) {
        name = shortName + family.rawValue
        self.shortName = shortName
        self.family = family
        self.label = label
        self.subType = subType
        self.pages = pages
        self.initialContent = initialContent
        self.inputLimit = inputLimit
        self.isDeclared = isDeclared
        self.cook = cook
        self.callbacks = callbacks
        parameterTable = ParameterTable(pages)
    }

    /// Whether operators of the type make their output, instead of holding what they are given.
    package var makesOutput: Bool { cook != nil }
}
