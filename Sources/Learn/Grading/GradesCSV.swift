internal import Foundation

/// Grades as a table with nbgrader's columns: a row for each learner and lesson.
///
/// - Source: <https://nbgrader.readthedocs.io/en/stable/user_guide/managing_the_database.html>
package struct GradesCSV {
    private static let columns = [
        "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
        "raw_score", "late_submission_penalty", "score", "max_score",
    ]

    private let grades: [Grade]
    private let time: String

    /// Takes grades.
    package init(_ grades: [Grade]) {
        self.grades = grades
        time = Date().ISO8601Format()
    }

    /// The table's text.
    package var text: String {
        let rows = grades.flatMap { grade in
            grade.lessons.map { lesson in
                let tests = grade.tests.filter { $0.lesson == lesson }
                let score = "\(tests.map(\.score).reduce(0, +))"
                let most = "\(tests.map(\.maximum).reduce(0, +))"
                return [lesson, "", time, grade.learner, "", "", "", score, "0", score, most]
            }
        }
        return ([Self.columns] + rows).map { row in
            row.map(Self.quoted).joined(separator: ",") + "\n"
        }.joined()
    }

    private static func quoted(_ cell: String) -> String {
        // A spreadsheet takes such a beginning for a formula, and the learner chose the folder's name.
        let isFormula = cell.first.map { "=+-@".contains($0) } ?? false
        let text = isFormula ? "'" + cell : cell
        guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
