/// What a DAT holds.
package enum ContentDescription: Sendable, Equatable {
    /// Text, byte for byte as the file has it.
    case text(String)
    /// Rows of cells.
    ///
    /// - Shape: rows × columns; rows may differ in length.
    case table([[String]])
}
