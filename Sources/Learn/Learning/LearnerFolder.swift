package import ProjectFiles

/// The folder in which a learner works: the files of the lessons, and how far the learner is.
package struct LearnerFolder: Sendable {
    /// Where it lies.
    package let path: String

    private static let progressFile = ".understudy/learn.json"

    /// Names a folder, which need not be there yet.
    package init(_ path: String) { self.path = path }

    /// Where the progress is kept.
    package var progressPath: String { "\(path)/\(Self.progressFile)" }

    /// The folder of a lesson's files.
    package func folder(of lesson: LessonDocument) -> String {
        let name = lesson.file.split(separator: "/").last ?? "lesson.md"
        return "\(path)/\(name.dropLast(3))"
    }

    /// The file that the learner edits; nil for a lesson without one.
    package func answer(of lesson: LessonDocument) -> String? {
        lesson.answerFile.map { "\(folder(of: lesson))/\($0)" }
    }

    /// What is judged when it changes: the answer, or the newest schedule of a lesson to break.
    package func watched(_ lesson: LessonDocument) -> String? {
        guard lesson.kind == .break else { return answer(of: lesson) }
        let folder = folder(of: lesson)
        let files = ((try? FolderListing.names(in: folder)) ?? [])
            .filter { $0.hasSuffix(".tdsched") }.map { "\(folder)/\($0)" }
        return files.max { time(of: $0) < time(of: $1) }
    }

    private func time(of path: String) -> Int64 { ContentFile.stamp(of: path)?.modified ?? 0 }

    /// Puts the files of a lesson there; what is there already stays.
    ///
    /// - Throws: `ProjectError` with the operating system's reason.
    package func open(_ lesson: LessonDocument) throws(ProjectError) {
        for file in files(of: lesson) where !file.isThere { try file.write() }
    }

    /// Puts the answer's file back to its beginning, and keeps what was in it beside.
    ///
    /// - Returns: The file in which the old answer is kept; nil when there was none.
    /// - Throws: `ProjectError` with the operating system's reason.
    package func reset(_ lesson: LessonDocument) throws(ProjectError) -> String? {
        var kept: String?
        if let answer = answer(of: lesson), ContentFile.stamp(of: answer) != nil {
            let old = "\(answer).before-reset"
            try AtomicFile.write(try ContentFile.bytes(of: answer), to: old)
            kept = old
        }
        for file in files(of: lesson) { try file.write() }
        return kept
    }

    /// The learner's text of the answer's file.
    ///
    /// - Throws: `ProjectError` when it cannot be read.
    package func text(of path: String) throws(ProjectError) -> String {
        String(decoding: try ContentFile.bytes(of: path), as: UTF8.self)
    }

    private func files(of lesson: LessonDocument) -> [WrittenFile] {
        let folder = folder(of: lesson)
        let text = LessonText(lesson).lines.joined(separator: "\n")
        var files = [WrittenFile(path: "\(folder)/README.md", text: text + "\n")]
        if let answer = answer(of: lesson), let starter = lesson.starter {
            files.append(WrittenFile(path: answer, text: starter.code))
        }
        if let network = lesson.network {
            files.append(WrittenFile(path: "\(folder)/project.tdn", text: network))
        }
        return files
    }
}
