/// One term of a pattern, read into tokens and matched against a whole text.
nonisolated struct PatternTerm: Sendable {
    let isExclusion: Bool
    private let plain: String?
    private let tokens: [PatternToken]

    init(_ text: Substring) {
        isExclusion = text.utf8.first == UInt8(ascii: "^")
        let body = isExclusion ? text.dropFirst() : text
        plain = Pattern.isPlain(body) ? String(body) : nil
        tokens = plain == nil ? PatternToken.read(Array(body.unicodeScalars)) : []
    }

    /// Whether the whole of `text` matches this term, the exclusion mark left aside.
    ///
    /// Every token moves the set of positions that can be reached so far, so the work is bounded
    /// by tokens × characters whatever the pattern says.
    func matches(_ text: String) -> Bool {
        if let plain { return plain == text }

        let scalars = Array(text.unicodeScalars)
        var reached = [Bool](repeating: false, count: scalars.count + 1)
        reached[0] = true
        for token in tokens {
            reached = Self.advance(reached, over: token, in: scalars)
            guard reached.contains(true) else { return false }
        }
        return reached[scalars.count]
    }

    private static func advance(
        _ reached: [Bool], over token: PatternToken, in scalars: [Unicode.Scalar]
    ) -> [Bool] {
        var next = [Bool](repeating: false, count: reached.count)
        switch token {
        case .anyRun:
            let start = reached.firstIndex(of: true) ?? reached.endIndex
            for position in start..<reached.endIndex { next[position] = true }
        case .anyOne:
            for position in scalars.indices where reached[position] { next[position + 1] = true }
        case .character(let wanted):
            for position in scalars.indices where reached[position] && scalars[position] == wanted {
                next[position + 1] = true
            }
        case .oneOf(let characters):
            for position in scalars.indices
            where reached[position] && characters.contains(scalars[position]) {
                next[position + 1] = true
            }
        case .number(let ranges):
            for position in scalars.indices where reached[position] {
                for end in ranges.ends(in: scalars, from: position) { next[end] = true }
            }
        }
        return next
    }
}
