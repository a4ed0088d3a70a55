/// The flags of an operator, on or off.
///
/// - Source: <https://docs.derivative.ca/OP_Class>
package nonisolated struct OperatorFlags: OptionSet, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    package static let bypass = OperatorFlags(rawValue: 1 << 0)
    package static let display = OperatorFlags(rawValue: 1 << 1)
    package static let render = OperatorFlags(rawValue: 1 << 2)
    package static let viewer = OperatorFlags(rawValue: 1 << 3)
    package static let lock = OperatorFlags(rawValue: 1 << 4)
    package static let expose = OperatorFlags(rawValue: 1 << 5)
    package static let allowCooking = OperatorFlags(rawValue: 1 << 6)
    package static let activeViewer = OperatorFlags(rawValue: 1 << 7)
    package static let cloneImmune = OperatorFlags(rawValue: 1 << 8)
    package static let current = OperatorFlags(rawValue: 1 << 9)
    package static let selected = OperatorFlags(rawValue: 1 << 10)
    package static let utility = OperatorFlags(rawValue: 1 << 11)
    package static let export = OperatorFlags(rawValue: 1 << 12)
    package static let pickable = OperatorFlags(rawValue: 1 << 13)
    package static let componentCloneImmune = OperatorFlags(rawValue: 1 << 14)
    package static let showDocked = OperatorFlags(rawValue: 1 << 15)
    package static let showCustomOnly = OperatorFlags(rawValue: 1 << 16)
    package static let python = OperatorFlags(rawValue: 1 << 17)

    /// What a fresh operator has.
    package static let standard: OperatorFlags = [.expose, .allowCooking, .showDocked, .python]
}
