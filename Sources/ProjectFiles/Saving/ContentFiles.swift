internal import OperatorNetwork

/// Takes the contents of DATs out of a project into files of their own, which the network names.
struct ContentFiles {
    /// The project, its DATs naming files where they held contents.
    private(set) var target: OperatorDescription
    /// The files, their paths relative to the folder of the project.
    private(set) var files: [WrittenFile] = []

    private static let languages: [String: String] = [
        "python": "py", "json": "json", "glsl": "glsl", "xml": "xml", "html": "html",
        "css": "css", "javascript": "js", "yaml": "yaml", "markdown": "md",
    ]

    /// Puts every content into a file of its own: `lamp/code` is kept in `lamp/code.py`.
    init(_ target: OperatorDescription) {
        self.target = target
        var emptied = target
        takeOut(&emptied, folder: "")
        self.target = emptied
    }

    /// Lets DATs name their files in another way.
    mutating func rename(_ name: (String) -> String) { Self.rename(&target, name) }

    private static func rename(_ node: inout OperatorDescription, _ name: (String) -> String) {
        node.contentFile = node.contentFile.map(name)
        for index in node.children.indices { rename(&node.children[index], name) }
    }

    private mutating func takeOut(_ node: inout OperatorDescription, folder: String) {
        for index in node.children.indices {
            let name = node.children[index].name
            let path = folder.isEmpty ? name : folder + "/" + name
            if let content = node.children[index].content,
                let (suffix, text) = Self.file(of: content, node.children[index])
            {
                files.append(WrittenFile(path: "\(path).\(suffix)", text: text))
                node.children[index].content = nil
                node.children[index].contentFile = "\(path).\(suffix)"
            }
            takeOut(&node.children[index], folder: path)
        }
    }

    /// A content as a file; nil for a table that no file of tabs and newlines can hold.
    private static func file(
        of content: ContentDescription, _ node: OperatorDescription
    ) -> (suffix: String, text: String)? {
        switch content {
        case .text(let text): return (suffix(of: text, node), text)
        case .table(let rows):
            let text = rows.map { $0.joined(separator: "\t") + "\n" }.joined()
            return DelimitedText.rows(of: text, suffix: "tsv") == rows ? ("tsv", text) : nil
        }
    }

    private static func suffix(of text: String, _ node: OperatorDescription) -> String {
        let language = node.parameters.last { $0.name == "language" }?.setting
        if case .constant(.string(let name)) = language, let suffix = languages[name] {
            return suffix
        }
        if node.type.lowercased().hasSuffix("executedat") { return "py" }
        let starts = ["def ", "class ", "import ", "from ", "async def ", "@", "print("]
        let isPython = text.split(whereSeparator: \.isNewline).contains { line in
            starts.contains(where: line.hasPrefix)
        }
        return isPython ? "py" : "txt"
    }
}
