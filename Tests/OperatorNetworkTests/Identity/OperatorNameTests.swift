import OperatorNetwork
import Testing

@Suite struct OperatorNameTests {
    @Test(arguments: ["text1", "_a", "A", "3d", "my_table_02"])
    func `letters, digits and underscores are legal`(name: String) {
        #expect(OperatorName(name).isLegal)
    }

    @Test(arguments: ["", " ", "a b", "a/b", "a.b", "a-b", "é", "名", "a\n", "^a", "a*"])
    func `anything else is illegal`(name: String) {
        #expect(!OperatorName(name).isLegal)
    }

    @Test(arguments: [
        ("text12", 12, "text"), ("a1b", 1, "a"), ("a1b22c", 22, "a1b"), ("7", 7, ""),
    ])
    func `digits are the last group of digits and base is what comes before`(
        name: String, digits: Int, base: String
    ) {
        #expect(OperatorName(name).digits == digits)
        #expect(OperatorName(name).base == base)
    }

    @Test func `a name without digits is its own base`() {
        #expect(OperatorName("table").digits == nil)
        #expect(OperatorName("table").base == "table")
    }

    @Test func `digits that no Int holds are none`() {
        let name = OperatorName("a99999999999999999999999")

        #expect(name.digits == nil)
        #expect(name.base == "a")
    }
}
