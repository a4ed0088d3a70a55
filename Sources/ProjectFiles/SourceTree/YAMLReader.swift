/// Reads YAML and keeps the line of every value.
///
/// - Source: <https://yaml.org/spec/1.1>
struct YAMLReader {
    private let source: SourceFile
    private let reading: ProjectReading

    /// Takes a file to read.
    init(_ source: SourceFile, _ reading: ProjectReading) {
        self.source = source
        self.reading = reading
    }

    /// Reads the one document of the file.
    ///
    /// - Returns: Nil when the file holds none.
    /// - Throws: `ProjectError` with line and column of what is broken.
    func read() throws(ProjectError) -> SourceNode? {
        var text = source.text
        // SAFETY: the parser reads the bytes during this call only.
        let result: Result<SourceNode?, ProjectError> = text.withUTF8 { bytes in
            do throws(ProjectError) {
                let composer = YAMLComposer(YAMLEvents(bytes), source, reading)
                return .success(try composer.document())
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
