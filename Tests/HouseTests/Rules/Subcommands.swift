/// The names under which the program's commands are called.
enum Subcommands {
    /// Every name that `Sources/CLI` gives a command, written out or taken from its type.
    static func all(in house: House) -> Set<String> {
        let files = house.files(below: ["Sources/CLI"], kinds: ["swift"])
        return Set(files.flatMap(names)).union(["help"])
    }

    private static func names(in file: HouseFile) -> [String] {
        let lines = SourceText(file).codeAndLiterals
        let written = lines.compactMap { line in
            line.firstMatch(of: /commandName:\s*"([^"]+)"/).map { String($0.output.1) }
        }
        if !written.isEmpty { return written }
        return lines.compactMap { line in
            line.firstMatch(of: /struct\s+(\w+)\s*:.*ParsableCommand/).map {
                kebabCase(String($0.output.1))
            }
        }
    }

    /// The name that ArgumentParser makes of a type's: `CheckAll` is called by `check-all`.
    private static func kebabCase(_ name: String) -> String {
        name.enumerated().map { offset, character in
            character.isUppercase && offset > 0
                ? "-\(character.lowercased())" : character.lowercased()
        }.joined()
    }
}
