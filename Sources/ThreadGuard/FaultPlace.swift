/// What makes two faults the same: the line of code, the operator, the member and the rule.
package struct FaultPlace: Sendable, Hashable {
    /// The file of the offending line; empty if unknown.
    package let file: String
    /// The offending line; 0 if unknown.
    package let line: Int
    /// What was touched, and how.
    package let access: Access
    /// The rule that is broken.
    package let rule: FaultRule

    /// The place of a fault.
    ///
    /// - Parameter fault: The fault.
    package init(_ fault: Fault) {
        file = fault.offender?.file ?? ""
        line = fault.offender?.line ?? 0
        access = fault.access
        rule = fault.rule
    }
}
