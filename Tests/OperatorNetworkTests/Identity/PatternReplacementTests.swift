import Testing

@testable import OperatorNetwork

@Suite struct PatternReplacementTests {
    @Test(arguments: [
        ("c* ambient", "b[1-5] amb", ["c1", "c3", "ambient", "x"], ["b1", "b2", "amb", "x"]),
        ("*", "new_*", ["a", "b"], ["new_a", "new_b"]),
        ("*_*", "*(1)_*(0)", ["left_arm"], ["arm_left"]),
        ("t?", "r?", ["tx", "ty", "tz1"], ["rx", "ry", "tz1"]),
        ("[tr]x", "?y", ["tx", "rx", "sx"], ["ty", "ry", "sx"]),
        ("chan[1-2]", "*", ["chan1", "chan3"], ["", "chan3"]),
        ("a", "", ["a"], ["a"]),
    ])
    func `names are replaced term by term`(
        from: String, to: String, names: [String], expected: [String]
    ) {
        #expect(PatternReplacement(from: from, to: to).apply(names) == expected)
    }

    @Test func `a pattern of many wildcards over a long name ends soon`() {
        let pattern = String(repeating: "*a", count: 30) + "b"
        let name = String(repeating: "a", count: 500)

        #expect(PatternReplacement(from: pattern, to: "x").apply([name]) == [name])
    }
}
