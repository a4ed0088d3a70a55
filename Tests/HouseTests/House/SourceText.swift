/// A Swift or C file taken apart line by line: what is code, what is comment.
///
/// Rules look at the code alone, so a word in a string or in a test's name offends nobody.
struct SourceText {
    /// The code with comments, literals and raw identifiers blanked out.
    let code: [String]
    /// The code and its literals, with the comments blanked out.
    let codeAndLiterals: [String]
    /// The comments, with everything else blanked out.
    let comments: [String]

    init(_ file: HouseFile) {
        var scanner = SourceScanner(file.bytes, isC: file.kind == "c" || file.kind == "h")
        scanner.scan()
        code = Self.lines(scanner.code)
        codeAndLiterals = Self.lines(scanner.codeAndLiterals)
        comments = Self.lines(scanner.comments)
    }

    /// The line numbers, from 1, and the code of each line that is not blank.
    var numberedCode: [(number: Int, code: String)] {
        code.enumerated().compactMap { offset, line in
            line.contains { $0 != " " } ? (offset + 1, line) : nil
        }
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        HouseFile(path: "", bytes: bytes).lines
    }
}
