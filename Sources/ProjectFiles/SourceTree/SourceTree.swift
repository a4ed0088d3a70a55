/// Reads the tree of values in a `.tdn` text, whichever of its two notations it uses.
enum SourceTree {
    /// Reads a text.
    ///
    /// A text that begins with a brace or bracket is JSON; if it is none, it may still be YAML.
    ///
    /// - Parameters:
    ///   - source: The file.
    ///   - reading: Counts the values.
    /// - Returns: The outermost value; nil when the file holds nothing.
    /// - Throws: `ProjectError` with line and column of what is broken.
    /// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md>
    static func read(
        _ source: SourceFile, _ reading: ProjectReading
    ) throws(ProjectError) -> SourceNode? {
        let first = source.text.utf8.first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
            return try YAMLReader(source, reading).read()
        }
        do throws(JSONFailure) {
            var reader = JSONReader(source, reading)
            return try reader.read()
        } catch {
            switch error {
            case .refused(let refusal): throw refusal
            case .notJSON(let broken):
                // Which of the two the author meant is open; JSON's complaint is the plainer one.
                guard let node = try? YAMLReader(source, reading).read() else { throw broken }
                return node
            }
        }
    }
}
