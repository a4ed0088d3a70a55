/// Remembers where to look for the next free number of a name, so that a hundred thousand
/// operators with one base name are numbered in linear time.
nonisolated struct FreeNumbers: Sendable {
    // For a base name and a first number: every number from there up to the hint is taken.
    private var hints: [String: [Int: Int]] = [:]

    /// The first name `base` + number, counted from `first`, that is not taken.
    ///
    /// - Returns: The name, or `nil` when the numbers run out.
    mutating func nextName(
        base: String, from first: Int, isTaken: (String) -> Bool
    ) -> String? {
        var number = hints[base]?[first] ?? first
        while isTaken("\(base)\(number)") {
            guard number < Int.max else { return nil }
            number += 1
        }
        hints[base, default: [:]][first] = number
        return "\(base)\(number)"
    }

    /// Takes note that a name is free again.
    mutating func release(_ name: String) {
        guard !hints.isEmpty else { return }

        let (base, number) = OperatorName(name).split
        guard let number, let known = hints[base] else { return }

        for (first, hint) in known where first <= number && number < hint {
            hints[base]?[first] = number
        }
    }
}
