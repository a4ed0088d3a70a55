/// Where a function begins and how many lines it takes.
struct FunctionSpan: Equatable {
    /// The line of the declaration, counted from 1.
    let line: Int
    let length: Int
}

extension FunctionSpan {
    /// The functions of a Swift, C or Python file.
    static func all(in file: HouseFile) -> [FunctionSpan] {
        switch file.kind {
        case "swift": inSwift(SourceText(file).code)
        case "c", "h": inC(SourceText(file).code)
        case "py": inPython(file.lines)
        default: []
        }
    }

    private static func inSwift(_ code: [String]) -> [FunctionSpan] {
        let text = Array(code.joined(separator: "\n").utf8)
        var spans: [FunctionSpan] = []
        var line = 1
        var word: [UInt8] = []
        var beforeWord: UInt8 = 0
        for (at, byte) in text.enumerated() {
            if isWordByte(byte) {
                word.append(byte)
                continue
            }
            // `self.init(…)` and `.init` are calls.
            if beforeWord != UInt8(ascii: "."), declares(word),
                let body = bodyStart(in: text, from: at)
            {
                let lines = text[at..<blockEnd(in: text, from: body)].count { $0 == newline }
                spans.append(FunctionSpan(line: line, length: lines + 1))
            }
            word = []
            beforeWord = byte
            if byte == newline { line += 1 }
        }
        return spans
    }

    private static func declares(_ word: [UInt8]) -> Bool {
        ["func", "init", "deinit", "subscript"].contains(String(decoding: word, as: UTF8.self))
    }

    /// The brace that opens the body of a declaration, or nothing for a protocol's requirement.
    private static func bodyStart(in text: [UInt8], from start: Int) -> Int? {
        var depth = 0
        for at in start..<text.count {
            switch text[at] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "{") where depth == 0: return at
            case UInt8(ascii: "}") where depth == 0, UInt8(ascii: ";") where depth == 0: return nil
            case newline where depth == 0 && !continues(text[(at + 1)...]): return nil
            default: break
            }
        }
        return nil
    }

    private static func continues(_ rest: ArraySlice<UInt8>) -> Bool {
        let next = rest.drop { $0 == newline || $0 == UInt8(ascii: " ") }
        return ["{", "->", "(", "where ", "throws", "rethrows", "async"].contains {
            next.starts(with: $0.utf8)
        }
    }

    private static func blockEnd(in text: [UInt8], from start: Int) -> Int {
        var depth = 0
        for at in start..<text.count {
            if text[at] == UInt8(ascii: "{") { depth += 1 }
            if text[at] == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { return at }
        }
        return text.count
    }

    /// In C a function is a block at the outermost level that follows a parameter list.
    private static func inC(_ code: [String]) -> [FunctionSpan] {
        var spans: [FunctionSpan] = []
        var depth = 0
        var head = ""
        var start = 1
        for (offset, line) in code.enumerated() where !line.hasPrefix("#") {
            for character in line {
                if depth == 0 {
                    if head.isEmpty { start = offset + 1 }
                    head += character == " " && head.isEmpty ? "" : String(character)
                }
                if character == "{" { depth += 1 }
                if character == "}" { depth -= 1 }
                guard depth == 0, character == "}" || character == ";" else { continue }
                if head.contains(")"), head.contains("{"), !head.contains("=") {
                    spans.append(FunctionSpan(line: start, length: offset + 2 - start))
                }
                head = ""
            }
        }
        return spans
    }

    private static func inPython(_ lines: [String]) -> [FunctionSpan] {
        lines.indices.compactMap { start in
            let line = lines[start]
            let indent = line.prefix { $0 == " " || $0 == "\t" }.count
            let rest = line.dropFirst(indent)
            guard rest.hasPrefix("def ") || rest.hasPrefix("async def ") else { return nil }
            var last = start
            for at in lines.indices[(start + 1)...] where !lines[at].allSatisfy(\.isWhitespace) {
                let depth = lines[at].prefix { $0 == " " || $0 == "\t" }.count
                // The closing bracket of a long parameter list stands below its `def`.
                if depth <= indent, !lines[at].dropFirst(depth).hasPrefix(")") { break }
                last = at
            }
            return FunctionSpan(line: start + 1, length: last - start + 1)
        }
    }

    private static var newline: UInt8 { UInt8(ascii: "\n") }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
