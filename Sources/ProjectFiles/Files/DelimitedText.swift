/// Reads tables kept as text.
enum DelimitedText {
    /// Splits a file into rows of cells, which count as values of the project.
    ///
    /// - Throws: `ProjectError` when the project has too many of them.
    static func rows(
        of source: SourceFile, suffix: String, _ reading: ProjectReading
    ) throws(ProjectError) -> [[String]] {
        let separators = Set("\n\t,".utf8)
        try reading.countValues(
            source.text.utf8.count { separators.contains($0) },
            at: SourcePlace(file: source.file, line: 1))
        return rows(of: source.text, suffix: suffix)
    }

    /// Splits a text into rows of cells.
    ///
    /// With the suffix `csv`, commas part the cells and double quotes protect them; with any other,
    /// tabs do and quotes mean nothing. A newline at the very end opens no row.
    ///
    /// - Shape: rows × columns; rows may differ in length.
    /// - Source: <https://www.rfc-editor.org/rfc/rfc4180>
    static func rows(of text: String, suffix: String) -> [[String]] {
        let isQuoted = suffix == "csv"
        let separator = isQuoted ? UInt8(ascii: ",") : UInt8(ascii: "\t")
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isInside = false
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : nil
            if isInside {
                if byte != UInt8(ascii: "\"") {
                    cell.append(byte)
                } else if next == byte {
                    cell.append(byte)
                    index += 1
                } else {
                    isInside = false
                }
            } else if isQuoted, byte == UInt8(ascii: "\""), cell.isEmpty {
                isInside = true
            } else if byte == separator {
                row.append(String(decoding: cell, as: UTF8.self))
                cell.removeAll(keepingCapacity: true)
            } else if byte == UInt8(ascii: "\n") {
                rows.append(row + [String(decoding: cell, as: UTF8.self)])
                row.removeAll(keepingCapacity: true)
                cell.removeAll(keepingCapacity: true)
            } else if byte != UInt8(ascii: "\r") || next != UInt8(ascii: "\n") {
                cell.append(byte)
            }
            index += 1
        }
        if !row.isEmpty || !cell.isEmpty {
            rows.append(row + [String(decoding: cell, as: UTF8.self)])
        }
        return rows
    }
}
