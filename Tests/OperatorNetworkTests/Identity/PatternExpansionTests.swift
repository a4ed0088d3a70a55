import Testing

@testable import OperatorNetwork

@Suite struct PatternExpansionTests {
    @Test(arguments: [
        ("chan1", ["chan1"]), ("[tr][xyz]", ["tx", "ty", "tz", "rx", "ry", "rz"]),
        ("c[1-3] d", ["c1", "c2", "c3", "d"]), ("c[1-9:4]", ["c1", "c5", "c9"]),
        ("c[3-1]", ["c3", "c2", "c1"]), ("a[b", ["a[b"]), ("a[]", ["a[]"]), ("", []),
    ])
    func `a pattern spells out its names`(pattern: String, names: [String]) {
        #expect(PatternExpansion.names(pattern) == names)
    }

    @Test func `a typing error does not fill the memory`() {
        #expect(PatternExpansion.names("a[1-900000000000]").count < 200_000)
        #expect(PatternExpansion.names(String(repeating: "[1-99]", count: 20)).count < 200_000)
    }
}
