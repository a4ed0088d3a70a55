@testable import Learn

/// A grade for tests: one task passed, one not.
enum SampleGrade {
    static let value = Grade(
        learner: "=ada, \"the\" first",
        tests: [
            GradedTest(
                lesson: "sum", name: "A sum: add", number: 1, passed: true, score: 3, maximum: 3,
                message: "", output: "", file: "a/sum.py", line: nil),
            GradedTest(
                lesson: "sum", name: "A sum: <keep>", number: 2, passed: false, score: 0,
                maximum: 2, message: "It is \"1\" & not 42.\u{1}\nsum.py:4",
                output: String(repeating: "x", count: 900), file: "a/sum.py", line: 4),
        ])
}
