import Testing

@testable import ProjectFiles

@Suite struct DelimitedTextTests {
    @Test func `tabs part cells and quotes mean nothing`() {
        let rows = DelimitedText.rows(of: "a\t\"b\"\r\n\tc\n\n", suffix: "tsv")

        #expect(rows == [["a", "\"b\""], ["", "c"], [""]])
    }

    @Test func `quotes protect commas, newlines and quotes`() {
        let rows = DelimitedText.rows(of: "\"a,\nb\",\"x\"\"y\"\nc,", suffix: "csv")

        #expect(rows == [["a,\nb", "x\"y"], ["c", ""]])
    }

    @Test func `an open quote ends with the text`() {
        #expect(DelimitedText.rows(of: "a,\"b", suffix: "csv") == [["a", "b"]])
        #expect(DelimitedText.rows(of: "", suffix: "csv") == [])
    }
}
