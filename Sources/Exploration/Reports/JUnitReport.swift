/// What `verify` found as JUnit's XML, which build servers read: a suite for each component, a test for
/// the project alone and for each scenario, and a suite for the static rules.
package enum JUnitReport {
    /// Writes it.
    ///
    /// - Parameters:
    ///   - reports: What came of each exploration.
    ///   - check: The static check's own JSON.
    /// - Returns: The text.
    ///
    /// - Source: <https://github.com/testmoapp/junitxml>
    package static func text(_ reports: [ExplorationReport], check: String) -> String {
        let suites = [rules(CheckFinding.all(in: check))] + reports.map(suite)
        return #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n<testsuites name=\"understudy\">\n"
            + suites.joined() + "</testsuites>"
    }

    private static func rules(_ findings: [CheckFinding]) -> String {
        let failures = findings.map { finding in
            failure(
                finding.rule, finding.message,
                "\(finding.file):\(finding.line): \(finding.severity) \(finding.message)\n"
                    + finding.help)
        }
        return suite("static rules", seconds: 0, [test("static rules", failures)])
    }

    private static func suite(_ report: ExplorationReport) -> String {
        let names = [String?.none] + report.scenarios.map(\.name)
        var tests = names.map { name in
            test(
                name.map { "when \($0)" } ?? "the project alone",
                report.defects.filter { $0.scenario == name && !$0.defect.isAdvice }.map { defect in
                    failure(
                        defect.defect.rule, defect.defect.sentence,
                        DefectText(defect, level: report.level).lines.joined(separator: "\n"))
                })
        }
        if report.outcome == .unproved {
            let reason = MarkupText.escaped(report.reason)
            tests.append(
                "    <testcase name=\"proof\"><skipped message=\"\(reason)\"/></testcase>\n")
        }
        return suite(report.name, seconds: report.seconds, tests)
    }

    private static func suite(_ name: String, seconds: Double, _ tests: [String]) -> String {
        let failures = tests.count { $0.contains("<failure") }
        let skipped = tests.count { $0.contains("<skipped") }
        return "  <testsuite name=\"\(MarkupText.escaped(name))\" tests=\"\(tests.count)\" "
            + "failures=\"\(failures)\" skipped=\"\(skipped)\" time=\"\(seconds)\">\n"
            + tests.joined() + "  </testsuite>\n"
    }

    private static func test(_ name: String, _ failures: [String]) -> String {
        "    <testcase name=\"\(MarkupText.escaped(name))\">\n\(failures.joined())    </testcase>\n"
    }

    private static func failure(_ kind: String, _ message: String, _ text: String) -> String {
        "      <failure type=\"\(MarkupText.escaped(kind))\" "
            + "message=\"\(MarkupText.escaped(message))\">\(MarkupText.escaped(text))</failure>\n"
    }
}
