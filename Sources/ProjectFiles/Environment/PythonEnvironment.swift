/// The environment whose packages a project's code imports: a virtual one, or one of conda.
///
/// - Source: <https://docs.derivative.ca/Palette:tdPyEnvManager>, PEP 405,
///   <https://docs.conda.io/projects/conda/en/stable/dev-guide/deep-dives/install.html>
package struct PythonEnvironment: Equatable {
    /// Where it lies.
    package let folder: String
    /// What named it, as messages say it.
    package let reason: String
    /// Whether somebody wants it for this run.
    ///
    /// One that lies there, or that TouchDesigner would link when
    /// it is there, can be passed over.
    package let isAskedFor: Bool
    /// Whether what named it says that it is one of conda.
    private let isSaidToBeConda: Bool

    private init(folder: String, reason: String, isAskedFor: Bool, isConda: Bool = false) {
        self.folder = folder
        self.reason = reason
        self.isAskedFor = isAskedFor
        isSaidToBeConda = isConda
    }

    /// Its Python, which tells CPython where its packages are; nil where that brings a library of its own.
    package var program: String? { isConda ? nil : folder + "/bin/python" }

    /// Where its packages lie, for a Python that does not find them by `program`.
    ///
    /// - Parameter version: The Python's, such as `3.11.2`.
    /// - Returns: A folder; nil where `program` is enough.
    package func packages(for version: String) -> String? {
        isConda ? library(Self.minor(version)) : nil
    }

    /// Whether it is one of conda, which keeps there what it has installed.
    package var isConda: Bool { isSaidToBeConda || hasCondasList }

    private var hasCondasList: Bool { Self.isFolder(folder + "/conda-meta") }

    private func library(_ minor: String) -> String { "\(folder)/lib/python\(minor)/site-packages" }

    private static let context = "TDPyEnvManagerContext"

    /// Looks for the environment of a project, in the order of what is said most plainly.
    ///
    /// - Parameters:
    ///   - projectFolder: The project's folder.
    ///   - given: What `--venv` names.
    ///   - variable: Reads a variable of the process's environment.
    /// - Returns: Nil when there is none.
    /// - Throws: `ProjectError` when a file that would name it cannot be read.
    package static func find(
        for projectFolder: String, given: String?, variable: (String) -> String?
    ) throws(ProjectError) -> Self? {
        guard let named = try named(for: projectFolder, given, variable) else { return nil }
        // Absolute: the program goes to the project's folder, and children go anywhere.
        let folder = FileSystem.realPath(of: named.folder) ?? named.folder
        return Self(
            folder: folder, reason: named.reason, isAskedFor: named.isAskedFor,
            isConda: named.isSaidToBeConda)
    }

    private static func named(
        for projectFolder: String, _ given: String?, _ variable: (String) -> String?
    ) throws(ProjectError) -> Self? {
        if let given { return Self(folder: given, reason: "--venv", isAskedFor: true) }
        if let folder = variable("UNDERSTUDY_VENV"), !folder.isEmpty {
            return Self(folder: folder, reason: "UNDERSTUDY_VENV", isAskedFor: true)
        }
        if let folder = variable("VIRTUAL_ENV"), !folder.isEmpty {
            return Self(folder: folder, reason: "VIRTUAL_ENV", isAskedFor: false)
        }
        if let named = try namedByPyproject(projectFolder) { return named }
        if let named = try namedByContext(projectFolder) { return named }
        let beside = projectFolder + "/.venv"
        guard isFile(beside + "/pyvenv.cfg") else { return nil }
        return Self(folder: beside, reason: "it lies beside the project", isAskedFor: false)
    }

    /// What keeps a program that carries a version of Python from using it; nil for nothing.
    ///
    /// - Parameter version: Such as `3.11.2`.
    /// - Returns: What is wrong and what to do, in full sentences.
    package func obstacle(to version: String) -> String? {
        let minor = Self.minor(version)
        if isConda { return condasObstacle(to: minor) }
        let make = "Make it with: python\(minor) -m venv \(folder)"
        let file = folder + "/pyvenv.cfg"
        guard Self.isFile(file), let settings = try? SourceFile(file) else {
            return "\(folder) (\(reason)) is no virtual environment: it has no pyvenv.cfg. \(make)"
        }
        let found = settings.text.split(separator: "\n").compactMap { line -> String? in
            let parts = line.split(separator: "=", maxSplits: 1).map(Self.trimmed)
            return parts.count == 2 && ["version", "version_info"].contains(parts[0])
                ? parts[1] : nil
        }
        guard let other = found.first.map(Self.minor), other != minor else {
            let program = folder + "/bin/python"
            return Self.isFile(program) ? nil : "\(program) (\(reason)) is missing. \(make)"
        }
        return
            "\(folder) (\(reason)) is made for Python \(other), and this program carries \(minor). "
            + make.replacing("Make it", with: "Make one")
            + ", or build Understudy with PYTHON=\(other)."
    }

    private func condasObstacle(to minor: String) -> String? {
        let make = "Make it with: conda create -p \(folder) python=\(minor)"
        guard hasCondasList else {
            return "\(folder) (\(reason)) is no environment of conda: it has no conda-meta. \(make)"
        }
        guard !Self.isFolder(library(minor)) else { return nil }
        let others = (2...99).map { "3.\($0)" }.filter { Self.isFolder(library($0)) }
        let its = others.isEmpty ? "no Python" : "Python " + others.joined(separator: " and ")
        return
            "\(folder) (\(reason)) has \(its), and this program carries \(minor). "
            + make.replacing("Make it", with: "Make one")
            + ", or build Understudy with the environment's version."
    }

    /// The file that tdPyEnvManager keeps beside a project; older versions wrote JSON.
    ///
    /// Its `active` is the state that the palette's component starts in, and keeps TouchDesigner from
    /// nothing.
    private static func namedByContext(_ folder: String) throws(ProjectError) -> Self? {
        let files = ["yaml", "json"].map { "\(folder)/\(context).\($0)" }
        guard let file = files.first(where: isFile) else { return nil }
        let source = try SourceFile(file)
        guard
            let tree = try SourceTree.read(
                source, ProjectReading(folder: try ProjectFolder(folder)))
        else { return nil }
        return named(in: file, folder) { tree[$0].map(\.written) }
    }

    /// `[tool.understudy]` or `[tool.touchdesigner.TDPyEnvManagerContext]` of a `pyproject.toml`.
    private static func namedByPyproject(_ folder: String) throws(ProjectError) -> Self? {
        let file = folder + "/pyproject.toml"
        guard isFile(file) else { return nil }
        let settings = plainSettings(try SourceFile(file).text)
        if let venv = settings["tool.understudy.venv"] {
            return Self(folder: absolute(venv, folder), reason: file, isAskedFor: true)
        }
        return named(in: file, folder) { settings["tool.touchdesigner.\(context).\($0)"] }
    }

    private static func named(
        in file: String, _ folder: String, _ value: (String) -> String?
    ) -> Self? {
        guard let name = value("envName") else { return nil }
        let isConda = value("mode")?.hasPrefix("Conda") == true
        // A name with a slash is a path of its own.
        var place = absolute(name.contains("/") ? "." : value("installPath") ?? ".", folder)
        // There Conda lies itself, which calls its own environment the base.
        if isConda, name == "base" {
            return Self(folder: place, reason: file, isAskedFor: false, isConda: true)
        }
        if isConda, !name.contains("/") { place += "/envs" }
        return Self(
            folder: absolute(name, place), reason: file, isAskedFor: false, isConda: isConda)
    }

    /// The texts in the tables of a TOML file: all that the settings asked for here take.
    ///
    /// - Source: <https://toml.io/en/v1.0.0>
    private static func plainSettings(_ text: String) -> [String: String] {
        var settings: [String: String] = [:]
        var table = ""
        for line in text.split(whereSeparator: \.isNewline).map(trimmed) {
            if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
                table = String(line[line.index(after: line.startIndex)..<end]) + "."
                continue
            }
            let parts = line.split(separator: "=", maxSplits: 1).map(trimmed)
            guard parts.count == 2, let quote = parts[1].first, quote == "\"" || quote == "'" else {
                continue
            }
            settings[table + parts[0]] = String(parts[1].dropFirst().prefix { $0 != quote })
        }
        return settings
    }

    private static func absolute(_ path: String, _ folder: String) -> String {
        path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }

    private static func isFile(_ path: String) -> Bool {
        FileSystem.status(of: path)?.kind == .file
    }

    private static func isFolder(_ path: String) -> Bool {
        FileSystem.status(of: path)?.kind == .folder
    }

    private static func minor(_ version: String) -> String {
        version.split(separator: ".").prefix(2).joined(separator: ".")
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
