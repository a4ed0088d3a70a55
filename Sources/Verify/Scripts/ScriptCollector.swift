package import ProjectFiles
internal import PythonRuntime

/// The Python texts of a project, as static rules look at them; nothing of it runs.
package enum ScriptCollector {
    /// Collects the scripts of one description.
    ///
    /// - Parameter project: The project.
    /// - Returns: Its DATs' and blocks' texts, in its order.
    package static func sources(of project: ProjectDescription) -> [StaticCheck.Source] {
        let blocks = project.scripts.filter { ["python", "py", ""].contains($0.language) }.map {
            StaticCheck.Source(
                name: $0.operatorPath?.split(separator: "/").last.map(String.init) ?? $0.heading,
                file: $0.place.file, firstLine: $0.place.line, text: $0.text)
        }
        return blocks + sources(in: project.target)
    }

    private static func sources(in node: OperatorDescription) -> [StaticCheck.Source] {
        var found: [StaticCheck.Source] = []
        if case .text(let text)? = node.content, isPython(node, text) {
            let place = node.contentPlace ?? node.place
            found.append(
                .init(name: node.name, file: place.file, firstLine: place.line, text: text))
        }
        return found + node.children.flatMap { sources(in: $0) }
    }

    /// Whether a DAT holds Python: what is called does, of other texts those that read as Python and
    /// do more than name something.
    private static func isPython(_ node: OperatorDescription, _ text: String) -> Bool {
        guard node.type.hasSuffix("DAT") else { return false }
        if node.type.lowercased().contains("execute") { return true }
        if let place = node.contentPlace, place.file.hasSuffix(".py") { return true }
        guard ["def ", "import ", "class "].contains(where: { text.contains($0) }) else {
            return false
        }
        return (try? SyntaxTree(text, fileName: node.name)) != nil
    }
}
