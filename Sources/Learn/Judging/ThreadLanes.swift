/// The lines of several threads in the order in which they ran, each thread in a column of its own.
struct ThreadLanes {
    private let steps: [VerifyOutcome.Step]

    private static let width = 34
    private static let most = 30

    /// Takes the steps.
    init(_ steps: [VerifyOutcome.Step]) { self.steps = steps }

    /// The lanes' lines, the threads' names first; none when one thread ran alone.
    var lines: [String] {
        var threads: [String] = []
        for step in steps where !threads.contains(step.thread) { threads.append(step.thread) }
        guard threads.count > 1 else { return [] }
        let header = threads.map { Self.cell($0) }.joined(separator: "| ")
        let left = steps.count - Self.most
        let shown = left > 0 ? Array(steps.suffix(Self.most)) : steps
        return [header] + (left > 0 ? ["… \(left) lines before"] : [])
            + shown.map { step in
                threads.map { thread in
                    Self.cell(thread == step.thread ? "\(step.line) \(Self.code(step))" : "")
                }.joined(separator: "| ")
            }
    }

    private static func code(_ step: VerifyOutcome.Step) -> String {
        String(step.source.drop { $0 == " " || $0 == "\t" })
    }

    private static func cell(_ text: String) -> String {
        let cut = text.count > width ? text.prefix(width - 1) + "…" : text[...]
        return cut + String(repeating: " ", count: width - cut.count)
    }
}
