internal import OperatorNetwork

/// What the main thread is doing for the project right now, for fault reports.
///
/// - Thread: changed by the main thread, read by any thread that holds the GIL
final class Activity {
    private struct Step {
        let words: String
        let node: Operator?
    }

    private var steps: [Step] = []

    /// Remembers what happens while `body` runs.
    ///
    /// - Parameters:
    ///   - words: What happens, fit to follow "main was".
    ///   - node: The operator it happens to, added to the words only when they are asked for.
    ///   - body: What happens.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws.
    func during<Result, Failure: Error>(
        _ words: String, _ node: Operator? = nil, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        steps.append(Step(words: words, node: node))
        defer { steps.removeLast() }
        return try body()
    }

    /// The innermost thing that happens.
    var description: String {
        guard let step = steps.last else { return "between two frames" }
        return step.words + (step.node.map { " of \($0.path)" } ?? "")
    }
}
