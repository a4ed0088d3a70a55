package import ProjectFiles

/// A track: lessons in their order.
package struct Course: Sendable {
    package let title: String
    /// What is read first.
    package let welcome: [String]
    package let folder: String
    package let lessons: [LessonDocument]

    /// Reads a track.
    ///
    /// - Parameter path: A folder of lessons, or one lesson.
    /// - Throws: `ProjectError`: for the first lesson that is wrong, a lesson required that is not
    ///   there or comes later, two lessons of one name, no lessons at all.
    package init(_ path: String) throws(ProjectError) {
        let isLesson = path.hasSuffix(".md")
        folder = isLesson ? FolderListing.parent(of: path) : path
        let files = isLesson ? [path] : try Self.files(in: path)
        var lessons: [LessonDocument] = []
        for file in files { lessons.append(try LessonReader(file).lesson()) }
        self.lessons = lessons
        let track = "\(folder)/track.md"
        guard !isLesson, ContentFile.stamp(of: track) != nil else {
            (title, welcome) = (lessons.first?.title ?? path, [])
            if !isLesson { try checkOrder() }
            return
        }
        let text = String(decoding: try ContentFile.bytes(of: track), as: UTF8.self)
        title = try FrontMatter(of: text, file: track, keys: ["title"]).text("title")
        welcome = try LessonParts(MarkdownDocument(track)).introduction
        try checkOrder()
    }

    /// The lesson of an id; nil when there is none.
    package func lesson(_ id: String) -> LessonDocument? {
        lessons.first { $0.id == id || $0.file.hasSuffix("/\(id).md") }
    }

    private static func files(in folder: String) throws(ProjectError) -> [String] {
        let files = try FolderListing.names(in: folder).filter {
            $0.hasSuffix(".md") && $0.first?.isNumber == true
        }
        guard !files.isEmpty else {
            throw ProjectError(
                file: folder, reason: "The folder has no lessons.",
                suggestion: "Lessons are called 01-name.md, 02-name.md and so on; "
                    + "`understudy lesson new 01-name` makes one.")
        }
        return files.map { "\(folder)/\($0)" }
    }

    private func checkOrder() throws(ProjectError) {
        var known: [String: String] = [:]
        for lesson in lessons {
            if let other = known[lesson.id] {
                throw ProjectError(
                    file: lesson.file, line: 1,
                    reason: "Its name '\(lesson.id)' is that of \(other) too.",
                    suggestion: "Rename one of them.")
            }
            for required in lesson.requires where known[required] == nil {
                let isLater = self.lesson(required) != nil
                throw ProjectError(
                    file: lesson.file, line: 1,
                    reason: "It requires '\(required)', "
                        + (isLater ? "which comes later." : "which is not there."),
                    suggestion: isLater ? "Change the numbers of the files." : "")
            }
            known[lesson.id] = lesson.file
        }
    }
}
