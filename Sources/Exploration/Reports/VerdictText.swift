/// A verdict for people.
package struct VerdictText {
    private let verdict: Verdict
    private let options: ExploreOptions
    private let files: [String?]

    /// Takes a verdict.
    ///
    /// - Parameters:
    ///   - verdict: What was found and proved.
    ///   - options: What was asked for.
    ///   - files: The replay file of each counterexample, if they were written.
    package init(_ verdict: Verdict, _ options: ExploreOptions, files: [String?]) {
        self.verdict = verdict
        self.options = options
        self.files = files
    }

    /// The lines.
    package var lines: [String] {
        var lines: [String] = []
        for (index, example) in verdict.counterexamples.enumerated() {
            lines += CounterexampleText(example, options).lines
            if index < files.count, let file = files[index] {
                lines.append("  replay: understudy replay \(file)")
            }
            lines.append("")
        }
        if verdict.more > 0 { lines.append("\(verdict.more) further defects are not shown.") }
        return lines + summary
    }

    private var summary: [String] {
        let found = verdict.counterexamples.count + verdict.more
        var lines: [String] = []
        let time = "\((verdict.seconds * 10).rounded() / 10) s"
        lines.append(
            "\(Counted.text(verdict.schedules, "schedule")) explored in \(time), "
                + "\(verdict.distinct) of them different: "
                + (found == 0 ? "no defect." : "\(Counted.text(found, "defect"))."))
        return lines + [proof(hasDefects: found > 0)]
    }

    private func proof(hasDefects: Bool) -> String {
        let level = "at level \(options.level.rawValue), \(options.frames) frames"
        guard verdict.isRepeatable else {
            return "Nothing is proved: the same decisions did not give the same schedule twice, so "
                + "something is not controlled, such as another program or the network, \(level)."
        }
        if let bound = verdict.exhausted {
            let count = verdict.searched[...bound].reduce(0, +)
            let rest =
                bound < options.bound ? "; those with \(bound + 1) were not all reached" : ""
            let claim = hasDefects ? "Run were" : "Proved: no defect in"
            return "\(claim) all schedules with up to \(Counted.text(bound, "preemption")), "
                + "\(count) of them, \(level)\(rest)."
        }
        let reason =
            verdict.isCut ? "schedules are too long to be searched" : "the budget was used up"
        return "Nothing is proved: \(reason), \(level)."
    }
}
