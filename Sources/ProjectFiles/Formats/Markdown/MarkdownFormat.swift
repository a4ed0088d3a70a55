/// A project told in one Markdown document.
enum MarkdownFormat: ProjectFormat {
    static let name = "Markdown document"

    static func recognises(_ target: ProjectTarget) -> Bool {
        !target.isFolder && ["md", "markdown"].contains(target.suffix)
    }

    /// Reads the document; or its companion, the `.tdn` of the same name beside it.
    ///
    /// - Throws: `ProjectError`, also when neither holds any Python.
    static func read(_ target: ProjectTarget) throws(ProjectError) -> ProjectDescription {
        let folder = FilePath.folder(of: target.path)
        let companion = FilePath.join(folder, target.name + ".tdn")
        if FileSystem.status(of: companion)?.kind == .file {
            return try EmbodyTDNFormat.read(companion, named: target.name)
        }
        let source = try SourceFile(target.path)
        let document = try MarkdownDocument(source)
        guard document.blocks.contains(where: \.isPython) else {
            throw ProjectError(
                file: target.path,
                reason: source.isBlank
                    ? "The document is empty." : "The document has no Python code block.",
                suggestion: "Put the code between a line ```python and a line ```.")
        }
        var project = ProjectDescription(
            name: target.name, file: target.path, folder: try ProjectFolder(folder).path,
            networkPath: "/project1",
            target: OperatorDescription(
                name: "project1", type: "baseCOMP", place: SourcePlace(file: target.path, line: 1)))
        project.namesTargetType = false
        project.needsDefaultWiring = true
        addScripts(of: document, to: &project)
        return project
    }

    /// Gives each heading with Python under it a COMP, and its blocks to that COMP.
    private static func addScripts(
        of document: MarkdownDocument, to project: inout ProjectDescription
    ) {
        var names = SiblingNames()
        var components: [Int?: String] = [:]
        for block in document.blocks {
            guard block.isPython else {
                let language = block.language.isEmpty ? "no language" : "'\(block.language)'"
                project.notices.append(
                    ProjectNotice(
                        file: block.place.file, line: block.place.line,
                        text: "A code block in \(language) is no Python and was read past."))
                continue
            }
            let title = document.title(above: block) ?? project.name
            let component =
                components[block.headingIndex]
                ?? names.claim(OperatorName.valid(from: title, fallback: "base1"))
            if components.updateValue(component, forKey: block.headingIndex) == nil {
                let line = block.headingIndex.map { document.headings[$0].line }
                project.target.children.append(
                    OperatorDescription(
                        name: component, type: "baseCOMP",
                        place: SourcePlace(
                            file: block.place.file, line: line ?? block.place.line)))
            }
            project.scripts.append(
                ScriptBlock(
                    component: component, heading: title, language: block.language,
                    operatorPath: block.attribute("op"), text: block.text, place: block.place))
        }
    }
}
