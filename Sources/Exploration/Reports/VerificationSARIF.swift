internal import Foundation

/// All that `verify` found in SARIF 2.1.0, which code hosts show beside the code: the static check's
/// log, whose rules the defects belong to as well, and a result with thread flows for each.
///
/// - Source: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
package enum VerificationSARIF {
    /// Writes it.
    ///
    /// - Parameters:
    ///   - reports: What came of each exploration.
    ///   - check: The static check's own log.
    /// - Returns: The text.
    package static func text(_ reports: [ExplorationReport], check: String) -> String {
        let read = try? JSONSerialization.jsonObject(with: Data(check.utf8))
        var log = read as? [String: Any] ?? [:]
        var runs = log["runs"] as? [[String: Any]] ?? []
        guard var run = runs.first else { return check }
        let results = reports.flatMap { report in report.defects.map(result) }
        run["results"] = (run["results"] as? [Any] ?? []) + results
        runs[0] = run
        log["runs"] = runs
        return VerificationJSON.text(log)
    }

    private static func result(_ report: DefectReport) -> [String: Any] {
        let defect = report.defect
        let scenario = report.scenario.map { "When \($0): " } ?? ""
        var result: [String: Any] = [
            "ruleId": defect.rule, "level": defect.isAdvice ? "note" : "error",
            "properties": ["kind": defect.kind.rawValue, "reachable": report.isReachable],
            "message": message("\(scenario)\(defect.sentence) \(defect.help)"),
        ]
        if let place = defect.place { result["locations"] = [location(place)] }
        guard !report.steps.isEmpty else { return result }
        let steps = report.steps.enumerated()
        let flows = Set(report.steps.map(\.thread)).sorted().map { thread -> [String: Any] in
            let own = steps.filter { $0.element.thread == thread }
            return [
                "id": own.first?.element.name ?? "thread \(thread)",
                "locations": own.map { index, step in
                    ["location": location(step.place), "executionOrder": index + 1] as [String: Any]
                },
            ]
        }
        result["codeFlows"] = [
            ["message": message("The order in which the threads ran."), "threadFlows": flows]
        ]
        return result
    }

    private static func location(_ place: Defect.Place) -> [String: Any] {
        var region: [String: Any] = ["startLine": max(1, place.line)]
        if !place.source.isEmpty { region["snippet"] = ["text": place.source] }
        return [
            "physicalLocation": ["artifactLocation": ["uri": place.file], "region": region]
        ]
    }

    private static func message(_ text: String) -> [String: Any] { ["text": text] }
}
