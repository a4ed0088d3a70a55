import Testing

@Suite struct ReadmeTests {
    @Test func `what the README names is there`() {
        expectNone(ReadmeRule(house: .here).offences())
    }

    @Test func `a true README passes`() {
        let text = """
            See [the CLI](Sources/CLI/Run.swift#L1) and <https://example.org>; `make test` twice,
            `/project1/a`, `op('Sources')`, `Sources/<Name>/Nothing.swift`, `python`.
            ```sh
            make run
            $ make test FILTER=A && make test
            .build/debug/understudy run Sources/CLI
            ```
            ```text
            understudy says hello; make nothing of it
            ```
            """

        #expect(offences(text).isEmpty)
    }

    @Test(arguments: [
        ("`make tea`", "`make tea`"), ("`understudy jump`", "`understudy jump`"),
        ("`Sources/Attic`", "`Sources/Attic`"), ("[a](Attic.md)", "`Attic.md`"),
        ("```\nunderstudy run python/gone.md\n```", "`python/gone.md`"),
        ("```sh\nmake test && make tea\n```", "`make tea`"),
        ("`Tests/Attic/<Name>.swift`", "`Tests/Attic`"),
    ])
    func `a thing that is not there is caught`(text: String, named: String) {
        let offences = offences("```\nmake run\nmake test\n```\n\(text)")

        #expect(offences.count == 1)
        #expect(offences.first?.sentence.hasPrefix(named) == true)
        #expect(offences.first.map { $0.line > 4 } == true)
    }

    @Test func `a README of 151 lines is caught`() {
        let head = "```\nmake run\nmake test\n```\n"

        #expect(offences(head + String(repeating: "a\n", count: 146)).isEmpty)
        #expect(offences(head + String(repeating: "a\n", count: 147)).map(\.line) == [151])
    }

    @Test func `a first command after line 20 is caught`() {
        let head = String(repeating: "a\n", count: 18)

        let offences = offences(head + "```\nmake run\nmake test\n```\n")

        #expect(offences.map(\.line) == [21])
        #expect(offences.first?.sentence.hasPrefix("`make test`") == true)
    }

    @Test func `a missing README is caught`() {
        #expect(ReadmeRule(house: House([])).offences().map(\.file) == ["README.md"])
    }

    @Test func `a command is known by its written name or by its type`() {
        let house = House([
            HouseFile("Sources/CLI/A.swift", "CommandConfiguration(commandName: \"run\")"),
            HouseFile("Sources/CLI/B.swift", "struct CheckAll: AsyncParsableCommand {}"),
        ])

        #expect(Subcommands.all(in: house) == ["run", "check-all", "help"])
    }

    private func offences(_ text: String) -> [Offence] {
        let house = House([
            HouseFile("README.md", text), HouseFile("Makefile", "run:\ntest: run\ntea := no\n"),
            HouseFile("Sources/CLI/Run.swift", "struct Run: ParsableCommand {}"),
            HouseFile("Tests/CLITests/RunTests.swift", ""), HouseFile("python/lib/td.py", ""),
        ])
        return ReadmeRule(house: house).offences()
    }
}
