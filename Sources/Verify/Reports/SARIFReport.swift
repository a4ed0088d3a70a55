internal import PythonRuntime

/// A check in SARIF 2.1.0, which code hosts show beside the code.
///
/// - Source: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
struct SARIFReport {
    private let check: StaticCheck
    private let findings: [Finding]

    init(_ check: StaticCheck, _ findings: [Finding]) {
        self.check = check
        self.findings = findings
    }

    /// The log's text.
    func text() throws(PythonError) -> String {
        var rules: [PythonObject] = []
        for rule in RuleCatalog.all {
            rules.append(
                try JSONReport.object([
                    ("id", rule.id.python()), ("name", rule.name.python()),
                    ("shortDescription", message(rule.title)), ("help", message(rule.help)),
                ]))
        }
        var results: [PythonObject] = []
        for finding in findings { results.append(try result(finding)) }
        let driver = try JSONReport.object([
            ("name", "understudy".python()), ("rules", .list(rules)),
        ])
        let run = try JSONReport.object([
            ("tool", JSONReport.object([("driver", driver)])),
            ("invocations", .list([invocation()])),
            ("columnKind", "unicodeCodePoints".python()), ("results", .list(results)),
        ])
        return try JSONReport.dump(
            JSONReport.object([
                ("$schema", "https://json.schemastore.org/sarif-2.1.0.json".python()),
                ("version", "2.1.0".python()), ("runs", .list([run])),
            ]))
    }

    /// How the check itself went: what it could not read, and slips in the files' own settings for it.
    private func invocation() throws(PythonError) -> PythonObject {
        var notifications: [PythonObject] = []
        for problem in check.unreadable + check.mistakes {
            let region = try JSONReport.object([("startLine", max(1, problem.line).python())])
            notifications.append(
                try JSONReport.object([
                    ("level", "error".python()), ("message", message(problem.reason)),
                    ("locations", .list([location(problem.file, region)])),
                ]))
        }
        return try JSONReport.object([
            ("executionSuccessful", notifications.isEmpty.python()),
            ("toolExecutionNotifications", .list(notifications)),
        ])
    }

    private func result(_ finding: Finding) throws(PythonError) -> PythonObject {
        var related: [PythonObject] = []
        for note in finding.notes {
            let place = try location(note.location)
            try place.setItem("message", to: message(note.text))
            related.append(place)
        }
        let level = finding.severity == .info ? "note" : finding.severity.name
        return try JSONReport.object([
            ("ruleId", finding.rule.python()), ("level", level.python()),
            ("message", message("\(finding.message) \(finding.help)")),
            ("locations", .list([location(finding.location)])),
            ("relatedLocations", .list(related)),
        ])
    }

    private func location(_ place: SourceLocation) throws(PythonError) -> PythonObject {
        let region = try JSONReport.object([
            ("startLine", place.line.python()), ("startColumn", place.column.python()),
            ("endLine", place.endLine.python()), ("endColumn", place.endColumn.python()),
        ])
        return try location(place.file, region)
    }

    private func location(
        _ file: String, _ region: PythonObject
    ) throws(PythonError) -> PythonObject {
        let artifact = try JSONReport.object([("uri", file.python())])
        return try JSONReport.object([
            (
                "physicalLocation",
                JSONReport.object([("artifactLocation", artifact), ("region", region)])
            )
        ])
    }

    private func message(_ text: String) throws(PythonError) -> PythonObject {
        try JSONReport.object([("text", text.python())])
    }
}
