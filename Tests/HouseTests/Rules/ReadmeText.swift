/// What the README says in code: commands, spans and links, each with its line.
struct ReadmeText {
    /// A piece of text and the line it stands on, counted from 1.
    struct Piece: Equatable {
        let line: Int
        let text: String
    }

    /// The lines of blocks that hold commands for a shell.
    let commands: [Piece]
    /// The texts between backticks in the prose.
    let spans: [Piece]
    /// The targets of links, without what follows a `#`.
    let links: [Piece]

    init(_ file: HouseFile) {
        var commands: [Piece] = []
        var spans: [Piece] = []
        var links: [Piece] = []
        var fence: Substring?
        for (offset, line) in file.lines.enumerated() {
            if line.hasPrefix("```") {
                fence = fence == nil ? line.dropFirst(3).prefix { $0 != " " } : nil
            } else if let language = fence {
                if Self.shells.contains(String(language)), !line.allSatisfy(\.isWhitespace) {
                    commands.append(Piece(line: offset + 1, text: Self.withoutPrompt(line)))
                }
            } else {
                spans += line.matches(of: /`([^`]+)`/).map {
                    Piece(line: offset + 1, text: String($0.output.1))
                }
                links += line.matches(of: /\]\(([^)#\s]+)[^)]*\)/).map {
                    Piece(line: offset + 1, text: String($0.output.1))
                }
            }
        }
        self.commands = commands
        self.spans = spans
        self.links = links
    }

    private static let shells: Set<String> = ["", "sh", "bash", "zsh", "shell", "console"]

    private static func withoutPrompt(_ line: String) -> String {
        let text = line.drop { $0 == " " }
        return String(text.hasPrefix("$ ") ? text.dropFirst(2) : text)
    }
}
