/// One term of a pattern that tells what its wildcards matched.
nonisolated struct PatternCapture: Sendable {
    private let tokens: [PatternToken]
    /// Each token costs a level of the stack.
    private static let most = 1000

    init(_ term: String) {
        tokens = PatternToken.read(Array(term.unicodeScalars))
    }

    /// What each `*` and each `?` (brackets count as `?`) matched, in order; nil without a match.
    ///
    /// The first `*` takes as much as it can. A state is a token and a place, and none is tried
    /// twice, so the work is bounded by tokens × characters.
    func match(_ text: String) -> [Character: [String]]? {
        let scalars = Array(text.unicodeScalars)
        guard tokens.count <= Self.most else { return nil }
        var failed: Set<Int> = []
        var ends: [Int] = []
        guard search(scalars, 0, 0, &ends, &failed) else { return nil }
        var captured: [Character: [String]] = [:]
        var start = 0
        for (token, end) in zip(tokens, ends) {
            var part = String.UnicodeScalarView()
            part.append(contentsOf: scalars[start..<end])
            switch token {
            case .anyRun: captured["*", default: []].append(String(part))
            case .anyOne, .oneOf, .number: captured["?", default: []].append(String(part))
            case .character: break
            }
            start = end
        }
        return captured
    }

    private func search(
        _ text: [Unicode.Scalar], _ token: Int, _ place: Int, _ ends: inout [Int],
        _ failed: inout Set<Int>
    ) -> Bool {
        guard token < tokens.count else { return place == text.count }
        let state = token * (text.count + 1) + place
        guard !failed.contains(state) else { return false }
        for end in reach(tokens[token], text, place) {
            ends.append(end)
            if search(text, token + 1, end, &ends, &failed) { return true }
            ends.removeLast()
        }
        failed.insert(state)
        return false
    }

    private func reach(_ token: PatternToken, _ text: [Unicode.Scalar], _ place: Int) -> [Int] {
        switch token {
        case .anyRun: return Array((place...text.count).reversed())
        case .anyOne: return place < text.count ? [place + 1] : []
        case .character(let wanted):
            return place < text.count && text[place] == wanted ? [place + 1] : []
        case .oneOf(let characters):
            return place < text.count && characters.contains(text[place]) ? [place + 1] : []
        case .number(let ranges): return ranges.ends(in: text, from: place).reversed()
        }
    }
}
