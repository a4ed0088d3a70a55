import OperatorNetwork
import Testing

@Suite struct PatternTests {
    @Test(arguments: [
        ("text1", "text1"), ("text*", "text"), ("text*", "text12"), ("*", "anything"),
        ("t?xt", "text"), ("*a*b*", "xxaxxbxx"), ("t[xyz]", "ty"), ("t[aex]xt", "text"),
        ("text[1-5]", "text5"), ("text[8-12]", "text10"), ("text[5-1]", "text3"),
        ("text[1-9:2]", "text7"), ("text[2,5,9]", "text9"), ("text[2,10-12]", "text11"),
        ("a b", "b"), ("* ^text*", "table1"), ("^text*", "table1"), ("[123]x", "2x"),
        ("a[", "a["), ("?", "é"), ("* ^a* abc", "abc"),
    ])
    func `matches`(pattern: String, text: String) {
        #expect(Pattern(pattern).matches(text))
    }

    @Test(arguments: [
        ("text1", "text12"), ("text", "Text"), ("t?xt", "txt"), ("?", ""), ("*a", "b"),
        ("t[xyz]", "ta"), ("t[a-c]", "tb"), ("text[1-5]", "text6"), ("text[1-5]", "text"),
        ("text[1-5]", "text15"), ("text[1-9:2]", "text4"), ("text[2,5,9]", "text3"),
        ("text[1-5]", "text01"), ("* ^text*", "text1"), ("^text*", "text1"), ("", ""),
        ("", "a"), ("[]", "a"), ("[1-99999999999999999999]", "5"),
    ])
    func `does not match`(pattern: String, text: String) {
        #expect(!Pattern(pattern).matches(text))
    }

    @Test func `case is ignored on request`() {
        #expect(Pattern("TEXT*", caseSensitive: false).matches("text1"))
        #expect(!Pattern("TEXT*").matches("text1"))
    }

    @Test func `many stars against a long text end soon`() {
        let pattern = Pattern(String(repeating: "*a", count: 50) + "b")
        let text = String(repeating: "a", count: 5000)

        let elapsed = ContinuousClock().measure { #expect(!pattern.matches(text)) }

        #expect(elapsed < .seconds(10))
    }

    @Test func `plain texts hold no pattern characters`() {
        #expect(Pattern.isPlain("text1"))
        #expect(!Pattern.isPlain("text*"))
        #expect(!Pattern.isPlain("a b"))
    }
}
