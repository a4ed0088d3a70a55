internal import ArgumentParser
internal import Learn
internal import ProjectFiles

/// `understudy lesson check [PATH…]`.
struct LessonCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Try everything that lessons say of their answers.",
        discussion: """
            The starter and each wrong answer must fail by what is named for it; the solution and each \
            right answer must pass, over all orders of threads up to the lesson's bound.

            Exit codes: 0 all of it is so, 1 something is not, 2 a lesson cannot be read.
            """)

    @Argument(help: "Lessons or folders of them; without any the course that comes along.")
    var paths: [String] = []

    func run() throws {
        let lessons = try LearnFailure.told {
            let places = paths.isEmpty ? [BundledCourse.folder].compactMap { $0 } : paths
            return try places.flatMap { try Course($0).lessons }
        }
        Console.say("\(try Self.check(lessons)): all as the lessons say.")
    }

    /// Tries everything that lessons say, and shows on a terminal how far that is.
    ///
    /// - Parameter lessons: The lessons.
    /// - Returns: How many lessons and answers there are, for a sentence.
    /// - Throws: `CommandFailure` when something is not as they say; what it is has been said then.
    static func check(_ lessons: [LessonDocument]) throws -> String {
        for sentence in Abilities.missing { Console.complain("[understudy] \(sentence)") }
        let isShown = Console.errorIsTerminal
        let report = try LearnFailure.told {
            try LessonCheck(LearnOptions.judge()).check(lessons) { done, count in
                if isShown { Console.write("\r\u{1B}[2K\(done) of \(count) judged", to: 2) }
            }
        }
        if isShown { Console.write("\r\u{1B}[2K", to: 2) }
        for problem in report.problems { Console.say(problem.description) }
        let count = "\(report.lessons) lessons, \(report.judged) answers judged"
        guard report.problems.isEmpty else {
            let wrong = "\(report.problems.count) not as the lessons say."
            throw CommandFailure(message: "\(count): \(wrong)", code: .failure)
        }
        return count
    }
}
