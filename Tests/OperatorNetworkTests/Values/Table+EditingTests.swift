import OperatorNetwork
import Testing

@MainActor @Suite struct TableEditingTests {
    private func table(_ rows: [[String]]) throws -> Table {
        let table = Table()
        try table.append(lines: rows, along: .rows)
        return table
    }

    private func rows(_ table: Table) -> [[String]] {
        (0..<table.rows).compactMap { table.texts(of: $0, along: .rows) }
    }

    @Test func `rows are added at the end or after another`() throws {
        let table = try table([["a", "1"], ["b", "2"]])

        #expect(try table.append(["c"], along: .rows) == 2)
        #expect(try table.append(["a2"], along: .rows, after: .label("a")) == 1)

        #expect(rows(table) == [["a", "1"], ["a2", ""], ["b", "2"], ["c", ""]])
    }

    @Test func `columns are added at the end or after another`() throws {
        let table = try table([["a", "b"], ["1", "2"]])

        #expect(try table.append(["c", "3"], along: .columns) == 2)
        #expect(try table.append(["x"], along: .columns, after: .position(0)) == 1)

        #expect(rows(table) == [["a", "x", "b", "c"], ["1", "", "2", "3"]])
    }

    @Test func `several are added at once`() throws {
        let table = try table([["a"]])

        #expect(try table.append(lines: [["b", "1"], ["c"]], along: .rows) == 2)
        #expect(try table.append(lines: [["d"], ["e"]], along: .columns) == 3)
        #expect(try table.append(lines: [], along: .rows) == 2)

        #expect(rows(table) == [["a", "", "d", "e"], ["b", "1", "", ""], ["c", "", "", ""]])
    }

    @Test func `rows and columns are inserted before another, or first`() throws {
        let table = try table([["a", "b"]])

        #expect(try table.insert(["0"], along: .rows) == 0)
        #expect(try table.insert(["n"], along: .rows, before: .label("a")) == 1)
        #expect(try table.insert(["x"], along: .columns, before: .position(-1)) == 1)

        #expect(rows(table) == [["0", "x", ""], ["n", "", ""], ["a", "", "b"]])
    }

