import OperatorNetwork

/// Evaluates sums such as `a.w + 2`: numbers, parameters named by path, `untold` and `broken`.
final class SumEvaluator: ExpressionEvaluator {
    /// How often an expression was evaluated, for all parameters.
    private(set) var count = 0
    /// What `untold` stands for.
    var untold = 0.0

    func evaluate(_ expression: String, for parameter: Parameter) throws -> ParameterValue {
        count += 1
        var sum = 0.0
        for term in expression.split(separator: " ") where term != "+" {
            sum += try value(term, for: parameter)
        }
        return .double(sum)
    }

    /// How often expressions were evaluated while a body ran.
    func evaluations(during body: () throws -> Void) rethrows -> Int {
        let before = count
        try body()
        return count - before
    }

    private func value(_ term: Substring, for parameter: Parameter) throws -> Double {
        if let number = Double(term) { return number }
        if term == "broken" { throw Broken() }
        if term == "untold" {
            CookRecorder.noteUntold()
            return untold
        }
        let parts = term.split(separator: ".")
        guard let owner = parameter.owner, let network = owner.network,
            let other = OperatorFinder(network).find(String(parts[0]), seenFrom: owner),
            let source = other.parameters[String(parts[1])]
        else { throw Broken() }
        return try source.evaluate().number
    }

    struct Broken: Error {}
}

extension ParameterValue {
    var number: Double {
        switch self {
        case .double(let number): number
        case .int(let number): Double(number)
        default: .nan
        }
    }
}
