internal import PythonRuntime

/// A check as one JSON object.
struct JSONReport {
    private let check: StaticCheck
    private let findings: [Finding]

    init(_ check: StaticCheck, _ findings: [Finding]) {
        self.check = check
        self.findings = findings
    }

    /// The object's text.
    func text() throws(PythonError) -> String {
        var entries: [PythonObject] = []
        for finding in findings { entries.append(try entry(finding)) }
        var problems: [PythonObject] = []
        for problem in check.unreadable + check.mistakes {
            problems.append(
                try Self.object([
                    ("file", problem.file.python()), ("line", problem.line.python()),
                    ("reason", problem.reason.python()),
                ]))
        }
        return try Self.dump(
            Self.object([
                ("scripts", check.scriptCount.python()), ("findings", .list(entries)),
                ("problems", .list(problems)),
            ]))
    }

    private func entry(_ finding: Finding) throws(PythonError) -> PythonObject {
        var notes: [PythonObject] = []
        for note in finding.notes {
            notes.append(
                try Self.object([
                    ("text", note.text.python()), ("file", note.location.file.python()),
                    ("line", note.location.line.python()),
                ]))
        }
        let place = finding.location
        return try Self.object([
            ("rule", finding.rule.python()), ("name", finding.name.python()),
            ("severity", finding.severity.name.python()), ("message", finding.message.python()),
            ("help", finding.help.python()), ("file", place.file.python()),
            ("line", place.line.python()), ("column", place.column.python()),
            ("endLine", place.endLine.python()), ("endColumn", place.endColumn.python()),
            ("notes", .list(notes)), ("fix", try fix(finding.fix)),
        ])
    }

    private func fix(_ fix: Fix?) throws(PythonError) -> PythonObject {
        guard let fix else { return .none }
        var edits: [PythonObject] = []
        for edit in fix.edits {
            edits.append(
                try Self.object([
                    ("line", edit.span.line.python()), ("column", edit.span.column.python()),
                    ("endLine", edit.span.endLine.python()),
                    ("endColumn", edit.span.endColumn.python()), ("text", edit.text.python()),
                ]))
        }
        return try Self.object([("isSafe", fix.isSafe.python()), ("edits", .list(edits))])
    }

    /// A dictionary in the order given.
    static func object(_ pairs: [(String, PythonObject)]) throws(PythonError) -> PythonObject {
        let made = try PythonObject.dictionary()
        for (key, value) in pairs { try made.setItem(key, to: value) }
        return made
    }

    /// Python's `json.dumps`.
    static func dump(_ object: PythonObject) throws(PythonError) -> String {
        try PythonObject.module("json").attribute("dumps").call(object).text()
    }
}
