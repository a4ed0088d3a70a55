/// The whole numbers that a bracket such as `[1-5]`, `[1-9:2]` or `[2,5,9]` stands for.
nonisolated struct NumberRanges: Sendable {
    private struct Steps: Sendable {
        let first: Int
        let last: Int
        let step: Int

        func contains(_ number: Int) -> Bool {
            number >= first && number <= last && (number - first) % step == 0
        }
    }

    private let parts: [Steps]

    /// Reads the inside of a bracket.
    ///
    /// - Returns: `nil` when it is no list of numbers, or only digits without `-` or `,`, which
    ///   are then the characters themselves.
    init?(_ inside: ArraySlice<Unicode.Scalar>) {
        guard inside.contains("-") || inside.contains(",") else { return nil }

        var parts: [Steps] = []
        for item in inside.split(separator: ",", omittingEmptySubsequences: false) {
            guard let steps = Self.steps(item) else { return nil }
            parts.append(steps)
        }
        self.parts = parts
    }

    /// Where a number of these ranges can end that starts at `start`.
    func ends(in text: [Unicode.Scalar], from start: Int) -> [Int] {
        var ends: [Int] = []
        var value = 0
        var position = start
        // Eighteen digits always fit into an Int, and no range asks for more.
        while position < text.count, position - start < 18, let digit = Self.digit(text[position]) {
            value = value * 10 + digit
            position += 1
            if parts.contains(where: { $0.contains(value) }) { ends.append(position) }
            // A leading zero spells no longer number: "01" is not 1.
            if value == 0 { break }
        }
        return ends
    }

    private static func steps(_ item: ArraySlice<Unicode.Scalar>) -> Steps? {
        let halves = item.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let bounds = halves.first.map { $0.split(separator: "-", omittingEmptySubsequences: false) }
        guard let bounds, bounds.count <= 2, let first = bounds.first.flatMap(number) else {
            return nil
        }
        let last = bounds.count == 2 ? number(bounds[1]) : first
        let step = halves.count == 2 ? number(halves[1]) : 1
        guard let last, let step, step > 0 else { return nil }

        return Steps(first: min(first, last), last: max(first, last), step: step)
    }

    private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
        guard !digits.isEmpty, digits.count <= 18 else { return nil }

        var value = 0
        for scalar in digits {
            guard let digit = digit(scalar) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        scalar >= "0" && scalar <= "9" ? Int(scalar.value - 48) : nil
    }
}
