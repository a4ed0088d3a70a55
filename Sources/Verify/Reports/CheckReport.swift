package import PythonRuntime

/// What a static check found, written for people, programs and code hosts.
package struct CheckReport {
    /// How it is written.
    package enum Format: String, CaseIterable, Sendable {
        /// With the source lines, for people.
        case text
        /// One line a finding, for people and editors.
        case concise
        /// One JSON object.
        case json
        /// GitHub's annotations.
        case github
        /// SARIF 2.1.0, for code hosts.
        case sarif
    }

    private let check: StaticCheck
    private let findings: [Finding]

    /// Takes what is to be reported.
    ///
    /// - Parameter check: The check.
    package init(_ check: StaticCheck) {
        self.check = check
        findings = check.findings
    }

    /// Whether anything is shown.
    package var hasFindings: Bool { !findings.isEmpty || !check.unreadable.isEmpty }

    /// The report's lines.
    ///
    /// - Parameter format: How it is written.
    /// - Returns: The lines, without line breaks; JSON and SARIF are one.
    /// - Throws: `MemoryError`.
    package func lines(as format: Format) throws(PythonError) -> [String] {
        switch format {
        case .text: textLines
        case .concise: conciseLines
        case .json: [try JSONReport(check, findings).text()]
        case .github: githubLines
        case .sarif: [try SARIFReport(check, findings).text()]
        }
    }

    private var textLines: [String] {
        var lines: [String] = []
        for problem in check.unreadable + check.mistakes {
            lines.append("\(problem.file):\(problem.line): \(problem.reason)")
        }
        for finding in findings { lines += FindingText(finding).lines + [""] }
        return lines + [summary]
    }

    private var conciseLines: [String] {
        (check.unreadable + check.mistakes).map { "\($0.file):\($0.line): \($0.reason)" }
            + findings.map { finding in
                let place = finding.location
                return "\(place.file):\(place.line):\(place.column): \(finding.severity.name) "
                    + "\(finding.rule) \(finding.message)"
            } + [summary]
    }

    private var githubLines: [String] {
        findings.map { finding in
            let place = finding.location
            let kind = finding.severity == .info ? "notice" : finding.severity.name
            return "::\(kind) file=\(Self.property(place.file)),line=\(place.line),"
                + "col=\(place.column),title=\(Self.property("\(finding.rule) \(finding.name)"))"
                + "::\(Self.data("\(finding.message) \(finding.help)"))"
        }
            + (check.unreadable + check.mistakes).map {
                "::error file=\(Self.property($0.file)),line=\($0.line)::\(Self.data($0.reason))"
            }
    }

    /// A text behind an annotation's `::`, where a line break would end it.
    ///
    /// - Source: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    /// A text in front of it, where commas and colons part the properties.
    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }

    private var summary: String {
        let scripts = "\(check.scriptCount) \(check.scriptCount == 1 ? "script" : "scripts")"
        let left = check.unreadable.count
        let missing = left == 0 ? "" : ", \(left) could not be read"
        guard !findings.isEmpty else { return "\(scripts) looked at, nothing found\(missing)." }
        let parts = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            guard count > 0 else { return nil }
            let noun = severity == .info ? "advice" : severity.name
            return "\(count) \(noun)\(count == 1 || severity == .info ? "" : "s")"
        }
        return "\(scripts) looked at: \(parts.joined(separator: ", "))\(missing)."
    }
}
