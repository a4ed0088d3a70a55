internal import Foundation
package import ProjectFiles

/// How far a learner has come: kept in the learner's folder, to be read by people too.
package struct LearnProgress: Sendable, Codable, Equatable {
    /// How far the learner is with one lesson.
    package struct Lesson: Sendable, Codable, Equatable {
        package var passed = false
        /// Whether the code was right once; questions may be left.
        package var solved = false
        /// How many answers were judged.
        package var attempts = 0
        /// How many hints were shown of each task, by its number.
        package var hints: [String: Int] = [:]
        /// The choices made, by the question's number; the last one counts.
        package var choices: [String: Int] = [:]
        /// When it was passed first, in ISO 8601.
        package var passedAt: String?

        package init() {}
    }

    package var version = 1
    /// The track's folder; nil for the course that comes with the program.
    package var track: String?
    /// The lesson that is open; nil for the first that is not passed.
    package var current: String?
    package var lessons: [String: Lesson] = [:]

    /// A beginning.
    ///
    /// - Parameter track: The track's folder; nil for the course that comes with the program.
    package init(track: String? = nil) { self.track = track }

    /// Reads what was kept.
    ///
    /// - Parameter path: The file.
    /// - Throws: `ProjectError` when it is there and cannot be understood.
    package init?(path: String) throws(ProjectError) {
        guard ContentFile.stamp(of: path) != nil else { return nil }
        let bytes = try ContentFile.bytes(of: path)
        guard let found = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else {
            throw ProjectError(
                file: path, reason: "The progress that is kept here cannot be read.",
                suggestion: "Mend the file, or remove it to begin anew; your answers stay.")
        }
        self = found
    }

    /// Writes it, whole or not at all.
    ///
    /// - Throws: `ProjectError` with the operating system's reason.
    package func write(to path: String) throws(ProjectError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return }
        try WrittenFile(path: path, text: String(decoding: data, as: UTF8.self) + "\n").write()
    }

    /// What is known of a lesson.
    package subscript(id: String) -> Lesson {
        get { lessons[id] ?? Lesson() }
        set { lessons[id] = newValue }
    }

    /// Notes that a lesson is passed, the first time with the date.
    mutating func pass(_ id: String) {
        self[id].passed = true
        if self[id].passedAt == nil { self[id].passedAt = Date().ISO8601Format() }
    }
}
