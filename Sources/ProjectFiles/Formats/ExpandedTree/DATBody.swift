/// The files `.text` and `.table` of an expanded tree: what a DAT holds.
///
/// Numbers are of four bytes, the highest first.
///
/// - Source: <https://github.com/rootnotez/td-snapshot/blob/main/toeexpand/FORMAT.md>
struct DATBody {
    private let bytes: [UInt8]
    private let file: String
    private var index = 0

    private init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    private static let startOfText = Array("2\n*".utf8)

    /// Whether a file is nothing but a text, without what `toeexpand` writes before it.
    static func isPlain(_ bytes: [UInt8]) -> Bool {
        !bytes.isEmpty && !bytes.contains(0) && !bytes.starts(with: startOfText)
            && !startOfText.starts(with: bytes)
    }

    /// Reads a text; an untouched DAT's file holds none.
    ///
    /// - Throws: `ProjectError` when the file is cut short or of another kind.
    static func text(_ bytes: [UInt8], file: String) throws(ProjectError) -> String? {
        var body = DATBody(bytes, file: file)
        try body.expect(startOfText)
        guard bytes.count - body.index >= 24 else { return nil }
        for _ in 0..<5 { _ = try body.number() }
        return try body.string(try body.number())
    }

    /// Reads a table.
    ///
    /// - Throws: `ProjectError` when the file is cut short or of another kind.
    static func table(_ bytes: [UInt8], file: String) throws(ProjectError) -> [[String]] {
        var body = DATBody(bytes, file: file)
        try body.expect([UInt8(ascii: "1"), UInt8(ascii: "\n"), UInt8(ascii: "*")])
        _ = try body.number()
        let (rows, columns) = (try body.number(), try body.number())
        _ = try body.number()
        // A cell takes eight bytes at least, so that a lie about the size is seen before it costs.
        let most = (bytes.count - body.index) / 8
        guard rows <= most, columns <= most, rows * columns <= most else {
            throw body.broken("says that it has \(rows) rows of \(columns) cells")
        }
        var table: [[String]] = []
        for _ in 0..<rows {
            var row: [String] = []
            for _ in 0..<columns {
                _ = try body.number()
                row.append(try body.string(try body.number()))
            }
            table.append(row)
        }
        return table
    }

    private mutating func expect(_ signs: [UInt8]) throws(ProjectError) {
        guard bytes.starts(with: signs) else { throw broken("does not begin as such files do") }
        index = signs.count
    }

    private mutating func number() throws(ProjectError) -> Int {
        guard bytes.count - index >= 4 else { throw broken("ends too early") }
        var number = 0
        for byte in bytes[index..<index + 4] { number = number << 8 | Int(byte) }
        index += 4
        return number
    }

    private mutating func string(_ count: Int) throws(ProjectError) -> String {
        guard count <= bytes.count - index else { throw broken("ends too early") }
        defer { index += count }
        return String(decoding: bytes[index..<index + count], as: UTF8.self)
    }

    private func broken(_ what: String) -> ProjectError {
        ProjectError(
            file: file, reason: "The DAT's content \(what).",
            suggestion: "Expand the .toe or .tox again.")
    }
}
