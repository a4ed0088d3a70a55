import Testing

@Suite struct TwinTests {
    @Test func `every test file stands beside what it tests`() {
        expectNone(TwinRule(.here).offences())
    }

    @Test func `a test file with its twin in the mirrored folder is right`() {
        let offences = offences("Tests/ATests/Runs/QueueTests.swift", "struct QueueTests { @Test }")

        #expect(offences.isEmpty)
    }

    @Test func `an extension's file is tested without its plus`() {
        let offences = offences(
            "Tests/ATests/Runs/QueueDelayTests.swift", "struct QueueDelayTests { @Test }")

        #expect(offences.isEmpty)
    }

    @Test(arguments: [
        ("Tests/ATests/Runs/CueTests.swift", "\nstruct CueTests { @Test }", 1, "has no Cue.swift"),
        ("Tests/ATests/QueueTests.swift", "\nstruct QueueTests { @Test }", 1, "same folder"),
        ("Tests/ATests/Runs/QueueTests.swift", "\nstruct Q { @Test }", 2, "called QueueTests"),
        ("Tests/ATests/Runs/Checks.swift", "\n@Test func f() {}", 2, "called after what it tests"),
        ("Tests/BTests/QueueTests.swift", "", 1, "no such target"),
    ])
    func `a test file without its twin is caught`(
        path: String, text: String, line: Int, sentence: String
    ) {
        let offences = offences(path, text)

        #expect(offences.map(\.file) == [path])
        #expect(offences.map(\.line) == [line])
        #expect(offences.first?.sentence.contains(sentence) == true)
    }

    @Test func `an exception is heard, and one for a file that is gone is caught`() {
        let path = "Tests/ATests/CueTests.swift"

        let heard = offences(path, "struct CueTests { @Test }", exceptions: [path: "Why."])
        let unused = offences("Sources/A/Other.swift", "", exceptions: [path: "Why."])

        #expect(heard.isEmpty)
        #expect(unused.map(\.file) == [path])
    }

    private func offences(
        _ path: String, _ text: String, exceptions: [String: String] = [:]
    ) -> [Offence] {
        let manifest = HouseFile(
            "Package.swift",
            """
            [.target(name: "A"), .testTarget(name: "ATests"), .testTarget(name: "BTests")]
            """)
        let sources = ["Queue", "Queue+Delay"].map { HouseFile("Sources/A/Runs/\($0).swift", "") }
        let house = House([manifest, HouseFile(path, text)] + sources)
        return TwinRule(house, exceptions: exceptions).offences()
    }
}
