internal import ThreadGuard

/// One finding for people: what, where with its source line, why, and what to do.
struct FindingText {
    private let finding: Finding

    init(_ finding: Finding) { self.finding = finding }

    /// The lines, without colour.
    var lines: [String] {
        let place = finding.location
        let number = String(place.line)
        let margin = String(repeating: " ", count: number.count)
        let excerpt = SourceExcerpt(source: place.source, columns: place.columns)
        var lines = [
            "\(finding.rule) \(finding.severity.name): \(finding.message) [\(finding.name)]",
            "\(margin)--> \(place.file):\(place.line):\(place.column)",
            "\(margin) |",
            "\(number) | \(excerpt.text)",
            "\(margin) | \(excerpt.marks)",
        ]
        for note in finding.notes {
            lines.append("\(margin) = \(note.text): \(note.location.file):\(note.location.line)")
        }
        lines.append("help: \(finding.help)")
        if let fix = finding.fix {
            lines.append("fix: --fix\(fix.isSafe ? "" : " --unsafe-fixes") does it")
        }
        return lines
    }
}
