/// The names a pattern spells out: `A[1-3] B[xyz]` gives A1, A2, A3, Bx, By, Bz.
///
/// - Source: <https://docs.derivative.ca/Pattern_Expansion>
package nonisolated enum PatternExpansion {
    /// More names than this are cut off, as a typing error would make them.
    private static let most = 100_000

    /// The names, in order; a bracket that is never closed stands for itself.
    package static func names(_ pattern: String) -> [String] {
        pattern.split(whereSeparator: \.isWhitespace).flatMap { word(Array($0)) }
    }

    /// The names one word spells out.
    static func word(_ word: [Character]) -> [String] {
        var names = [""]
        var place = 0
        while place < word.count {
            var choices = [String(word[place])]
            if word[place] == "[", let end = word[place...].firstIndex(of: "]"), end > place + 1 {
                choices = self.choices(String(word[(place + 1)..<end]))
                place = end
            }
            guard names.count * choices.count <= most else { return names }
            names = names.flatMap { name in choices.map { name + $0 } }
            place += 1
        }
        return names
    }

    private static func choices(_ inside: String) -> [String] {
        let parts = inside.split(separator: ":", omittingEmptySubsequences: false)
        let bounds = parts[0].split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 2, bounds.count == 2, let low = Int(bounds[0]),
            let high = Int(bounds[1])
        else { return inside.map(String.init) }
        let step = parts.count == 2 ? max(1, Int(parts[1]) ?? 1) : 1
        guard (high - low).magnitude / UInt(step) < UInt(most) else { return [inside] }
        let numbers =
            low <= high
            ? Array(stride(from: low, through: high, by: step))
            : Array(stride(from: low, through: high, by: -step))
        return numbers.map(String.init)
    }
}
