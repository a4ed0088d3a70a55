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
            ("columnKind", "unicodeCodePoints".python()), ("results", .list(results)),
        ])
        return try JSONReport.dump(
            JSONReport.object([
                ("$schema", "https://json.schemastore.org/sarif-2.1.0.json".python()),
                ("version", "2.1.0".python()), ("runs", .list([run])),
            ]))
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
        let artifact = try JSONReport.object([("uri", place.file.python())])
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
