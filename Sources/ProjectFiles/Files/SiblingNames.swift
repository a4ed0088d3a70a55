/// The operator names already given inside one COMP.
struct SiblingNames {
    private var taken: Set<String> = []
    private var nextNumbers: [String: Int] = [:]

    /// Gives a name away, numbered from 1 when it is taken, as TouchDesigner numbers new operators.
    ///
    /// - Parameter name: The wanted name.
    /// - Returns: The name that was free.
    mutating func claim(_ name: String) -> String {
        if taken.insert(name).inserted { return name }
        var number = nextNumbers[name] ?? 1
        while !taken.insert("\(name)\(number)").inserted { number += 1 }
        nextNumbers[name] = number + 1
        return "\(name)\(number)"
    }
}
