import Testing

@Suite struct FileLengthTests {
    @Test func `no file and no function is too long`() {
        expectNone(FileLengthRule(house: .here).offences())
    }

    @Test func `a file of 401 lines is caught and one of 400 is not`() {
        let long = HouseFile("Sources/A/Long.swift", String(repeating: "//\n", count: 401))
        let full = HouseFile("Sources/A/Full.swift", String(repeating: "//\n", count: 400))

        let offences = FileLengthRule(house: House([long, full])).offences()

        #expect(offences.map(\.file) == ["Sources/A/Long.swift"])
        #expect(offences.map(\.line) == [401])
    }

    @Test(arguments: [
        ("a.swift", "\nfunc a(b: () -> Void = { }) {\n", "}\n"),
        ("a.swift", "\npublic init(\n    a: Int\n) where A: B {\n", "}\n"),
        ("a.c", "\nstatic int a(int b)\n{\n", "}\n"),
        ("a.py", "\ndef a(\n    b: int,\n) -> None:\n", "\na()\n"),
    ])
    func `a function of 81 lines is caught and one of 80 is not`(
        name: String, head: String, end: String
    ) {
        let headLines = head.split(separator: "\n").count
        let endLines = name.hasSuffix(".py") ? 0 : 1
        let line = "    b = 1\n"
        func offences(lines: Int) -> [Offence] {
            let body = String(repeating: line, count: lines - headLines - endLines)
            return FileLengthRule(house: House([HouseFile("Sources/\(name)", head + body + end)]))
                .offences()
        }

        #expect(offences(lines: 80).isEmpty)
        #expect(offences(lines: 81).map(\.line) == [2])
    }

    @Test func `requirements, calls of an initialiser and braces in strings are no bodies`() {
        let text = """
            protocol P {
                func a()
                init(b: Int)
            }
            func c() {
                self.init(d: "{") { e in
                }
            }
            """

        let spans = FunctionSpan.all(in: HouseFile("a.swift", text))

        #expect(spans == [FunctionSpan(line: 5, length: 4)])
    }
}
