/// Gives new names to names that match: `c*` to `b*` makes `c1` into `b1`.
///
/// Each term of the one pattern goes with the term at its place in the other. A `*` or `?` in the new
/// name stands for what the wildcard at its place matched, `*(1)` for what the second `*` did; a term
/// without wildcards spells out names, given one after the other.
///
/// - Source: <https://docs.derivative.ca/Pattern_Replacement>
package nonisolated struct PatternReplacement: Sendable {
    private let terms: [(from: PatternCapture, to: [Character])]

    /// Reads the two patterns; where the second has fewer terms its last one is used again.
    package init(from: String, to: String) {
        let new = to.split(separator: " ").map(Array.init)
        terms = from.split(separator: " ").enumerated().compactMap { index, term in
            guard let last = new.last else { return nil }
            return (PatternCapture(String(term)), index < new.count ? new[index] : last)
        }
    }

    /// The new names of a list of names; those that match nothing stay.
    package func apply(_ names: [String]) -> [String] {
        var used = Array(repeating: 0, count: terms.count)
        return names.map { name in
            for (index, term) in terms.enumerated() {
                guard let captured = term.from.match(name) else { continue }
                defer { used[index] += 1 }
                return Self.fill(term.to, captured, number: used[index]) ?? name
            }
            return name
        }
    }

    private static func fill(
        _ pattern: [Character], _ captured: [Character: [String]], number: Int
    ) -> String? {
        guard pattern.contains(where: { $0 == "*" || $0 == "?" }) else {
            let names = PatternExpansion.word(pattern)
            // One name for many channels is numbered from the second on, by whoever needs it unique.
            return names.count == 1 ? names[0] : (number < names.count ? names[number] : nil)
        }
        var name = ""
        var next: [Character: Int] = [:]
        var place = 0
        while place < pattern.count {
            let character = pattern[place]
            place += 1
            guard character == "*" || character == "?" else {
                name.append(character)
                continue
            }
            var which = next[character, default: 0]
            if place + 2 < pattern.count + 0, pattern[place] == "(",
                let end = pattern[place...].firstIndex(of: ")"),
                let told = Int(String(pattern[(place + 1)..<end]))
            {
                which = told
                place = end + 1
            } else {
                next[character] = which + 1
            }
            let texts = captured[character] ?? []
            name += texts.indices.contains(which) ? texts[which] : ""
        }
        return name
    }
}
