import Testing

@Suite struct PainsTests {
    @Test func `every pain has a verdict, and the tests that hold it are there`() {
        expectNone(PainsRule(house: .here).offences())
    }

    @Test func `a test that is not there is caught, and so is a verdict that is none`() {
        let row = "| 1 | pain | fine | text | `ATests`: a test; `ATests`: another |"
        let house = House([
            HouseFile(PainsRule.path, row + "\n"),
            HouseFile("Tests/X/ATests.swift", "@Test func `a test`() {}\n"),
        ])

        let sentences = PainsRule(house: house).offences().map(\.sentence)

        #expect(
            sentences == [
                "'fine' is no verdict.", "There is no test '`ATests`: another'.",
                "There are 1 rows, not 20.",
            ])
    }
}
