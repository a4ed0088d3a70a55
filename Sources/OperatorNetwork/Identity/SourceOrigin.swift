/// Where an operator's content comes from: a file and the line its first line stands on.
package nonisolated struct SourceOrigin: Hashable, Sendable {
    package let file: String
    package let line: Int

    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}
