import Foundation

/// The Python blocks of a Markdown document, read by nothing but their fences.
enum PythonBlocks {
    static func all(in document: String) -> [String] {
        document.components(separatedBy: "```python\n").dropFirst().map { rest in
            let lines = rest.components(separatedBy: "\n")
            let end = lines.firstIndex { $0.hasPrefix("```") } ?? lines.count
            return lines[..<end].map { $0 + "\n" }.joined()
        }
    }
}
