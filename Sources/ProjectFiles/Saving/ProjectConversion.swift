/// Writes a project in another form than it was read from.
@MainActor
package enum ProjectConversion {
    /// Works out the files of the new form.
    ///
    /// - Parameters:
    ///   - project: The project.
    ///   - path: Where it is to be: `.tdn` for one network file, `.md` for a document with a network
    ///     file beside it, no suffix for a folder.
    /// - Returns: The files.
    /// - Throws: `ProjectError` for a suffix of no form that can be written.
    package static func files(
        of project: ProjectDescription, at path: String
    ) throws(ProjectError) -> [WrittenFile] {
        let target = withScripts(project)
        switch FilePath.suffix(of: path) {
        case "tdn":
            return [WrittenFile(path: path, text: text(target, project))]
        case "md", "markdown": return document(target, project, path)
        case "": return folder(target, project, path)
        default:
            throw ProjectError(
                file: path, reason: "No project can be written as .\(FilePath.suffix(of: path)).",
                suggestion: "Give a .tdn file, a .md file or a folder without a suffix.")
        }
    }

    private static func text(_ target: OperatorDescription, _ project: ProjectDescription) -> String
    {
        TDNWriter.text(of: target, networkPath: project.networkPath)
    }

    private static func folder(
        _ target: OperatorDescription, _ project: ProjectDescription, _ path: String
    ) -> [WrittenFile] {
        let contents = ContentFiles(target)
        let network = WrittenFile(
            path: FilePath.join(path, "project.tdn"), text: text(contents.target, project))
        return [network]
            + contents.files.map {
                WrittenFile(path: FilePath.join(path, $0.path), text: $0.text)
            }
    }

    /// A document whose headings are the paths of DATs, with their Python below.
    private static func document(
        _ target: OperatorDescription, _ project: ProjectDescription, _ path: String
    ) -> [WrittenFile] {
        var contents = ContentFiles(target)
        var document = "# \(project.name)\n"
        var others: [WrittenFile] = []
        var headings: [String: String] = [:]
        for file in contents.files {
            let heading = String(file.path.dropLast(3))
            let fence = MarkdownFence.around(file.text)
            // A block always ends with a newline, and knows no carriage returns.
            guard file.path.hasSuffix(".py"), file.text.hasSuffix("\n"),
                !file.text.utf8.contains(UInt8(ascii: "\r"))
            else {
                others.append(
                    WrittenFile(
                        path: FilePath.join(FilePath.folder(of: path), file.path), text: file.text))
                continue
            }
            document += "\n## \(heading)\n\n\(fence)python\n\(file.text)\(fence)\n"
            headings[file.path] = "\(FilePath.lastName(of: path))#\(heading)"
        }
        contents.rename { headings[$0] ?? $0 }
        let companion = FilePath.join(FilePath.folder(of: path), FilePath.stem(of: path) + ".tdn")
        return [
            WrittenFile(path: path, text: document),
            WrittenFile(path: companion, text: text(contents.target, project)),
        ] + others
    }

    /// The project's COMP, the scripts that have no DAT yet in DATs.
    private static func withScripts(_ project: ProjectDescription) -> OperatorDescription {
        var target = project.target
        for script in project.scripts {
            guard let index = target.children.firstIndex(where: { $0.name == script.component })
            else { continue }
            var names = SiblingNames()
            for child in target.children[index].children { _ = names.claim(child.name) }
            let wanted = OperatorName.valid(from: script.heading, fallback: "text1")
            var dat = OperatorDescription(
                name: names.claim(wanted), type: "textDAT", place: script.place)
            dat.content = .text(script.text)
            target.children[index].children.append(dat)
        }
        return target
    }
}
