import OperatorNetwork
import Testing

@MainActor @Suite struct ContentTests {
    let network = Network()
    let recorder = ChangeRecorder()
    let text: Content
    let table: Content

    init() throws {
        text = try #require(try network.create(TextDAT.type, in: network.root).content)
        table = try #require(try network.create(TableDAT.type, in: network.root).content)
        network.observer = recorder
    }

    @Test func `free text is the one cell of its table`() throws {
        try text.setText("a\tb\nc\n")

        #expect(text.text == "a\tb\nc\n")
        #expect((text.table.rows, text.table.columns) == (1, 1))
        #expect(text.table.text(row: 0, column: 0) == "a\tb\nc\n")
        #expect(recorder.lines == ["content /text1"])
    }

    @Test func `a table's text has tabs and newlines`() throws {
        try table.setText("a\tb\nc\td")

        #expect((table.table.rows, table.table.columns) == (2, 2))
        #expect(table.table.text(row: 1, column: 0) == "c")
        #expect(table.text == "a\tb\nc\td")
    }

    @Test(arguments: [
        ("", 0, 0), ("a", 1, 1), ("a\n", 1, 1), ("\n", 1, 1), ("a\n\n", 2, 1), ("a\tb\nc", 2, 2),
        ("a\r\nb\r\n", 2, 1), ("\t", 1, 2),
    ])
    func `texts make tables of this size`(given: String, rows: Int, columns: Int) throws {
        try table.setText(given)

        #expect((table.table.rows, table.table.columns) == (rows, columns))
    }

    @Test func `separators inside cells are left out of the text`() throws {
        try table.table.setText("a\tb\r\nc", row: 0, column: 0)

        #expect(table.text == "abc")
        #expect(table.csv == "\"a\tb\r\nc\"\n")
    }

    @Test func `CSV keeps commas, quotes and newlines`() throws {
        try table.setCSV("a,\"b,\"\"c\"\"\"\r\n\"x\ny\",\n")

        #expect(table.table.texts(of: 0, along: .rows) == ["a", "b,\"c\""])
        #expect(table.table.texts(of: 1, along: .rows) == ["x\ny", ""])
        #expect(table.csv == "a,\"b,\"\"c\"\"\"\n\"x\ny\",\n")
    }

    @Test(arguments: ["", "\"", "\"a", "a\"b", ",", ",,\n,", "\r", "a\"\"", "\"\""])
    func `any text can be read as CSV and what comes out reads the same`(given: String) throws {
        try table.setCSV(given)
        let once = table.csv

        try table.setCSV(once)

        #expect(table.csv == once)
    }

    @Test func `writing appends`() throws {
        try text.setText("a")
        try text.write("b\n")
        try text.write("")
        try table.setText("x")
        try table.write("\ny")

        #expect(text.text == "ab\n")
        #expect(table.text == "x\ny")
        #expect(recorder.lines.count == 4)
    }

    @Test func `clearing empties text and table`() throws {
        try text.setText("a")
        try table.setText("a\tb\nc\td")

        text.clear()
        table.clear(keepingFirstRow: true)

        #expect(text.text == "")
        #expect(table.text == "a\tb")
        table.clear()
        #expect((table.table.rows, table.table.columns) == (0, 0))
    }

    @Test func `free text survives its table being edited from outside`() throws {
        text.table.clear()
        #expect(text.text == "")

        try text.write("a")
        #expect(text.text == "a")
        try text.table.append(["x", "y"], along: .rows)
        text.clear()

        #expect(text.text == "")
        #expect((text.table.rows, text.table.columns) == (1, 1))
    }

    @Test func `rows fill a table and make a text`() throws {
        try table.setRows([["a"], ["b", "c"], []])
        try text.setRows([["a"], ["b", "c"]])

        #expect(table.text == "a\t\nb\tc\n\t")
        #expect(text.text == "a\t\nb\tc")
    }

    @Test func `a copy crosses kinds by text`() throws {
        try table.setText("a\tb")

        try text.copy(from: table)
        #expect(text.text == "a\tb")
        try text.setText("p\tq\nr")
        try table.copy(from: text)
        #expect(table.text == "p\tq\nr\t")
    }

    @Test func `a text of too many cells is refused and nothing is told`() throws {
        let wide = String(repeating: "\t", count: 10_000)
        let long = String(repeating: "\n", count: 10_000)

        #expect(throws: NetworkError.self) { try table.setText(wide + long) }

        #expect((table.table.rows, table.table.columns) == (1, 1))
        #expect(recorder.lines.isEmpty)
    }

    @Test func `the version grows with each replacement`() throws {
        let before = text.version

        try text.setText("a")

        #expect(text.version > before)
    }
}
