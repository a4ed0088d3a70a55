/// What `understudy check --format json` reports.
struct CheckOutcome: Decodable {
    /// Something found by a rule.
    struct Finding: Decodable {
        struct Note: Decodable {
            let text: String
            let file: String
            let line: Int
        }

        let rule: String
        let severity: String
        let message: String
        let help: String
        let file: String
        let line: Int
        let notes: [Note]
    }

    /// Something that could not be looked at.
    struct Problem: Decodable {
        let file: String
        let line: Int
        let reason: String
    }

    let findings: [Finding]
    let problems: [Problem]

    /// The failures: whatever is more than advice.
    var failures: [JudgedFailure] {
        let unreadable = problems.map { problem in
            JudgedFailure(
                .syntax, problem.reason, line: problem.line,
                details: ["\(problem.file):\(problem.line)"])
        }
        return unreadable + findings.filter { $0.severity != "info" }.map(\.failure)
    }
}

extension CheckOutcome.Finding {
    /// As a reason why an answer does not pass.
    var failure: JudgedFailure {
        JudgedFailure(
            .rule(rule), message, line: line,
            details: ["\(file):\(line)"] + notes.map { "\($0.file):\($0.line): \($0.text)" },
            help: "\(help) `understudy explain \(rule)` tells more.")
    }
}
