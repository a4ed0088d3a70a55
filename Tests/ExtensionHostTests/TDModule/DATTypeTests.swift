import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct DATTypeTests {
    private func hostWithTable() throws -> RunningHost {
        let host = try RunningHost()
        let table = try host.create(TableDAT.type, "t")
        try table.content?.setText("name\tx\ty\none\t1\t2\ntwo\t3\t4")
        return host
    }

    @Test func `cells are found by number from both ends and by exact label`() throws {
        let host = try hostWithTable()

        try host.check(
            """
            t = op('t')
            assert (t.numRows, t.numCols) == (3, 3)
            assert t[1, 1].val == '1' and t['two', 'y'].val == '4' and t[-1, -1].val == '4'
            assert t['two', -1].val == '4' and t[t[1, 0], 'x'].val == '1'
            for r, c in ((3, 0), (0, 3), (-4, 0), ('Two', 0), ('t*', 0), ('two', 'z'), (10 ** 30, 0),
                         (-10 ** 30, 0)):
                assert t[r, c] is None, (r, c)
            raises(TypeError, 'a DAT is indexed by row and column', lambda: t[0])
            raises(TypeError, '', lambda: t[1.5, 0])
            """)
    }

    @Test func `cells take any value as its text, and a missing cell says so`() throws {
        let host = try hostWithTable()

        try host.check(
            """
            t = op('t')
            t[0, 0], t['one', 'x'], t[-1, -1] = 7, None, 1.5
            assert [t[0, 0].val, t['one', 'x'].val, t[2, 2].val] == ['7', 'None', '1.5']
            t[1, 1].val = [1]
            assert t[1, 1].val == '[1]'
            def put(): t[9, 9] = 1
            raises(td.tdError, '/project1/t has no cell [9, 9]', put)
            def drop(): del t[0, 0]
            raises(TypeError, 'a cell cannot be deleted', drop)
            """)
    }

    @Test func `rows, columns and cells come as live views or as texts`() throws {
        let host = try hostWithTable()

        try host.check(
            """
            t = op('t')
            row = t.row('one')
            assert [c.val for c in row] == ['one', '1', '2'] and t.row('one', val=True) == ['one', '1', '2']
            t['one', 'x'] = 9
            assert row[1].val == '9' and row[1].owner is t and (row[1].row, row[1].col) == (1, 1)
            assert t.row('three') is None and t.rows('three') == [] and len(t.rows()) == 3
            assert t.col('y', val=True) == ['y', '2', '4'] and t.col('z') is None and t.cols('x', 'y', val=True)[1][0] == 'y'
            assert t.cell('t*', 'y', val=True) == '4' and t.cell('x', 0) is None
            assert [c.val for c in t.cells('*', 'x')] == ['x', '9', '3']
            assert t.findCell('4', cols=['y']).row == 2 and t.findCell('none') is None
            assert t.findCells('?', rows=[1], val=True) == ['9', '2']
            assert row[0].offset(1, 2).val == '4' and row[0].offset(-2, 0) is None
            """)
    }

    @Test func `rows and columns are added, replaced and deleted`() throws {
        let host = try hostWithTable()

        try host.check(
            """
            t = op('t')
            assert t.appendRow(['three', 5]) == 3 and t.row(3, val=True) == ['three', '5', '']
            assert t.appendRow(['half'], 'one') == 2 and t[2, 0] == 'half'
            assert t.insertRow(['top']) == 0 and t[0, 0] == 'top'
            t.deleteRow('top'); t.deleteRow(2)
            assert t.appendCol(['z', 7]) == 3 and t['one', 'z'] == 7
            t.replaceRow('one', ['uno'])
            assert t.row(1, val=True)[0] == 'uno'
            t.deleteCol('z')
            assert t.appendRows([['a'], ['b']]) == 5
            raises(td.tdError, '/project1/t has no row', lambda: t.deleteRow('missing'))
            raises(td.tdError, '', lambda: t.setSize(-1, 2))
            t.clear(keepFirstRow=True)
            assert t.text == 'name\\tx\\ty' or t.text == 'name\\tx\\ty\\n', repr(t.text)
            t.clear()
            assert (t.numRows, t.numCols, t.text) == (0, 0, '')
            """)
    }

    @Test func `a text DAT is written like a file`() throws {
        let host = try RunningHost()
        try host.text("log", "")

        try host.check(
            """
            log = op('log')
            print('one', file=log)
            log.write('two')
            assert log.text == 'one\\ntwo' and not log.isatty() and log.isText and not log.isTable
            log.text = '{"a": [1]}'
            assert log.jsonObject == {'a': [1]}
            log.text = 5
            assert log.text == '5'
            log.clear()
            assert log.text == ''
            """)
    }

    @Test func `a cell of a table that became smaller is no cell any more`() throws {
        let host = try hostWithTable()

        try host.check(
            """
            t = op('t')
            kept, lost = t[0, 0], t[2, 2]
            t.setSize(1, 1)
            assert kept.valid and kept.val == 'name' and not lost.valid
            raises(td.tdError, 'Invalid Cell object', lambda: lost.val)
            raises(td.tdError, 'Invalid Cell object', assign(lost, 'val', 1))
            class Shrinks:
                def __str__(self):
                    t.setSize(0, 0)
                    return 'late'
            raises(td.tdError, 'Invalid Cell object', assign(kept, 'val', Shrinks()))
            """)
    }
}
