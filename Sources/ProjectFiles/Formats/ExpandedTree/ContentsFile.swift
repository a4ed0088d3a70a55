/// The file `.toc` of an expanded tree: the files that it is made of, in TouchDesigner's order.
///
/// - Source: <https://github.com/rootnotez/td-snapshot/blob/main/toeexpand/FORMAT.md>
enum ContentsFile {
    /// Reads the relative paths.
    static func paths(_ source: SourceFile) -> [String] {
        var lines = LineReader(source.text)
        var paths: [String] = []
        while let line = lines.next() {
            if line.isEmpty || line.first == "#" { continue }
            paths.append(String(line))
        }
        return paths
    }
}
