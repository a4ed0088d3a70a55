import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct DATWatchTests {
    /// A table, and a DAT Execute DAT that prints what it is told.
    private func stage(_ text: String, toggles: [String] = []) throws -> RunningHost {
        let host = try RunningHost()
        let table = try host.create(TableDAT.type, "table")
        try table.content?.setText("name\tage\nfox\t4")
        let watch = try host.create(#require(host.network.catalog["datexecuteDAT"]), "watch")
        try watch.content?.setText(text)
        try watch.parameters["dat"]?.set(.string("table"))
        for toggle in toggles { try watch.parameters[toggle]?.set(.bool(true)) }
        host.frames(1)
        return host
    }

    @Test func `a change is told once, with what was there before and what is another`() throws {
        let host = try stage(
            """
            def onTableChange(dat, prevDAT, info):
                print(dat, prevDAT[1, 0], prevDAT.numRows, dat[1, 0], info.rowsChanged,
                      info.colsChanged, [c.val for c in info.cellsChanged], info.sizeChanged)
            """)
        #expect(host.lines.isEmpty)

        try host.run("t = op('table')\nt[1, 0] = 'hen'\nt[1, 0] = 'cat'")
        host.frames(3)

        #expect(host.lines == ["/project1/table fox 2 cat [1] [0] ['cat'] False"])
    }

    @Test func `callbacks of before 2025 are called with what they took`() throws {
        let host = try stage(
            """
            def onTableChange(dat): print('table')
            def onRowChange(dat, rows): print('rows', rows)
            def onColChange(dat, cols): print('cols', cols)
            def onCellChange(dat, cells, prev): print('cells', [c.val for c in cells], prev)
            def onSizeChange(dat): print('size', dat.numRows)
            """, toggles: ["rowchange", "colchange", "cellchange", "sizechange"])

        try host.run("op('table')[1, 1] = 5")
        host.frames(1)
        try host.run("op('table').deleteRow(1)")
        host.frames(1)

        #expect(
            host.lines == ["table", "rows [1]", "cols [1]", "cells ['5'] ['4']", "table", "size 1"])
    }

    @Test func `what a watched DAT cooks is told, and an inactive one hears nothing`() throws {
        let host = try stage("def onTableChange(dat): print(dat.text)")
        let null = try host.create(#require(host.network.catalog["nullDAT"]), "null")
        try host.network.connect(
            of: #require(host.project.child(named: "table")), toInput: 0, of: null)
        try host.run("op('watch').par.dat = 'null'")
        host.frames(1)

        try host.run("op('table').text = 'a'")
        host.frames(1)
        try host.run("op('watch').par.active = False\nop('table').text = 'b'")
        host.frames(1)

        #expect(host.lines == ["a"])
    }

    @Test func `a callback that raises is reported, and the next change told`() throws {
        let host = try stage("def onTableChange(dat):\n    1 / int(dat[0, 0])")

        try host.run("op('table').text = '0'")
        host.frames(2)

        #expect(host.errors.contains { $0.contains("ZeroDivisionError") })
        host.clearLines()
        try host.run("op('watch').text = 'def onTableChange(dat): print(dat.text)'")
        try host.run("op('table').text = '1'")
        host.frames(1)
        #expect(host.lines == ["1"])
    }
}
