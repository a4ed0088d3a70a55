/// How a row or a column is named: by its position or by its label.
///
/// A negative position counts from the end; a row's label is the text of its first cell, a
/// column's label the text at its top.
///
/// - Source: <https://docs.derivative.ca/DAT_Class>
package nonisolated enum TableIndex: Sendable, Equatable {
    case position(Int)
    case label(String)
}

nonisolated extension TableIndex: CustomStringConvertible {
    package var description: String {
        switch self {
        case .position(let number): "\(number)"
        case .label(let text): "'\(text)'"
        }
    }
}
