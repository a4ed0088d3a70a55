/// The family an operator belongs to, spelled as the ending of its type's name.
///
/// - Source: <https://docs.derivative.ca/Operator>
package nonisolated enum OperatorFamily: String, Sendable, CaseIterable {
    case comp = "COMP"
    case dat = "DAT"
    case chop = "CHOP"
    case top = "TOP"
    case sop = "SOP"
    case mat = "MAT"
    case pop = "POP"
}
