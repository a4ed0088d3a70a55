import Testing

@Suite struct ClampingTests {
    @Test func `no number from outside is converted without saying what happens to a huge one`() {
        expectNone(ClampingRule(house: .here).offences())
    }

    @Test(arguments: [
        "let a = Int(place)", "return max(1, Int(now - before))", "Int(try seconds() * rate)",
        "Int(b.rounded()) + Int(clamping: c)",
    ])
    func `a bare conversion is caught`(code: String) {
        #expect(offences(code).map(\.line) == [2])
        #expect(offences(code, path: "Sources/CLI/A.swift").isEmpty)
    }

    @Test(arguments: [
        "let a = Int(clamping: place)", "Int(text, radix: 10)", "// Int(place)", "UInt(place)",
        "a(\"Int(place)\")", "let a: Int = (b)", "try Int(python: value)", "xs.map(Int.init)",
    ])
    func `what says it is no offence`(code: String) {
        #expect(offences(code).isEmpty)
    }

    private func offences(
        _ code: String, path: String = "Sources/OperatorNetwork/Channels/A.swift"
    ) -> [Offence] {
        ClampingRule(house: House([HouseFile(path, "\n\(code)\n")])).offences()
    }
}
