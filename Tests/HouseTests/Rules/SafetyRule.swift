/// Wants a reason beside every construct that the compiler cannot check, and forbids a few words.
struct SafetyRule {
    /// How many lines above a construct its reason may begin.
    static let reach = 6

    let house: House

    /// Every unsafe construct without a reason and every forbidden word.
    func offences() -> [Offence] {
        let folders = ["Sources", "Tests", "python"]
        let swift = house.files(below: folders, kinds: ["swift"]).flatMap { file in
            let text = SourceText(file)
            return reasonOffences(file, text) + forbiddenOffences(file, text)
        }
        return swift + markOffences()
    }

    private func reasonOffences(_ file: HouseFile, _ text: SourceText) -> [Offence] {
        guard !hasReasonInHeader(text) else { return [] }
        return text.numberedCode.compactMap { number, code in
            guard let construct = construct(in: code) else { return nil }
            let above = text.comments[max(0, number - 1 - Self.reach)..<number]
            guard !above.contains(where: givesReason) else { return nil }
            let sentence =
                "`\(construct)` has no `// SAFETY:` line with its reason in the \(Self.reach) "
                + "lines above it."
            return Offence(file: file.path, line: number, sentence: sentence)
        }
    }

    /// The first unsafe construct of a line; giving a member of one's own such a name is none.
    private func construct(in code: String) -> Substring? {
        let hints = ["nsafe", "Unmanaged", "@unchecked", "@convention", "Memory", ".allocate("]
        guard hints.contains(where: { code.contains($0) }) else { return nil }
        let declaration = /(?:\b(?:func|var|let)\s+|(?:^|\s)init\()unsafe\w+/
        let pattern =
            #/
            \b(?:unsafe[A-Z]\w* | Unmanaged | withUnsafe\w*
                | assumingMemoryBound | bindMemory | withMemoryRebound)\b
            | @unchecked\s+Sendable | nonisolated\(unsafe\) | @convention\(c\) | \.allocate\(
            /#
        // A dot between letters is no word boundary by Unicode's own rule.
        return code.replacing(declaration.wordBoundaryKind(.simple), with: "")
            .firstMatch(of: pattern.wordBoundaryKind(.simple)).map { Substring($0.output) }
    }

    private func givesReason(_ comment: String) -> Bool {
        guard let mark = comment.firstRange(of: "SAFETY:") else { return false }
        return comment[mark.upperBound...].contains { $0 != " " }
    }

    /// Whether a comment above the file's first declaration gives the reason for all of it.
    private func hasReasonInHeader(_ text: SourceText) -> Bool {
        let first = text.numberedCode.first { !$0.code.contains(/^\s*(?:[@\w()]+\s+)*import\s|^#/) }
        return text.comments[..<((first?.number ?? 1) - 1)].contains(where: givesReason)
    }

    private func forbiddenOffences(_ file: HouseFile, _ text: SourceText) -> [Offence] {
        text.numberedCode.flatMap { number, code in
            Forbidden.list.filter { $0.applies(to: file) && $0.isIn(code) }.map {
                Offence(file: file.path, line: number, sentence: $0.sentence)
            }
        }
    }

    /// Notes to oneself belong into an issue; they are looked for in comments, not in texts.
    private func markOffences() -> [Offence] {
        let folders = ["Sources", "Tests", "CModules", "python", ".ci"]
        let files = house.files(below: folders, kinds: ["swift", "c", "h", "py", ""])
        return files.flatMap { file in
            markedLines(in: file).map { line, mark in
                Offence(
                    file: file.path, line: line,
                    sentence: "A \(mark) belongs into an issue, not into the file.")
            }
        }
    }

    private func markedLines(in file: HouseFile) -> [(line: Int, mark: String)] {
        let isCode = ["swift", "c", "h"].contains(file.kind)
        let lines = isCode ? SourceText(file).comments : file.lines
        return lines.enumerated().compactMap { offset, line in
            let marks = ["TO" + "DO", "FIX" + "ME"]
            return marks.first { line.contains($0) }.map { (offset + 1, $0) }
        }
    }
}
