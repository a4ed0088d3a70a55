package import ProjectFiles

/// Which rules look at which file: what the command line says, over the nearest `pyproject.toml` with a
/// table `[tool.understudy]`, over all rules.
package struct CheckSettings {
    private let select: Set<String>?
    private let ignore: Set<String>?
    private let showsAdvice: Bool
    /// The settings of each folder that was looked up.
    private var settings: [String: ProjectSettings?] = [:]
    /// The settings of each file, and the rules that its name spares it.
    private var files: [String: (settings: ProjectSettings, spared: Set<String>)] = [:]

    /// Takes the command line's choice and reads the settings of files.
    ///
    /// - Parameters:
    ///   - select: The rules to look with, by number or by the beginning of numbers; nil for what the
    ///     settings say.
    ///   - ignore: The rules to leave out, likewise.
    ///   - showsAdvice: Whether findings count that are seldom worth a change.
    ///   - files: The files that are looked at.
    /// - Throws: `ProjectError` for settings that are wrong.
    /// - Thread: one that holds the GIL
    package init(
        select: Set<String>?, ignore: Set<String>?, showsAdvice: Bool, for files: [String]
    ) throws(ProjectError) {
        self.select = select
        self.ignore = ignore
        self.showsAdvice = showsAdvice
        for file in Set(files).sorted() {
            guard let path = ContentFile.realPath(of: file) else { continue }
            guard let found = try settings(in: Self.folder(of: path)) else { continue }
            self.files[file] = (found, (try? found.spared(path)) ?? [])
        }
    }

    /// Whether a finding is one that was asked for.
    package func covers(_ finding: Finding) -> Bool {
        let project = files[finding.location.file]
        let chosen = select ?? project?.settings.select
        let left = (ignore ?? project?.settings.ignore ?? []).union(project?.spared ?? [])
        guard chosen?.contains(finding.rule) != false, !left.contains(finding.rule) else {
            return false
        }
        // Who names rules wants to hear of them, however little they matter.
        return finding.severity > .info || showsAdvice || chosen != nil
    }

    /// The settings that a folder has of its own or of one around it.
    private mutating func settings(in folder: String) throws(ProjectError) -> ProjectSettings? {
        if let known = settings[folder] { return known }
        let file = folder == "/" ? "/pyproject.toml" : "\(folder)/pyproject.toml"
        var found: ProjectSettings?
        if ContentFile.stamp(of: file) != nil { found = try ProjectSettings(file, in: folder) }
        if found == nil, folder != "/" { found = try settings(in: Self.folder(of: folder)) }
        settings[folder] = .some(found)
        return found
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }
}
