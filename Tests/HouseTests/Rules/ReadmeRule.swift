/// Keeps the README short and true: what it names is there.
struct ReadmeRule {
    static let path = "README.md"
    static let mostLines = 150
    /// The commands that a newcomer meets first, and by which line.
    static let firstCommands = ["make run", "make test"]
    static let firstCommandLine = 20

    let house: House

    /// Every claim of the README that does not hold.
    func offences() -> [Offence] {
        guard let file = house[Self.path] else {
            return [Offence(file: Self.path, line: 1, sentence: "The README is missing.")]
        }
        let text = ReadmeText(file)
        return lengthOffences(file) + firstCommandOffences(text) + targetOffences(text)
            + subcommandOffences(text) + pathOffences(text)
    }

    private func lengthOffences(_ file: HouseFile) -> [Offence] {
        let lines = file.lines.count
        guard lines > Self.mostLines else { return [] }
        return [
            offence(
                Self.mostLines + 1,
                "The README has \(lines) lines, and \(Self.mostLines) is the most.")
        ]
    }

    private func firstCommandOffences(_ text: ReadmeText) -> [Offence] {
        Self.firstCommands.compactMap { command in
            let line = text.commands.first { $0.text.hasPrefix(command) }?.line
            guard line == nil || line ?? 0 > Self.firstCommandLine else { return nil }
            return offence(
                line ?? 1,
                "`\(command)` is to stand in a block of commands by line \(Self.firstCommandLine).")
        }
    }

    private func targetOffences(_ text: ReadmeText) -> [Offence] {
        let rules = (house["Makefile"]?.lines ?? []).compactMap { line in
            line.firstMatch(of: /^([A-Za-z][\w-]*):(?!=)/).map { String($0.output.1) }
        }
        let inCommands = text.commands.flatMap {
            named(in: $0, by: /(?:^|&& |; )make ([a-z][\w-]*)/)
        }
        let inSpans = text.spans.flatMap { named(in: $0, by: /^make ([a-z][\w-]*)/) }
        return (inCommands + inSpans).filter { !rules.contains($0.text) }.map {
            offence($0.line, "`make \($0.text)` is named, and the Makefile has no such target.")
        }
    }

    private func subcommandOffences(_ text: ReadmeText) -> [Offence] {
        let commands = Subcommands.all(in: house)
        let pieces = text.commands + text.spans
        return pieces.flatMap { named(in: $0, by: /(?:^|[\s\/])understudy ([a-z][a-z-]*)/) }
            .filter { !commands.contains($0.text) }
            .map {
                offence(
                    $0.line,
                    "`understudy \($0.text)` is named, and Sources/CLI has no such command.")
            }
    }

    private func pathOffences(_ text: ReadmeText) -> [Offence] {
        let words = text.commands.flatMap { piece in
            piece.text.split(separator: " ").map {
                ReadmeText.Piece(line: piece.line, text: String($0))
            }
        }
        let claimed = (words + text.spans).filter { isPath($0.text) }
        let linked = text.links.filter { !$0.text.contains(":") }
        return (claimed + linked).compactMap { piece in
            let path = knownPart(of: piece.text)
            return path.isEmpty || house.contains(path)
                ? nil : offence(piece.line, "`\(path)` is named, and it is not there.")
        }
    }

    /// A word that begins with an entry of the top level is meant as a path.
    private func isPath(_ word: String) -> Bool {
        guard !word.contains(" "), let first = word.split(separator: "/").first else {
            return false
        }
        let top = TopLevelRule.entries + [".ci", ".github", ".swift-format", ".editorconfig"]
        return word.first != "/" && top.contains(String(first))
    }

    /// The path up to its first placeholder, as in `Sources/<Name>.swift` or `Tests/*`.
    private func knownPart(of word: String) -> String {
        let parts = word.split(separator: "/").prefix { part in
            !part.contains { "<>*{}…".contains($0) }
        }
        return parts.joined(separator: "/")
    }

    private func named(
        in piece: ReadmeText.Piece, by pattern: Regex<(Substring, Substring)>
    ) -> [ReadmeText.Piece] {
        piece.text.matches(of: pattern).map {
            ReadmeText.Piece(line: piece.line, text: String($0.output.1))
        }
    }

    private func offence(_ line: Int, _ sentence: String) -> Offence {
        Offence(file: Self.path, line: line, sentence: sentence)
    }
}
