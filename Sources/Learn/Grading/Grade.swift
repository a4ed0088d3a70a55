/// All that one learner has done, graded.
package struct Grade: Sendable {
    /// The learner's folder's name.
    package let learner: String
    /// Each task and question, in the order of the course.
    package let tests: [GradedTest]

    package var score: Int { tests.map(\.score).reduce(0, +) }
    package var maximum: Int { tests.map(\.maximum).reduce(0, +) }
    package var passed: Bool { tests.allSatisfy(\.passed) }

    /// The lessons' names, each once, in order.
    package var lessons: [String] {
        var known: Set<String> = []
        return tests.map(\.lesson).filter { known.insert($0).inserted }
    }
}
