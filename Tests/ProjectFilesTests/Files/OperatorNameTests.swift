import ProjectFiles
import Testing

@Suite struct OperatorNameTests {
    @Test(arguments: [
        ("Queue-Based Pattern", "Queue_Based_Pattern"), ("`op()` and `me`", "op____and__me"),
        ("Über uns", "ber_uns"), ("  !  ", "fallback"), ("__init__", "__init__"),
        ("日本語", "fallback"), ("2 lights", "2_lights"),
    ])
    func `illegal signs become underscores, but not at the ends`(text: String, name: String) {
        #expect(OperatorName.valid(from: text, fallback: "fallback") == name)
    }

    @Test func `only ASCII letters, digits and underscores make a name`() {
        #expect(OperatorName.isValid("base_1"))
        #expect(["", "a b", "a/b", "ä", "a.b"].allSatisfy { !OperatorName.isValid($0) })
    }
}
