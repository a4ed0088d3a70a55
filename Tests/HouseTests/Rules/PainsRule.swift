/// Keeps `Pains.md` honest: twenty rows, and every test that one names is there.
struct PainsRule {
    static let path = "Sources/ExtensionHost/Documentation.docc/Pains.md"
    private static let verdicts: Set = ["prevented", "detected", "not ours"]

    let house: House

    /// Every row without a verdict or a test, and every test that is named and missing.
    func offences() -> [Offence] {
        guard let page = house[Self.path] else {
            return [Offence(file: Self.path, line: 1, sentence: "The page is missing.")]
        }
        let rows = page.lines.enumerated().filter {
            $0.element.dropFirst(2).first?.isNumber == true
                && $0.element.split(separator: "|").count == 5
        }
        var found = rows.flatMap { offences(in: $0.element, line: $0.offset + 1) }
        if rows.count != 20 {
            found.append(
                Offence(file: Self.path, line: 1, sentence: "There are \(rows.count) rows, not 20.")
            )
        }
        return found
    }

    private func offences(in row: String, line: Int) -> [Offence] {
        let cells = row.split(separator: "|").map { $0.trimming(" ") }
        var sentences: [String] = []
        let verdicts = cells[2].split(separator: ",").map { $0.trimming(" ") }
        if !Self.verdicts.isSuperset(of: verdicts) {
            sentences.append("'\(cells[2])' is no verdict.")
        }
        for named in cells[4].split(separator: ";") {
            let parts = named.split(separator: ":", maxSplits: 1).map { $0.trimming(" `") }
            if parts.count != 2 || !isThere(test: parts[1], in: parts[0]) {
                sentences.append("There is no test '\(named.trimming(" "))'.")
            }
        }
        return sentences.map { Offence(file: Self.path, line: line, sentence: $0) }
    }

    private func isThere(test: String, in suite: String) -> Bool {
        let isPython = suite.hasSuffix(".py")
        let files = house.files(
            below: [isPython ? "python/tests" : "Tests"], kinds: [isPython ? "py" : "swift"])
        let declaration = isPython ? "def \(test)(" : "func `\(test)`"
        return files.contains {
            $0.path.hasSuffix("/\(suite)\(isPython ? "" : ".swift")")
                && $0.lines.contains { $0.contains(declaration) }
        }
    }
}

extension StringProtocol {
    fileprivate func trimming(_ signs: String) -> String {
        let start = drop { signs.contains($0) }
        return String(start.reversed().drop { signs.contains($0) }.reversed())
    }
}
