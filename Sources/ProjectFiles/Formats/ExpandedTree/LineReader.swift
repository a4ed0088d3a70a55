/// Reads a text line by line, and blocks in braces whole.
struct LineReader {
    /// The number of the line read last, from 1.
    private(set) var number = 0
    private let lines: [Substring]

    /// Takes a text; a line ends with a newline, with or without a carriage return before it.
    init(_ text: String) {
        lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { line in
                Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
            }
    }

    /// The next line; nil at the end.
    mutating func next() -> Substring? {
        guard number < lines.count else { return nil }
        number += 1
        return lines[number - 1]
    }

    /// The lines between braces, if a brace opens on the next line; it ends at the brace that closes.
    mutating func block() -> [Substring] {
        guard number < lines.count, lines[number] == "{" else { return [] }
        var depth = 0
        var block: [Substring] = []
        while let line = next() {
            if line == "{" { depth += 1 }
            if line == "}" { depth -= 1 }
            if depth == 0 { break }
            block.append(line)
        }
        return Array(block.dropFirst())
    }
}
