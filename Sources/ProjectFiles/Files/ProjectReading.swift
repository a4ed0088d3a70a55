/// One reading of one project: what its files share while they are read.
final class ProjectReading {
    /// The folder that references may not leave.
    private(set) var folder: ProjectFolder
    /// What was read past so far.
    private(set) var notices: [ProjectNotice] = []
    /// The network files being read now, outermost first, by absolute path.
    private(set) var openFiles: [String] = []
    /// How many values were read so far, aliases counted as often as they are used.
    private(set) var valueCount = 0
    private var fileCount = 0
    private var documents: [String: MarkdownDocument] = [:]

    /// Starts to read a project.
    ///
    /// - Parameter folder: The project folder.
    init(folder: ProjectFolder) {
        self.folder = folder
    }

    /// Sets the project folder once the network file has told where references start from.
    func widen(to folder: ProjectFolder) { self.folder = folder }

    /// Notes something that is read past.
    func note(_ text: String, at place: SourcePlace) {
        notices.append(ProjectNotice(file: place.file, line: place.line, text: text))
    }

    /// Notes something about a whole file or folder.
    func note(_ text: String, file: String) {
        notices.append(ProjectNotice(file: file, text: text))
    }

    /// Counts one more value, so that files which multiply themselves end.
    ///
    /// - Throws: `ProjectError` past the limit.
    func countValue(at place: @autoclosure () -> SourcePlace) throws(ProjectError) {
        try countValues(1, at: place())
    }

    /// Counts several more values.
    ///
    /// - Throws: `ProjectError` past the limit.
    func countValues(
        _ count: Int, at place: @autoclosure () -> SourcePlace
    ) throws(ProjectError) {
        valueCount += count
        guard valueCount > ReadingLimits.values else { return }
        let place = place()
        throw ProjectError(
            file: place.file, line: place.line,
            reason: "The project holds more than \(ReadingLimits.values) values, "
                + "aliases and references counted as often as they are used.",
            suggestion: "Look for aliases or files that multiply one another.")
    }

    /// Marks a network file as being read.
    ///
    /// - Parameters:
    ///   - path: Where it lies, absolute.
    ///   - place: Its beginning, for messages.
    /// - Throws: `ProjectError` when the project has too many of them.
    func open(_ path: String, at place: SourcePlace) throws(ProjectError) {
        fileCount += 1
        guard fileCount <= ReadingLimits.networkFiles else {
            throw ProjectError(
                file: place.file,
                reason: "The project is made of more than \(ReadingLimits.networkFiles) "
                    + "network files, each counted as often as it is used.",
                suggestion: "Look for tdn_ref fields that multiply one another.")
        }
        openFiles.append(path)
    }

    /// Ends the reading of the innermost network file.
    func close() { _ = openFiles.popLast() }

    /// Gives a Markdown document of the project, read once.
    ///
    /// - Throws: `ProjectError` when it cannot be read.
    func document(_ file: ReferencedFile) throws(ProjectError) -> MarkdownDocument {
        if let known = documents[file.path] { return known }
        let source = try SourceFile(file.path, shownAs: file.shown)
        let document = try MarkdownDocument(source)
        documents[file.path] = document
        return document
    }
}
