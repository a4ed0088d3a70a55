/// Channels under other names.
nonisolated extension Channels {
    /// The channels with the names a replacement gives them.
    func renamed(_ replacement: PatternReplacement) -> Channels {
        var result = self
        for (index, name) in replacement.apply(names).enumerated() {
            result.channels[index].name = name
        }
        return result
    }

    /// These channels only, in this order.
    func picking(_ indices: [Int]) -> Channels {
        var result = self
        result.channels = indices.map { channels[$0] }
        return result
    }

    /// A name that none of `taken` is: digits at its end are counted up, or added.
    package static func uniqueName(_ name: String, among taken: Set<String>) -> String {
        guard taken.contains(name) else { return name }
        let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
        let base = name.dropLast(min(digits, 15))
        var number = Int(name.suffix(min(digits, 15)), radix: 10) ?? 0
        while true {
            number += 1
            let candidate = "\(base)\(number)"
            if !taken.contains(candidate) { return candidate }
        }
    }
}

nonisolated extension Channels {
    /// The numbers of the channels a pattern names: for each of its terms, in the terms' order.
    func indices(inOrderOf pattern: String) -> [Int] {
        let allowed = Pattern(pattern)
        var found: [Int] = []
        var seen: Set<Int> = []
        for term in pattern.split(separator: " ") where !term.hasPrefix("^") {
            for index in indices(matching: Pattern(String(term)))
            where allowed.matches(channels[index].name) && seen.insert(index).inserted {
                found.append(index)
            }
        }
        // A pattern that only takes away starts from everything.
        if pattern.split(separator: " ").allSatisfy({ $0.hasPrefix("^") }) {
            return indices(matching: allowed)
        }
        return found
    }
}
