import OperatorNetwork
import Testing

@MainActor @Suite struct TableTests {
    private func sample() throws -> Table {
        let table = Table()
        try table.append(
            lines: [["name", "size"], ["a", "1"], ["b", "2"], ["a", "3"]], along: .rows)
        return table
    }

    @Test func `cells are read and written by position`() throws {
        let table = try sample()

        try table.setText("9", row: 2, column: 1)

        #expect(table.text(row: 2, column: 1) == "9")
        #expect((table.rows, table.columns) == (4, 2))
    }

    @Test(arguments: [(-1, 0), (4, 0), (0, 2), (0, -1), (Int.max, Int.max), (Int.min, 0)])
    func `a cell that doesn't exist reads as nothing and can't be written`(
        row: Int, column: Int
    ) throws {
        let table = try sample()

        #expect(table.text(row: row, column: column) == nil)
        let error = #expect(throws: NetworkError.self) {
            try table.setText("x", row: row, column: column)
        }
        #expect(error?.kind == .table)
    }

    @Test func `an error names the operator`() throws {
        let network = Network()
        let dat = try network.create(TableDAT.type, in: network.root)

        let error = #expect(throws: NetworkError.self) {
            try dat.content?.table.setText("x", row: 5, column: 0)
        }

        #expect(
            error?.description
                == "/table1 has no cell [5, 0]: it has 1 rows and 1 columns, counted from 0; add "
                + "the row or column first.")
    }

    @Test func `every write raises the version`() throws {
        let table = try sample()
        var last = table.version
        let writes: [() throws -> Void] = [
            { try table.setText("a", row: 0, column: 0) },
            { try table.append(["x"], along: .rows) },
            { try table.insert(["x"], along: .columns) },
            { try table.delete([.position(0)], along: .rows) },
            { try table.replace(.position(0), with: ["x"], along: .columns) },
            { try table.setSize(rows: 2, columns: 2) },
            { table.clear(keepingSize: true) },
            { table.clear() },
        ]

        for write in writes {
            try write()
            #expect(table.version > last)
            last = table.version
        }
    }

    @Test func `rows and columns are found by label and by position from either end`() throws {
        let table = try sample()

        #expect(table.position(of: .label("b"), along: .rows) == 2)
        #expect(table.position(of: .label("a"), along: .rows) == 1)
        #expect(table.position(of: .label("size"), along: .columns) == 1)
        #expect(table.position(of: .position(-1), along: .rows) == 3)
        #expect(table.position(of: .label("A"), along: .rows) == nil)
        for number in [4, -5, .max, .min] {
            #expect(table.position(of: .position(number), along: .rows) == nil)
        }
        #expect(Table().position(of: .label(""), along: .rows) == nil)
        #expect(table.positions(labelled: Pattern("a"), along: .rows) == [1, 3])
    }

    @Test func `whole rows and columns are read`() throws {
        let table = try sample()

        #expect(table.texts(of: 1, along: .rows) == ["a", "1"])
        #expect(table.texts(of: 0, along: .columns) == ["name", "a", "b", "a"])
        #expect(table.texts(of: 9, along: .rows) == nil)
    }

    @Test func `the storage's address stays for the table's life`() throws {
        let table = try sample()
        let address = table.storage

        for _ in 0..<1000 { try table.append(["x"], along: .rows) }
        table.clear()

        #expect(table.storage == address)
        #expect(table.storage.pointee.rows == 0)
    }
}
