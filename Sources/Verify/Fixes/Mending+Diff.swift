package import PythonRuntime

extension Mending {
    /// What would change, as a unified diff.
    ///
    /// - Returns: Its lines, without line breaks.
    /// - Throws: `MemoryError`.
    package func diff() throws(PythonError) -> [String] {
        var lines: [String] = []
        for (file, change) in changes.sorted(by: { $0.key < $1.key }) {
            let difference = try PythonObject.module("difflib").attribute("unified_diff").call(
                Self.lines(of: change.old), Self.lines(of: TextBytes(change.new).text),
                file.python(), file.python())
            for line in try difference.elements() {
                let text = try line.text()
                if text.hasSuffix("\n") {
                    lines.append(String(text.unicodeScalars.dropLast()))
                } else {
                    lines += [text, "\\ No newline at end of file"]
                }
            }
        }
        return lines
    }

    /// The lines of a text as a Python list, each with its line feed.
    private static func lines(of text: String) throws(PythonError) -> PythonObject {
        var rest = Array(text.utf8)[...]
        var lines: [PythonObject] = []
        while !rest.isEmpty {
            let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
            lines.append(try String(decoding: rest[..<end], as: UTF8.self).python())
            rest = rest[end...]
        }
        return try .list(lines)
    }
}
