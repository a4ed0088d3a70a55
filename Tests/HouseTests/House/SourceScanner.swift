/// Sorts the bytes of a source file into code, literals and comments.
///
/// All three outputs are as long as the input and keep its line ends, so that positions agree.
struct SourceScanner {
    private let input: [UInt8]
    private let isC: Bool
    private var at = 0
    private(set) var code: [UInt8]
    private(set) var codeAndLiterals: [UInt8]
    private(set) var comments: [UInt8]

    private enum Part { case code, literal, comment }

    init(_ bytes: [UInt8], isC: Bool) {
        input = bytes
        self.isC = isC
        let blank = bytes.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
        code = blank
        codeAndLiterals = blank
        comments = blank
    }

    /// Reads the whole input.
    mutating func scan() {
        while at < input.count {
            guard Self.openers.contains(input[at]) else {
                take(1, as: .code)
                continue
            }
            let hashes = hashCount
            if sees("//") {
                takeLine(as: .comment)
            } else if sees("/*") {
                takeBlockComment()
            } else if sees("\"", after: hashes) {
                takeString(hashes: hashes)
            } else if hashes > 0, sees("/", after: hashes) {
                takeRegex(
                    end: [UInt8(ascii: "/")] + Array(repeating: UInt8(ascii: "#"), count: hashes))
            } else if !isC, input[at] == UInt8(ascii: "`") {
                takeDelimited(by: UInt8(ascii: "`"))
            } else if isC, input[at] == UInt8(ascii: "'") {
                takeDelimited(by: UInt8(ascii: "'"))
            } else if opensBareRegex {
                takeDelimited(by: UInt8(ascii: "/"))
            } else {
                take(1, as: .code)
            }
        }
    }

    /// The bytes that may open something which is not code.
    private static let openers = Array("/\"#'`".utf8)

    private var hashCount: Int {
        isC ? 0 : input[at...].prefix { $0 == UInt8(ascii: "#") }.count
    }

    private func sees(_ text: StaticString, after offset: Int = 0) -> Bool {
        input[min(at + offset, input.count)...].starts(with: Array("\(text)".utf8))
    }

    private mutating func take(_ count: Int, as part: Part) {
        let end = min(at + count, input.count)
        while at < end {
            switch part {
            case .code:
                code[at] = input[at]
                codeAndLiterals[at] = input[at]
            case .literal: codeAndLiterals[at] = input[at]
            case .comment: comments[at] = input[at]
            }
            at += 1
        }
    }

    private mutating func takeLine(as part: Part) {
        take(input[at...].prefix { $0 != UInt8(ascii: "\n") }.count, as: part)
    }

    /// Block comments nest in Swift and do not in C.
    private mutating func takeBlockComment() {
        var depth = 0
        while at < input.count {
            if sees("/*"), depth == 0 || !isC {
                depth += 1
                take(2, as: .comment)
            } else if sees("*/") {
                depth -= 1
                take(2, as: .comment)
                if depth == 0 { return }
            } else {
                take(1, as: .comment)
            }
        }
    }

    private mutating func takeString(hashes: Int) {
        let pounds = Array(repeating: UInt8(ascii: "#"), count: hashes)
        let isLong = !isC && sees("\"\"\"", after: hashes)
        let quotes = Array(repeating: UInt8(ascii: "\""), count: isLong ? 3 : 1)
        take(hashes + quotes.count, as: .literal)
        while at < input.count {
            let rest = input[at...]
            if rest.starts(with: quotes + pounds) {
                return take(quotes.count + hashes, as: .literal)
            } else if rest.starts(with: [UInt8(ascii: "\\")] + pounds) {
                take(1 + hashes, as: .literal)
                if !isC, sees("(") { takeInterpolation() } else { take(1, as: .literal) }
            } else if !isLong, input[at] == UInt8(ascii: "\n") {
                return
            } else {
                take(1, as: .literal)
            }
        }
    }

    private mutating func takeInterpolation() {
        var depth = 0
        while at < input.count {
            let hashes = hashCount
            if sees("\"", after: hashes) {
                takeString(hashes: hashes)
                continue
            }
            if sees("(") { depth += 1 }
            if sees(")") { depth -= 1 }
            take(1, as: .literal)
            if depth == 0 { return }
        }
    }

    private mutating func takeRegex(end: [UInt8]) {
        take(end.count, as: .literal)
        while at < input.count, !input[at...].starts(with: end) { take(1, as: .literal) }
        take(end.count, as: .literal)
    }

    /// Takes a one-line literal; without its end on the line only the opening byte is taken.
    private mutating func takeDelimited(by delimiter: UInt8) {
        var end = at + 1
        while end < input.count, input[end] != UInt8(ascii: "\n") {
            if input[end] == delimiter { return take(end + 1 - at, as: .literal) }
            end += input[end] == UInt8(ascii: "\\") && delimiter != UInt8(ascii: "`") ? 2 : 1
        }
        take(1, as: .code)
    }

    /// A slash opens a pattern where an operand may stand and no blank follows it.
    private var opensBareRegex: Bool {
        guard !isC, input[at] == UInt8(ascii: "/"), at + 1 < input.count else { return false }
        let follows = !" */=\n".utf8.contains(input[at + 1])
        return follows && (at == 0 || " (,[:".utf8.contains(input[at - 1]))
    }
}
