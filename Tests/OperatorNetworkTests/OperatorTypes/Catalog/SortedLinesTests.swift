import Testing

@testable import OperatorNetwork

@MainActor @Suite struct SortedLinesTests {
    @Test func `every key of a file is found, and no other`() throws {
        let keys = (100..<400).map { "k\($0)" }
        let lines = SortedLines(file: try CatalogFile.holding(keys.map { "\($0)\t\($0)!\t" }))

        for key in keys { #expect(lines.fields(of: key) == ["\(key)!", ""]) }
        for key in ["", "k", "k0", "k1000", "k399x", "z"] { #expect(lines.fields(of: key) == nil) }
        #expect(lines.keys(beginningWith: "k39") == (390..<400).map { "k\($0)" })
    }

    @Test func `a key may have many lines`() throws {
        let file = try CatalogFile.holding(["a\t1", "b\t1", "b\t2", "b\t3", "bb\t1"])
        let lines = SortedLines(file: file)

        #expect(lines.allFields(of: "b") == [["1"], ["2"], ["3"]])
        #expect(lines.allFields(of: "c").isEmpty)
        #expect(lines.fields(of: "b") == ["1"])
    }

    @Test func `a file that is not there has no lines`() {
        let lines = SortedLines(file: "/no/such/file")

        #expect(lines.fields(of: "a") == nil)
        #expect(lines.keys(beginningWith: "").isEmpty)
    }
}
