/// Grades as a JUnit report: a suite for each learner, a case for each task and question.
///
/// - Source: <https://github.com/testmoapp/junitxml>
package struct GradesJUnit {
    private let grades: [Grade]

    /// Takes grades.
    package init(_ grades: [Grade]) { self.grades = grades }

    /// The report's text.
    package var text: String {
        let suites = grades.map(suite).joined()
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n\(suites)</testsuites>\n"
    }

    private func suite(_ grade: Grade) -> String {
        let failed = grade.tests.count { !$0.passed }
        let cases = grade.tests.map { test in
            let head =
                "    <testcase classname=\"\(Self.escaped(test.lesson))\" "
                + "name=\"\(Self.escaped(test.name))\""
            guard !test.passed else { return head + "/>\n" }
            let first = test.message.split(separator: "\n").first.map(String.init) ?? ""
            return head + ">\n      <failure message=\"\(Self.escaped(first))\">"
                + "\(Self.escaped(test.message))</failure>\n    </testcase>\n"
        }
        return
            "  <testsuite name=\"\(Self.escaped(grade.learner))\" tests=\"\(grade.tests.count)\" "
            + "failures=\"\(failed)\">\n\(cases.joined())  </testsuite>\n"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            // XML has no way to write other control characters.
            case "\t", "\n", " "...: escaped.unicodeScalars.append(scalar)
            default: escaped += "\u{FFFD}"
            }
        }
        return escaped
    }
}
