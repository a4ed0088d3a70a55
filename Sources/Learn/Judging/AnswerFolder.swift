package import Exploration
internal import Foundation
internal import ProjectFiles

/// A folder in which one answer is judged, and which goes afterwards.
struct AnswerFolder {
    /// Where it lies, symbolic links resolved.
    let path: String
    /// The project's file in it: the network, or the answer itself.
    let target: String
    /// The answer's file in it.
    let answer: String

    private static let schedule = "answer.tdsched"

    /// Makes the folder and puts the answer into it.
    ///
    /// - Throws: `ProjectError` when it cannot be made.
    init(_ lesson: LessonDocument, code: String) throws(ProjectError) {
        let name = "understudy-answer-\(UUID().uuidString)"
        let place = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        path = place.appendingPathComponent(name).path
        answer = lesson.answerFile ?? "answer.py"
        target = lesson.network == nil ? answer : "project.tdn"
        try WrittenFile(path: "\(path)/\(answer)", text: code).write()
        if let network = lesson.network {
            try WrittenFile(path: "\(path)/\(target)", text: network).write()
        }
    }

    /// Puts a schedule of the learner's beside the answer, under the lesson's own conditions.
    ///
    /// - Returns: Its name in the folder; nil when it is no schedule.
    /// - Throws: What the file system says when it cannot be written.
    func add(schedule text: String, of lesson: LessonDocument) throws -> String? {
        let decoder = JSONDecoder()
        guard var file = try? decoder.decode(ScheduleFile.self, from: Data(text.utf8)) else {
            return nil
        }
        var options = lesson.exploreOptions(target: target)
        options.level = file.conditions.level
        // The learner's folder is another one.
        let code = Dictionary(
            file.conditions.code.map { (($0.key as NSString).lastPathComponent, $0.value) },
            uniquingKeysWith: { first, _ in first })
        file.conditions = .init(options, python: file.conditions.python, code: code)
        try file.write(to: "\(path)/\(Self.schedule)")
        return Self.schedule
    }

    /// The kind of defect that the schedule put here claims to show.
    func claim() -> FailureName? {
        guard let file = try? ScheduleFile(path: "\(path)/\(Self.schedule)") else { return nil }
        return file.defect.split(separator: " ").first.map { FailureName.defect(String($0)) }
    }

    /// Copies the schedules that were written here.
    ///
    /// - Parameter folder: Where to.
    /// - Returns: Their files there.
    func keepReplays(in folder: String) -> [String] {
        let names = (try? FolderListing.names(in: path)) ?? []
        return names.filter { $0.hasSuffix(".tdsched") }.compactMap { name in
            let copy = "\(folder)/\(name)"
            guard let text = FileManager.default.contents(atPath: "\(path)/\(name)") else {
                return nil
            }
            do throws(ProjectError) {
                try AtomicFile.write(Array(text), to: copy)
                return copy
            } catch {
                return nil
            }
        }
    }

    /// Removes the folder and what the answer has left there.
    func remove() { try? FileManager.default.removeItem(atPath: path) }
}

extension LessonDocument {
    /// The conditions that the lesson's schedules are made and judged under.
    ///
    /// - Parameter target: The project that holds the answer.
    /// - Returns: The options, with the level that `verify` takes by itself.
    package func exploreOptions(target: String) -> ExploreOptions {
        var options = ExploreOptions(target: target)
        options.frames = frames
        options.invariants = invariants
        options.budget = budget
        options.calls = calls.map(Self.call)
        return options
    }

    /// Reads `EXPR` or `FRAME:EXPR`, as `run --call` does.
    private static func call(_ text: String) -> Call {
        guard let colon = text.firstIndex(of: ":"),
            let frame = Int(text[..<colon].filter { $0 != " " })
        else { return Call(frame: 0, expression: text) }
        return Call(frame: frame, expression: String(text[text.index(after: colon)...]))
    }
}
