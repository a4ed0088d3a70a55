/// A table's text as CSV, in which a quoted cell may hold commas, quotes and newlines.
///
/// - Source: <https://www.rfc-editor.org/rfc/rfc4180>
nonisolated enum CommaSeparated {
    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Joins rows into a text; cells are quoted where they have to be.
    static func write(rows: Int, columns: Int, cell: (_ row: Int, _ column: Int) -> String)
        -> String
    {
        var bytes: [UInt8] = []
        for row in 0..<rows {
            for column in 0..<columns {
                if column > 0 { bytes.append(comma) }
                append(cell(row, column), to: &bytes)
            }
            bytes.append(newline)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Parts a text into rows of cells; a quote that is never closed runs to the end.
    ///
    /// - Returns: The rows, which may differ in length; none for an empty text.
    static func read(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var isRowOpen = false
        var bytes = Array(text.utf8)[...]

        func endCell() {
            row.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
        }
        while let byte = bytes.popFirst() {
            isRowOpen = true
            switch byte {
            case quote where isQuoted && bytes.first == quote:
                cell.append(quote)
                bytes.removeFirst()
            case quote where isQuoted || cell.isEmpty: isQuoted.toggle()
            case comma where !isQuoted: endCell()
            case carriageReturn where !isQuoted && bytes.first == newline: break
            case newline where !isQuoted:
                endCell()
                rows.append(row)
                row.removeAll(keepingCapacity: true)
                isRowOpen = false
            default: cell.append(byte)
            }
        }
        if isRowOpen {
            endCell()
            rows.append(row)
        }
        return rows
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        let needsQuotes = text.utf8.contains {
            $0 == comma || $0 == quote || $0 == newline || $0 == carriageReturn
        }
        guard needsQuotes else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(quote)
        for byte in text.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
