internal import PythonRuntime

/// Looks through a project's scripts with every rule; none of them runs.
package struct StaticCheck {
    /// A script that cannot be looked at.
    package struct Unreadable: Sendable {
        package let file: String
        package let line: Int
        package let reason: String
    }

    /// A script before it is read.
    package struct Source: Sendable {
        package var name: String
        package var file: String
        package var firstLine: Int
        package var text: String

        /// Describes a script.
        package init(name: String, file: String, firstLine: Int, text: String) {
            self.name = name
            self.file = file
            self.firstLine = firstLine
            self.text = text
        }
    }

    /// What was found, in the order of files and lines.
    package private(set) var findings: [Finding] = []
    /// What could not be looked at.
    package private(set) var unreadable: [Unreadable] = []
    /// Suppressions that name a rule that is not there, or give no reason.
    package private(set) var mistakes: [Unreadable] = []
    /// How many scripts were looked at.
    package private(set) var scriptCount = 0

    /// Looks through scripts together, as those of one project.
    ///
    /// - Parameters:
    ///   - sources: The scripts.
    ///   - rules: The rules to look with.
    ///   - missing: Scripts that belong to the project and cannot be read.
    ///   - isAskedFor: Which findings are kept.
    /// - Thread: one that holds the GIL
    package init(
        _ sources: [Source], rules: [any Rule.Type] = RuleCatalog.all, missing: [Unreadable] = [],
        keeping isAskedFor: (Finding) -> Bool = { _ in true }
    ) {
        unreadable = missing
        var scripts: [Script] = []
        for source in sources {
            do throws(PythonError) {
                scripts.append(
                    Script(
                        name: source.name, file: source.file, firstLine: source.firstLine,
                        text: source.text,
                        tree: try SyntaxTree(source.text, fileName: source.file)))
            } catch {
                unreadable.append(Self.unreadable(source, error))
            }
        }
        scriptCount = scripts.count
        let analysis = Analysis(scripts)
        let suppressions = Suppressions(scripts)
        var told: Set<Finding.Key> = []
        findings = rules.flatMap { $0.find(in: analysis) }
            .filter {
                told.insert($0.key).inserted && !suppressions.covers($0) && isAskedFor($0)
            }
            .sorted {
                ($0.location.file, $0.location.line, $0.location.column, $0.rule)
                    < ($1.location.file, $1.location.line, $1.location.column, $1.rule)
            }
        mistakes = suppressions.mistakes
    }

    private static func unreadable(_ source: Source, _ error: PythonError) -> Unreadable {
        if error.typeName == "RecursionError" {
            return Unreadable(
                file: source.file, line: source.firstLine,
                reason: "The code nests more deeply than Python's own parser reads. "
                    + "Break up the longest expression, or the longest row of elif.")
        }
        if let end = source.text.utf8.firstIndex(of: 0) {
            let line = source.text.utf8[..<end].count { $0 == UInt8(ascii: "\n") }
            return Unreadable(
                file: source.file, line: source.firstLine + line,
                reason: "There is a NUL byte in this line, which no Python text may hold.")
        }
        let line = (try? error.exception.attribute("lineno")).flatMap { try? Int(python: $0) } ?? 1
        return Unreadable(
            file: source.file, line: source.firstLine + line - 1,
            reason: "\(error.typeName): \(error.message)")
    }
}
