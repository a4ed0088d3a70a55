/// The report of an exploration for people.
package struct VerdictText {
    private let report: ExplorationReport

    /// Takes a report.
    package init(_ report: ExplorationReport) { self.report = report }

    /// The lines.
    package var lines: [String] {
        var lines = report.defects.flatMap { DefectText($0, level: report.level).lines + [""] }
        if report.more > 0 { lines.append("\(report.more) further defects are not shown.") }
        let found = report.defects.count + report.more
        let time = "\((report.seconds * 10).rounded() / 10) s"
        let summary =
            "\(Counted.text(report.schedules, "schedule")) explored in \(time), "
            + "\(report.different) of them different: "
            + (found == 0 ? "no defect." : "\(Counted.text(found, "defect")).")
        return lines + (report.schedules > 0 ? [summary] : []) + [report.reason]
    }
}