    @Test func `more values than fit widen the table`() throws {
        let table = try table([["a"]])

        try table.append(["b", "c", "d"], along: .rows)
        try table.append(["1", "2", "3"], along: .columns)

        #expect(
            rows(table) == [["a", "", "", "1"], ["b", "c", "d", "2"], ["", "", "", "3"]])
    }

    @Test func `an empty table grows from a row, a column or nothing`() throws {
        let fromRow = Table()
        let fromColumn = Table()
        let fromNothing = Table()

        try fromRow.append(["a", "b"], along: .rows)
        try fromColumn.append(["a", "b"], along: .columns)
        try fromNothing.append([], along: .rows)

        #expect((fromRow.rows, fromRow.columns) == (1, 2))
        #expect((fromColumn.rows, fromColumn.columns) == (2, 1))
        #expect((fromNothing.rows, fromNothing.columns) == (1, 1))
    }

    @Test func `replacing blanks the rest of the row unless told otherwise`() throws {
        let table = try table([["a", "1"], ["b", "2"]])

        #expect(try table.replace(.label("b"), with: ["c"], along: .rows) == 1)
        #expect(rows(table) == [["a", "1"], ["c", ""]])
        try table.replace(.position(0), with: ["z"], along: .rows, wholly: false)
        #expect(rows(table) == [["z", "1"], ["c", ""]])
        try table.replace(.position(1), with: ["p", "q", "r"], along: .columns)
        #expect(rows(table) == [["z", "p"], ["c", "q"], ["", "r"]])
    }

    @Test func `rows and columns are removed by any index`() throws {
        let table = try table([["a", "1", "x"], ["b", "2", "y"], ["c", "3", "z"]])

        try table.delete([.label("b"), .position(1)], along: .rows)
        #expect(rows(table) == [["a", "1", "x"], ["c", "3", "z"]])
        try table.delete([.position(-1), .position(0)], along: .columns)
        #expect(rows(table) == [["1"], ["3"]])
        let version = table.version
        try table.delete([], along: .rows)
        #expect(table.version == version)
    }

    @Test func `an index that names nothing changes nothing`() throws {
        let table = try table([["a"], ["b"]])
        let version = table.version

        #expect(throws: NetworkError.self) {
            try table.delete([.position(0), .label("x")], along: .rows)
        }
        #expect(throws: NetworkError.self) {
            try table.append([], along: .rows, after: .position(2))
        }
        #expect(throws: NetworkError.self) {
            try table.insert([], along: .columns, before: .label("x"))
        }
        let error = #expect(throws: NetworkError.self) {
            try table.replace(.label("x"), with: [], along: .rows)
        }
        #expect(error?.explanation.contains("has no row 'x': it has 2 rows and 1 columns") == true)
        #expect(error?.name == "'x'")
        #expect(table.version == version)
    }

    @Test func `a size keeps what fits and blanks the rest`() throws {
        let table = try table([["a", "1"], ["b", "2"]])

        try table.setSize(rows: 3, columns: 3)
        #expect(rows(table) == [["a", "1", ""], ["b", "2", ""], ["", "", ""]])
        try table.setSize(rows: 1, columns: 2)
        #expect(rows(table) == [["a", "1"]])
        try table.setSize(rows: 0, columns: 0)
        #expect((table.rows, table.columns) == (0, 0))
    }

    @Test(arguments: [
        (false, false, false, [[String]]()), (true, false, false, [["", ""], ["", ""]]),
        (false, true, false, [["a", "b"]]), (false, false, true, [["a"], ["c"]]),
        (true, true, false, [["a", "b"], ["", ""]]), (true, false, true, [["a", ""], ["c", ""]]),
        (false, true, true, [["a", "b"], ["c", ""]]),
    ])
    func `clearing keeps what the flags say`(
        size: Bool, row: Bool, column: Bool, left: [[String]]
    ) throws {
        let table = try table([["a", "b"], ["c", "d"]])

        table.clear(keepingSize: size, keepingFirstRow: row, keepingFirstColumn: column)

        #expect(rows(table) == left)
    }

    @Test func `an empty table can be cleared every way`() {
        let table = Table()

        for flags in [(true, true, true), (false, true, false), (false, false, false)] {
            table.clear(
                keepingSize: flags.0, keepingFirstRow: flags.1, keepingFirstColumn: flags.2)
        }

        #expect((table.rows, table.columns) == (0, 0))
    }

    @Test func `a copy takes size and texts and is independent`() throws {
        let source = try table([["a", "1"], ["b", "2"]])
        let copy = try table([["old"]])

        copy.copy(from: source)
        copy.copy(from: copy)
        try copy.setText("x", row: 0, column: 0)

        #expect(rows(copy) == [["x", "1"], ["b", "2"]])
        #expect(rows(source) == [["a", "1"], ["b", "2"]])
    }

    @Test(arguments: [
        (Int.max, Int.max), (50_000_001, 1), (0, 50_000_001), (Int.max, 0), (-1, 2), (2, -1),
        (Int.min, Int.min), (10_000, 5001),
    ])
    func `sizes out of bounds are refused`(rows: Int, columns: Int) throws {
        let table = try table([["a"]])

        let error = #expect(throws: NetworkError.self) {
            try table.setSize(rows: rows, columns: columns)
        }

        #expect(error?.description.contains("at most 50000000 cells") == true)
        #expect(table.text(row: 0, column: 0) == "a")
    }

    @Test func `a table can't grow past its limit`() throws {
        let table = try Table(rows: 1, columns: 100_000)
        let column = [String](repeating: "", count: 501)

        #expect(throws: NetworkError.self) { try table.append(column, along: .columns) }
        #expect(throws: NetworkError.self) {
            try table.replace(.position(0), with: column, along: .columns)
        }
        #expect((table.rows, table.columns) == (1, 100_000))
    }

    @Test func `a hundred thousand rows are appended in linear time`() throws {
        let table = Table()

        let elapsed = try ContinuousClock().measure {
            for number in 0..<100_000 { try table.append(["\(number)"], along: .rows) }
        }

        #expect(table.rows == 100_000)
        #expect(elapsed < .seconds(30))
    }
}
