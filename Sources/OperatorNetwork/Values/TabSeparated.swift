/// A table's text as TouchDesigner writes it: columns parted by tabs, rows by newlines.
///
/// - Source: <https://docs.derivative.ca/DAT_Class>
nonisolated enum TabSeparated {
    private static let tab = UInt8(ascii: "\t")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Joins rows into a text; tabs and newlines inside cells are left out.
    static func write(rows: Int, columns: Int, cell: (_ row: Int, _ column: Int) -> String)
        -> String
    {
        var bytes: [UInt8] = []
        for row in 0..<rows {
            if row > 0 { bytes.append(newline) }
            for column in 0..<columns {
                if column > 0 { bytes.append(tab) }
                bytes.append(contentsOf: cell(row, column).utf8.lazy.filter { !isSeparator($0) })
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Parts a text into rows of cells; one newline at the end closes the last row.
    ///
    /// - Returns: The rows, which may differ in length; none for an empty text.
    static func read(_ text: String) -> [[String]] {
        var lines = text.utf8.split(separator: newline, omittingEmptySubsequences: false)
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.map { line in
            let content = line.last == carriageReturn ? line.dropLast() : line
            return content.split(separator: tab, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
        }
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == tab || byte == newline || byte == carriageReturn
    }
}
