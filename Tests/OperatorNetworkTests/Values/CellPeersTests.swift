import OperatorNetwork
import Testing

@MainActor @Suite struct CellPeersTests {
    private func filled(_ rows: Int, _ columns: Int) throws -> Table {
        let table = try Table(rows: rows, columns: columns)
        for row in 0..<rows {
            for column in 0..<columns {
                FakePeers.put("\(row),\(column)", into: table, row: row, column: column)
            }
        }
        return table
    }

    @Test func `a text is read from its companion once and kept`() throws {
        try FakePeers.installed {
            let table = try filled(1, 1)

            #expect(table.text(row: 0, column: 0) == "0,0")
            #expect(table.text(row: 0, column: 0) == "0,0")
            #expect(FakePeers.reads == 1)
            #expect(table.storage.pointee.cells[0].peer != nil)
        }
    }

    @Test func `writing a text lets go of the companion`() throws {
        try FakePeers.installed {
            let table = try filled(1, 1)

            try table.setText("new", row: 0, column: 0)
            try table.setText("newer", row: 0, column: 0)

            #expect(FakePeers.areAllReleasedOnce)
            #expect(table.text(row: 0, column: 0) == "newer")
        }
    }

    @Test func `appending to a free text lets go of the companion`() throws {
        try FakePeers.installed {
            let network = Network()
            let content = try #require(try network.create(TextDAT.type, in: network.root).content)
            FakePeers.put("a", into: content.table, row: 0, column: 0)

            try content.write("b")

            #expect(content.text == "ab")
            #expect(FakePeers.areAllReleasedOnce)
        }
    }

    @Test(arguments: [
        ("rows", 6), ("columns", 3), ("clear", 9), ("size", 7), ("blank", 9), ("copy", 9),
        ("replace", 3),
    ])
    func `every way to drop cells releases each companion exactly once`(
        way: String, dropped: Int
    ) throws {
        try FakePeers.installed {
            let table = try filled(3, 3)
            let before = FakePeers.releases.count

            switch way {
            case "rows": try table.delete([.position(0), .position(2)], along: .rows)
            case "columns": try table.delete([.position(1), .position(1)], along: .columns)
            case "clear": table.clear()
            case "size": try table.setSize(rows: 2, columns: 1)
            case "blank": table.clear(keepingSize: true)
            case "copy": table.copy(from: try Table(rows: 2, columns: 2))
            default: try table.replace(.position(1), with: ["x"], along: .rows)
            }

            #expect(before == 0)
            #expect(FakePeers.releases.count == dropped)
            #expect(FakePeers.releases.values.allSatisfy { $0 == 1 })
        }
    }

    @Test func `moving cells keeps their companions`() throws {
        try FakePeers.installed {
            let table = try filled(2, 2)

            try table.insert(["r"], along: .rows)
            try table.insert(["c"], along: .columns, before: .position(1))
            for _ in 0..<100 { try table.append([], along: .rows) }

            #expect(FakePeers.releases.isEmpty)
            #expect(table.text(row: 1, column: 0) == "0,0")
            #expect(table.text(row: 2, column: 2) == "1,1")
        }
    }

    @Test func `a copy reads companions and leaves them where they are`() throws {
        try FakePeers.installed {
            let table = try filled(1, 2)
            let copy = Table()

            copy.copy(from: table)

            #expect(copy.texts(of: 0, along: .rows) == ["0,0", "0,1"])
            #expect(FakePeers.releases.isEmpty)
            #expect(copy.storage.pointee.cells[0].peer == nil)
        }
    }

    @Test func `a destroyed DAT releases what is left exactly once`() throws {
        try FakePeers.installed {
            do {
                let network = Network()
                let dat = try network.create(TableDAT.type, in: network.root)
                let table = try #require(dat.content?.table)
                try table.setSize(rows: 4, columns: 4)
                for position in 0..<16 {
                    FakePeers.put("x", into: table, row: position / 4, column: position % 4)
                }
                try table.setText("own", row: 3, column: 3)
                try network.destroy(dat)
            }

            #expect(FakePeers.releases.count == 16)
            #expect(FakePeers.areAllReleasedOnce)
        }
    }
}
