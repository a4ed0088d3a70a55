internal import Foundation
internal import ProjectFiles
private import Synchronization

/// Checks lessons as their author has to: everything that they say of their answers is tried.
package struct LessonCheck: Sendable {
    /// What a check came to.
    package struct Report: Sendable {
        package var problems: [LessonProblem] = []
        /// How many lessons, and how many texts of answers were judged.
        package var lessons = 0
        package var judged = 0
    }

    private let judge: Judge
    private static let leastRight = 3
    private static let leastWrong = 2

    /// Prepares to check.
    package init(_ judge: Judge) { self.judge = judge }

    /// Checks the lessons of a track, several answers at a time.
    ///
    /// - Parameters:
    ///   - lessons: The lessons.
    ///   - told: Called for each answer that has been judged, from any thread.
    /// - Returns: What is wrong.
    /// - Throws: What keeps answers from being judged.
    package func check(
        _ lessons: [LessonDocument], told: @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws -> Report {
        let claims = lessons.flatMap { LessonClaim.all(of: $0) }
        let state = Mutex(State())
        DispatchQueue.concurrentPerform(iterations: claims.count) { index in
            let found = Result { try claims[index].problem(judge) }
            let done = state.withLock { state in
                state.done += 1
                switch found {
                case .success(let problem): state.problems[index] = problem
                case .failure(let error): state.failure = state.failure ?? error
                }
                return state.done
            }
            told(done, claims.count)
        }
        let end = state.withLock { $0 }
        if let failure = end.failure { throw failure }
        var report = Report(lessons: lessons.count, judged: claims.count)
        report.problems = lessons.flatMap(formProblems)
        report.problems += end.problems.sorted { $0.key < $1.key }.map(\.value)
        return report
    }

    private struct State {
        var problems: [Int: LessonProblem] = [:]
        var failure: (any Error)?
        var done = 0
    }

    /// What is wrong with a lesson without running anything.
    private func formProblems(_ lesson: LessonDocument) -> [LessonProblem] {
        func problem(_ line: Int, _ sentence: String) -> LessonProblem {
            LessonProblem(SourcePlace(file: lesson.file, line: line), sentence)
        }
        var found = lesson.tasks.filter(\.hints.isEmpty).map {
            problem($0.line, "Task \($0.number) has no hints.")
        }
        if [.fix, .measure].contains(lesson.kind) {
            if lesson.right.count < Self.leastRight {
                found.append(
                    problem(
                        1,
                        "It has \(lesson.right.count) right answers beside the solution, and "
                            + "\(Self.leastRight) are the least."))
            }
            if lesson.wrong.count < Self.leastWrong {
                found.append(
                    problem(
                        1,
                        "It has \(lesson.wrong.count) wrong answers, and \(Self.leastWrong) are "
                            + "the least."))
            }
        }
        found += lesson.wrong.filter(\.explanation.isEmpty).map {
            LessonProblem(
                $0.place, "The wrong answer '\($0.name)' does not say what is wrong about it.")
        }
        return found + brokenLinks(lesson).map { problem(1, "The link \($0) leads nowhere.") }
    }

    /// The links to files that are not there; those to the web are not followed.
    private func brokenLinks(_ lesson: LessonDocument) -> [String] {
        let texts =
            [lesson.introduction] + lesson.tasks.map(\.text) + lesson.questions.map(\.text)
            + lesson.wrong.map(\.explanation)
        let links = texts.joined().flatMap { line in
            line.matches(of: /\]\(([^)#\s]+)[^)]*\)/).map { String($0.output.1) }
        }
        let folder = FolderListing.parent(of: lesson.file)
        return links.filter { link in
            !link.contains(":") && !FileManager.default.fileExists(atPath: "\(folder)/\(link)")
        }
    }
}
