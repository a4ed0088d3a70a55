/// One flag of an operator that a file turns on or off.
package struct FlagSetting: Sendable, Equatable {
    /// TouchDesigner's name of the flag, such as `viewer`.
    package var name: String
    /// Whether it is turned on.
    package var isOn: Bool

    /// Sets a flag.
    package init(_ name: String, _ isOn: Bool) {
        self.name = name
        self.isOn = isOn
    }
}
