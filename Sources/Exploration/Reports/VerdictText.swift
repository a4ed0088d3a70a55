/// The report of an exploration for people.
package struct VerdictText {
    private let report: ExplorationReport

    /// Takes a report.
    package init(_ report: ExplorationReport) { self.report = report }

    /// The lines.
    package var lines: [String] {
        var lines = report.defects.flatMap { DefectText($0, level: report.level).lines + [""] }
        if report.more > 0 { lines.append("\(report.more) further defects are not shown.") }
        let advice = report.defects.count(where: \.defect.isAdvice)
        let found = report.defects.count - advice + report.more
        let time = "\((report.seconds * 10).rounded() / 10) s"
        let summary =
            "\(Counted.text(report.schedules, "schedule")) explored in \(time), "
            + "\(report.different) of them different: "
            + (found == 0 ? "no defect" : Counted.text(found, "defect"))
            + (advice == 0 ? "." : ", \(Counted.text(advice, "advice")).")
        return lines + (report.schedules > 0 ? [summary] : []) + [report.reason] + report.given
            + scenarios
    }

    /// What else was tried, those together that were searched as far.
    private var scenarios: [String] {
        [Int?](Set(report.scenarios.map(\.exhausted))).sorted { ($0 ?? -1) > ($1 ?? -1) }
            .map { bound in
                let names = report.scenarios.filter { $0.exhausted == bound }.map(\.name)
                let claim = bound.map { bound in
                    bound == 0
                        ? "without preemptions"
                        : "with up to \(Counted.text(bound, "preemption"))"
                }
                return
                    (claim.map { "Run were all schedules \($0) as well when " }
                    ?? "Not all schedules were run when ") + names.joined(separator: "; when ")
                    + "."
            }
    }
}
