/// One line of Python cut into characters that know whether they are text and how deep they stand.
struct PythonLine {
    /// The characters of the line without its comment and the blanks before that.
    let code: [Character]
    /// The blanks before the code.
    let indentation: String
    /// Whether every bracket and quote that is opened in the line is closed in it.
    let isComplete: Bool

    private let depths: [Int]
    private let isText: [Bool]

    /// Cuts a line up.
    ///
    /// - Parameter source: The line, with its indentation.
    init(_ source: String) {
        indentation = String(source.prefix { $0 == " " || $0 == "\t" })
        var characters = Array(source.dropFirst(indentation.count))
        var depths: [Int] = []
        var isText: [Bool] = []
        var depth = 0
        var quote: Character?
        var isEscaped = false
        var isSound = true
        for character in characters {
            if let open = quote {
                isText.append(true)
                depths.append(depth)
                if isEscaped {
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == open {
                    quote = nil
                }
                continue
            }
            if character == "#" { break }
            if character == "\"" || character == "'" { quote = character }
            if ")]}".contains(character) { depth -= 1 }
            isSound = isSound && depth >= 0
            depths.append(depth)
            isText.append(quote != nil)
            if "([{".contains(character) { depth += 1 }
        }
        characters = Array(characters.prefix(depths.count))
        while let last = characters.last, last.isWhitespace { characters.removeLast() }
        code = characters
        self.depths = depths
        self.isText = isText
        isComplete = isSound && depth == 0 && quote == nil && code.last != "\\"
    }

    /// The text of some of the code.
    ///
    /// - Parameter range: Positions in `code`.
    /// - Returns: The text without the blanks around it.
    func text(_ range: Range<Int>) -> String {
        var part = code[range.clamped(to: code.indices)].drop { $0.isWhitespace }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }

    /// Where a name stands as a whole word outside of texts.
    ///
    /// - Parameter name: An identifier.
    /// - Returns: Its first place in `code`.
    func firstRange(ofName name: String) -> Range<Int>? {
        let word = Array(name)
        guard !word.isEmpty, word.count <= code.count else { return nil }
        return (0...(code.count - word.count)).lazy
            .map { $0..<($0 + word.count) }
            .first {
                !isText[$0.lowerBound] && code[$0].elementsEqual(word)
                    && !($0.lowerBound > 0 && Self.isNamePart(code[$0.lowerBound - 1]))
                    && !($0.upperBound < code.count && Self.isNamePart(code[$0.upperBound]))
            }
    }

    /// The whole expression of names, calls and subscripts to which a part of it belongs.
    ///
    /// - Parameter part: Positions in `code`.
    /// - Returns: The part, widened to both sides: `op('a').par.tx.eval()` from `par`.
    func primary(around part: Range<Int>) -> Range<Int> {
        var start = part.lowerBound
        while start > 0 {
            let before = start - 1
            if !isText[before], ")]".contains(code[before]) {
                let outer = depths[before]
                guard let open = (0..<before).last(where: { isOpening($0, depth: outer) }) else {
                    break
                }
                start = open
            } else if !isText[before], Self.isNamePart(code[before]) || code[before] == "." {
                start = before
            } else {
                break
            }
        }
        var end = part.upperBound
        while end < code.count, !isText[end] {
            if "([".contains(code[end]) {
                let outer = depths[end]
                let close = ((end + 1)..<code.count).first {
                    !isText[$0] && depths[$0] == outer && ")]".contains(code[$0])
                }
                guard let close else { break }
                end = close + 1
            } else if Self.isNamePart(code[end]) || code[end] == "." {
                end += 1
            } else {
                break
            }
        }
        return start..<end
    }

    /// Where one of some characters stands outside of texts and of all brackets within a range.
    ///
    /// - Parameters:
    ///   - characters: The characters to find.
    ///   - range: Positions in `code`.
    /// - Returns: Their places, in order.
    func places(of characters: String, in range: Range<Int>) -> [Int] {
        guard let outer = range.clamped(to: code.indices).map({ depths[$0] }).min() else {
            return []
        }
        return range.filter {
            !isText[$0] && depths[$0] == outer && characters.contains(code[$0])
        }
    }

    /// The sign of an assignment outside of all brackets: `=`, `+=`, `or` the like.
    ///
    /// - Returns: Its place; none in a line without one, or with more than one.
    func assignmentSign() -> Range<Int>? {
        let all = code.indices
        let signs = places(of: "=", in: all).filter { depths[$0] == 0 }
        guard let sign = signs.first, signs.count == 1, sign > 0 else { return nil }
        guard sign + 1 < code.count, code[sign + 1] != "=" else { return nil }
        if "<>!:".contains(code[sign - 1]), !isShift(endingAt: sign - 1) { return nil }
        var start = sign
        while start > 0, "+-*/%@&|^<>".contains(code[start - 1]) { start -= 1 }
        return start..<(sign + 1)
    }

    private func isShift(endingAt index: Int) -> Bool {
        index > 0 && "<>".contains(code[index]) && code[index - 1] == code[index]
    }

    private func isOpening(_ index: Int, depth: Int) -> Bool {
        !isText[index] && depths[index] == depth && "([".contains(code[index])
    }

    private static func isNamePart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }
}
