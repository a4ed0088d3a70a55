/// What judging came to, for people.
package struct JudgementText {
    private let judgement: Judgement
    private let lesson: LessonDocument
    private let code: String
    private let isPlain: Bool

    private static let mostDetails = 6

    /// Takes a judgement.
    ///
    /// - Parameters:
    ///   - judgement: The judgement.
    ///   - lesson: The lesson.
    ///   - code: The answer that was judged.
    ///   - isPlain: Whether it is read by a voice: words for signs, no columns.
    package init(
        _ judgement: Judgement, _ lesson: LessonDocument, code: String, isPlain: Bool = false
    ) {
        (self.judgement, self.lesson, self.code) = (judgement, lesson, code)
        self.isPlain = isPlain
    }

    /// The lines.
    ///
    /// - Parameter isFull: Whether all of the threads' order is shown.
    /// - Returns: The lines.
    package func lines(isFull: Bool = false) -> [String] {
        judgement.passed ? passedLines : failedLines(isFull)
    }

    private var passedLines: [String] {
        let time = "\((judgement.seconds * 100).rounded() / 100) s"
        return ["\(mark(true)) Right, judged in \(time)."]
            + [judgement.proof].compactMap { $0.map { "  \($0)" } }
    }

    private func failedLines(_ isFull: Bool) -> [String] {
        var lines: [String] = []
        for failure in shown {
            let task = failure.task.map { "task \($0): " } ?? ""
            lines.append("\(mark(false)) \(task)\(failure.message)  [\(failure.name)]")
            if let line = failure.line, let source = source(line) {
                lines.append("    \(line) | \(source)")
            }
            let details = isFull ? failure.details[...] : failure.details.prefix(Self.mostDetails)
            lines += details.map { "    \($0)" }
            if details.count < failure.details.count {
                lines.append("    … t shows the whole order of the threads")
            }
            if !failure.help.isEmpty { lines.append("    help: \(failure.help)") }
        }
        if let explanation, !explanation.isEmpty { lines += [""] + explanation.map { "  \($0)" } }
        for replay in judgement.replays { lines.append("  replay: understudy replay \(replay)") }
        if !printed.isEmpty { lines += ["", "It printed:"] + printed.map { "    \($0)" } }
        return lines
    }

    /// The last lines that the answer itself has printed, each of a length that can be read.
    private var printed: [String] {
        judgement.output.split(separator: "\n").filter { !$0.hasPrefix("[understudy]") }.suffix(8)
            .map { $0.count > 120 ? $0.prefix(119) + "…" : String($0) }
    }

    /// An exit code says nothing that what led to it does not say better.
    private var shown: [JudgedFailure] {
        let telling = judgement.failures.filter { !$0.name.description.hasPrefix("exit ") }
        return Array((telling.isEmpty ? judgement.failures : telling).prefix(5))
    }

    /// What the lesson says of the wrong answer that fails in the same way and is most like this one.
    private var explanation: [String]? {
        let alike = lesson.wrong.filter { !judgement.names.isDisjoint(with: $0.fails) }
        return alike.max { likeness($0) < likeness($1) }?.explanation
    }

    private func likeness(_ variant: LessonVariant) -> Int {
        let own = Set(code.split(separator: "\n").map { $0.filter { !$0.isWhitespace } })
        let other = Set(variant.code.split(separator: "\n").map { $0.filter { !$0.isWhitespace } })
        return own.intersection(other).count * 2 - own.count - other.count
    }

    private func source(_ line: Int) -> String? {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.contains(line - 1) ? String(lines[line - 1]) : nil
    }

    private func mark(_ isRight: Bool) -> String {
        if isPlain { return isRight ? "Passed:" : "Not yet:" }
        return isRight ? "✓" : "✗"
    }
}
