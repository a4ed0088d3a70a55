/// What a pattern's term is made of.
nonisolated enum PatternToken: Sendable {
    case character(Unicode.Scalar)
    case anyOne
    case anyRun
    case oneOf([Unicode.Scalar])
    case number(NumberRanges)

    /// Reads a term; a bracket that is never closed stands for itself.
    static func read(_ text: [Unicode.Scalar]) -> [PatternToken] {
        var tokens: [PatternToken] = []
        var position = 0
        while position < text.count {
            switch text[position] {
            case "*": tokens.append(.anyRun)
            case "?": tokens.append(.anyOne)
            case "[":
                guard let end = text[position...].firstIndex(of: "]") else {
                    tokens.append(.character("["))
                    break
                }
                tokens.append(bracket(text[(position + 1)..<end]))
                position = end
            case let character: tokens.append(.character(character))
            }
            position += 1
        }
        return tokens
    }

    private static func bracket(_ inside: ArraySlice<Unicode.Scalar>) -> PatternToken {
        NumberRanges(inside).map { .number($0) } ?? .oneOf(Array(inside))
    }
}
