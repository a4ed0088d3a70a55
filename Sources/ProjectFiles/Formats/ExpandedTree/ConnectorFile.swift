/// The file `.network` of an expanded tree: what is wired to the inputs on a COMP's left side.
///
/// A record is the number of an input and what is plugged into it, `""` for nothing; the lines below
/// name the In operator and its family.
///
/// - Source: <https://github.com/rootnotez/td-snapshot/blob/main/toeexpand/FORMAT.md>
enum ConnectorFile {
    /// Reads the inputs of a COMP, by number.
    static func inputs(_ source: SourceFile) -> [String?] {
        var lines = LineReader(source.text)
        while let line = lines.next() {
            guard line == "compinputs" else { continue }
            return NodeFile.inputs(lines.block())
        }
        return []
    }
}
