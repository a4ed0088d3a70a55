internal import Foundation

/// A grade as one JSON object: exercism's `results.json`, with the points of GitHub Classroom.
///
/// - Source: <https://exercism.org/docs/building/tooling/test-runners/interface>
package struct ResultsJSON: Encodable {
    private struct Test: Encodable {
        let name: String
        let status: String
        let message: String?
        let output: String
        let task_id: Int
        let score: Int
        let max_score: Int
        let filename: String?
        let line_no: Int?
        let test_code: String
    }

    /// The most characters of output, and of a message, that the formats allow.
    private static let mostOutput = 500
    private static let mostMessage = 65_535

    private let version: Int
    private let status: String
    private let max_score: Int
    private let tests: [Test]

    /// Takes a grade.
    ///
    /// - Parameters:
    ///   - grade: The grade.
    ///   - version: 3 for exercism, 1 for GitHub Classroom.
    package init(_ grade: Grade, version: Int = 3) {
        self.version = version
        status = grade.passed ? "pass" : "fail"
        max_score = grade.maximum
        tests = grade.tests.map { test in
            Test(
                name: test.name, status: test.passed ? "pass" : "fail",
                message: test.passed ? nil : String(test.message.prefix(Self.mostMessage)),
                output: String(test.output.suffix(Self.mostOutput)), task_id: test.number,
                score: test.score, max_score: test.maximum, filename: test.file,
                line_no: test.line, test_code: "understudy learn run \(test.lesson)")
        }
    }

    /// The object's text.
    package var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let data = (try? encoder.encode(self)) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    /// The object as a step of a GitHub workflow hands it to Classroom's reporter.
    package var base64: String { Data(text.utf8).base64EncodedString() }
}
