/// A defect for people: the sentence, the line, the stacks, the order of the threads.
package struct DefectText {
    private let report: DefectReport
    private let level: ExploreOptions.Level

    /// Takes a defect.
    ///
    /// - Parameters:
    ///   - report: The defect.
    ///   - level: Where threads could be switched.
    package init(_ report: DefectReport, level: ExploreOptions.Level) {
        self.report = report
        self.level = level
    }

    /// The lines.
    package var lines: [String] {
        let defect = report.defect
        let advice = defect.isAdvice ? "advice, " : ""
        var lines = ["\(advice)\(defect.kind.title): \(defect.sentence) [\(defect.rule)]"]
        if let place = defect.place {
            lines.append("  --> \(place.file):\(place.line)")
            if !place.source.isEmpty { lines.append("      \(place.source)") }
        }
        if let scenario = report.scenario { lines.append("  when \(scenario)") }
        for stack in defect.stacks {
            lines.append("  \(stack.title)")
            lines += stack.calls.map { "      \($0)" }
        }
        if report.preemptions > 0, !report.steps.isEmpty {
            lines.append("  in this order:")
            lines += Interleaving.lines(of: report.steps).map { "      \($0)" }
        }
        if !report.isReachable {
            lines.append(
                "  only the language allows this: CPython changes no thread where this order does")
        } else if level == .shared {
            lines.append("  CPython can do this")
        }
        if !defect.help.isEmpty { lines.append("  help: \(defect.help)") }
        if let history { lines.append("  \(history)") }
        lines.append("  why: understudy explain \(defect.rule)")
        if let replay = report.replay { lines.append("  replay: understudy replay \(replay)") }
        return lines
    }

    private var history: String? {
        guard let count = report.foundAfter else { return nil }
        let found = "seen after \(Counted.text(count, "schedule"))"
        guard let reproduced = report.reproduced else { return found + ", and not run again" }
        return found + ", shrunk to \(Counted.text(report.preemptions, "preemption")) "
            + "at level \(level.rawValue), reproduced \(reproduced) of \(Exploring.repetitions)"
    }
}
