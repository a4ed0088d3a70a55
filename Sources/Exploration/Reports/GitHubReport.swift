/// Defects as GitHub's annotations, a line each.
package enum GitHubReport {
    /// The annotations.
    ///
    /// - Parameter reports: What came of each exploration.
    /// - Returns: An error for each defect, and a notice for what was not proved without one.
    package static func lines(_ reports: [ExplorationReport]) -> [String] {
        reports.flatMap { report in
            report.defects.map { line($0) }
                + (report.outcome == .unproved
                    ? ["::notice title=\(property(report.name))::\(data(report.reason))"] : [])
        }
    }

    private static func line(_ report: DefectReport) -> String {
        let defect = report.defect
        let place = defect.place.map { "file=\(property($0.file)),line=\($0.line)," } ?? ""
        let scenario = report.scenario.map { "When \($0): " } ?? ""
        var parts = [scenario + defect.sentence, defect.help]
        if report.preemptions > 0 { parts += Interleaving.lines(of: report.steps) }
        if let replay = report.replay { parts.append("understudy replay \(replay)") }
        let text = parts.filter { !$0.isEmpty }.joined(separator: "\n")
        let title = property("\(defect.rule) \(defect.kind.title)")
        return "::\(defect.isAdvice ? "notice" : "error") \(place)title=\(title)::\(data(text))"
    }

    /// A text behind an annotation's `::`, where a line break would end it.
    ///
    /// - Source: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    /// A text in front of it, where commas and colons part the properties.
    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
