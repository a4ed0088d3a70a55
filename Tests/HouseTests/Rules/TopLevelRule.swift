/// Keeps the top of the repository to what a newcomer can take in at a glance.
struct TopLevelRule {
    /// What stands at the top beside files and folders whose name begins with a dot.
    static let entries = [
        "CModules", "Makefile", "Package.swift", "README.md", "Sources", "Tests", "python",
    ]

    /// The paths that belong to the project, from the top of the repository.
    let paths: [String]

    /// Every entry that does not belong there and every one that is missing.
    func offences() -> [Offence] {
        let found = Set(paths.compactMap { $0.split(separator: "/").first.map(String.init) })
        let strangers = found.subtracting(Self.entries).filter { !$0.hasPrefix(".") }.sorted()
        let missing = Self.entries.filter { !found.contains($0) }
        return strangers.map {
            Offence(
                file: $0, line: 1,
                sentence: "The top holds only \(Self.entries.joined(separator: ", ")) "
                    + "and dot-files; put it into one of them.")
        } + missing.map { Offence(file: $0, line: 1, sentence: "It is missing at the top.") }
    }
}
