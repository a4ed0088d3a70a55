/// A project of one Python file.
enum PythonFormat: ProjectFormat {
    static let name = "Python file"

    static func recognises(_ target: ProjectTarget) -> Bool {
        !target.isFolder && target.suffix == "py"
    }

    static func read(_ target: ProjectTarget) throws(ProjectError) -> ProjectDescription {
        let source = try SourceFile(target.path)
        guard !source.isBlank else {
            throw ProjectError(
                file: target.path, reason: "The file is empty.",
                suggestion: "Write an extension class or a script into it.")
        }
        let place = SourcePlace(file: target.path, line: 1)
        let component = OperatorName.valid(from: target.name, fallback: "base1")
        var project = ProjectDescription(
            name: target.name, file: target.path,
            folder: try ProjectFolder(FilePath.folder(of: target.path)).path,
            networkPath: "/project1",
            target: OperatorDescription(name: "project1", type: "baseCOMP", place: place))
        project.target.children = [
            OperatorDescription(name: component, type: "baseCOMP", place: place)
        ]
        project.scripts = [
            ScriptBlock(
                component: component, heading: target.name, language: "python",
                text: source.text, place: place)
        ]
        project.namesTargetType = false
        project.needsDefaultWiring = true
        return project
    }
}
