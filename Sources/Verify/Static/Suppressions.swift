/// `# noqa: TH101 because …` at the end of a line, which must give a reason.
struct Suppressions {
    private struct Key: Hashable {
        let file: String
        let line: Int
        let rule: String
    }

    private var covered: Set<Key> = []
    /// Suppressions that name no rule, or give no reason.
    private(set) var mistakes: [StaticCheck.Unreadable] = []

    init(_ scripts: [Script]) {
        for script in scripts where script.mentions("# noqa: TH") {
            for (index, line) in script.lines.enumerated() {
                guard let comment = Self.comment(in: line) else { continue }
                read(comment, file: script.file, line: index + script.firstLine)
            }
        }
    }

    /// Whether a finding is suppressed on its line.
    func covers(_ finding: Finding) -> Bool {
        covered.contains(
            Key(file: finding.location.file, line: finding.location.line, rule: finding.rule))
    }

    /// What stands behind `# noqa:`; other tools' codes are none of ours.
    private static func comment(in line: String) -> Substring? {
        // Most lines have no comment, which is seen faster than what one says.
        guard line.utf8.contains(UInt8(ascii: "#")),
            let range = line.firstRange(of: "# noqa: ")
        else { return nil }
        let rest = line[range.upperBound...]
        return rest.hasPrefix("TH") ? rest : nil
    }

    private mutating func read(_ comment: Substring, file: String, line: Int) {
        let words = comment.split(separator: " ", maxSplits: 1)
        let reason = words.count > 1 ? words[1].drop { $0 == "-" || $0 == " " } : ""
        for id in words[0].split(separator: ",") {
            guard RuleCatalog.rule(String(id)) != nil else {
                mistakes.append(
                    .init(file: file, line: line, reason: "There is no rule \(id) to suppress."))
                continue
            }
            guard !reason.isEmpty else {
                mistakes.append(
                    .init(
                        file: file, line: line,
                        reason: "\(id) is suppressed without a reason; write one behind it."))
                continue
            }
            covered.insert(Key(file: file, line: line, rule: String(id)))
        }
    }
}
