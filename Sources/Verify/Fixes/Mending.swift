package import ProjectFiles
internal import PythonRuntime

/// Mends files in memory, round after round, until no finding has a mend left.
package struct Mending {
    /// A file before and after.
    package struct Change {
        package let file: String
        package let old: String
        package fileprivate(set) var new: [UInt8]
    }

    /// The files that change, by name.
    package private(set) var changes: [String: Change] = [:]
    /// The findings that are mended.
    package private(set) var mended: [Finding] = []
    private var sources: [StaticCheck.Source]
    private let isUnsafeAllowed: Bool

    /// A mend may bring another to light, as a thread that gets its target may be no daemon.
    private static let roundLimit = 20

    /// Mends what a check has found.
    ///
    /// - Parameters:
    ///   - check: The check.
    ///   - sources: What it looked at.
    ///   - allowsUnsafe: Whether code that works today may be changed too.
    ///   - recheck: Looks at changed scripts again.
    /// - Thread: one that holds the GIL
    package init(
        _ check: StaticCheck, _ sources: [StaticCheck.Source], allowsUnsafe: Bool,
        recheck: ([StaticCheck.Source]) -> StaticCheck
    ) {
        self.sources = sources
        isUnsafeAllowed = allowsUnsafe
        var findings = fixable(check)
        for _ in 0..<Self.roundLimit where !findings.isEmpty {
            let before = (changes: changes, mended: mended, sources: self.sources)
            mend(findings)
            guard mended.count > before.mended.count else { return }
            let left = fixable(recheck(self.sources))
            // A mend that leaves its finding where it was is none.
            let isFutile = mended[before.mended.count...].contains { one in
                left.count { Self.isSame($0, one) } >= findings.count { Self.isSame($0, one) }
            }
            guard !isFutile else {
                (changes, mended, self.sources) = before
                return
            }
            findings = left
        }
    }

    /// Writes the changed files.
    ///
    /// - Throws: `ProjectError` for the first that cannot be written.
    package func write() throws(ProjectError) {
        for (file, change) in changes.sorted(by: { $0.key < $1.key }) {
            try AtomicFile.write(change.new, to: file)
        }
    }

    private static func isSame(_ one: Finding, _ other: Finding) -> Bool {
        one.rule == other.rule && one.location.file == other.location.file
            && one.location.source == other.location.source
    }

    private func fixable(_ check: StaticCheck) -> [Finding] {
        check.findings.filter { $0.fix.map { $0.isSafe || isUnsafeAllowed } == true }
    }

    /// One round, from the end of each file to its beginning, so that places stay where they are.
    private mutating func mend(_ findings: [Finding]) {
        var touched: [String: Int] = [:]
        let inOrder = findings.sorted {
            ($0.fix?.lines.upperBound ?? 0, $0.location.column)
                > ($1.fix?.lines.upperBound ?? 0, $1.location.column)
        }
        for finding in inOrder {
            guard let fix = finding.fix else { continue }
            let file = finding.location.file
            guard fix.lines.upperBound < touched[file] ?? .max, apply(fix, to: file) else {
                continue
            }
            touched[file] = fix.lines.lowerBound
            mended.append(finding)
        }
    }

    /// Makes the edits of one mend, if the file holds the script as it was read and still parses.
    private mutating func apply(_ fix: Fix, to file: String) -> Bool {
        let line = fix.lines.lowerBound
        guard
            let index = sources.lastIndex(where: { $0.file == file && $0.firstLine <= line }),
            let bytes = changes[file]?.new ?? (try? ContentFile.bytes(of: file))
        else { return false }
        let source = sources[index]
        var whole = TextBytes(bytes)
        var script = TextBytes(Array(source.text.utf8))
        let old = (text: whole.text, lineCount: whole.lineCount)
        guard Self.holds(whole, script, from: source.firstLine), whole.apply(fix.edits),
            script.apply(fix.edits, shift: source.firstLine - 1),
            (try? SyntaxTree(script.text, fileName: file)) != nil
        else { return false }
        changes[file] = Change(
            file: file, old: changes[file]?.old ?? old.text, new: whole.bytes)
        let shift = whole.lineCount - old.lineCount
        for other in sources.indices where sources[other].file == file {
            if sources[other].firstLine == source.firstLine {
                sources[other].text = script.text
            } else if sources[other].firstLine > source.firstLine {
                sources[other].firstLine += shift
            }
        }
        return true
    }

    /// Whether a file's lines are those of the script, as they are not where an escape stands for a
    /// line break.
    private static func holds(_ file: TextBytes, _ script: TextBytes, from first: Int) -> Bool {
        // The last line is empty behind a line break, and may be the rest of something in the file.
        let last = script.line(script.lineCount).isEmpty ? script.lineCount - 1 : script.lineCount
        guard last >= 1, first + last - 1 <= file.lineCount else { return false }
        return (1...last).allSatisfy { script.line($0) == file.line($0 + first - 1) }
    }
}
