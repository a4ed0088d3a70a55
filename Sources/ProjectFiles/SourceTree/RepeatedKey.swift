/// The refusal of a mapping that has a key twice: one of the two would be lost in silence.
enum RepeatedKey {
    /// States which key stands where.
    static func error(_ key: String, at place: SourcePlace, first: Int) -> ProjectError {
        ProjectError(
            file: place.file, line: place.line,
            reason: "The key '\(key)' stands twice in one mapping, first on line \(first).",
            suggestion: "Keep one of the two.")
    }
}
