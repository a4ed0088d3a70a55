import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct GlobalFunctionsTests {
    /// A table of animals at `animals` and a fresh operator `made`, with its callbacks if it has some.
    private func stage(_ type: String) throws -> RunningHost {
        let host = try RunningHost()
        let table = try host.create(TableDAT.type, "animals")
        try table.content?.setText("name\tage\nfox\t4\nOwl\t10\ncat\t9")
        try host.check("parent().create('\(type)', 'made')")
        return host
    }

    @Test func `a FIFO tells of each row that is added, and of where it ended up`() throws {
        let host = try stage("fifoDAT")

        try host.check(
            """
            op('made_callbacks').text = (
                'def onNewRow(dat, rowIndex, cells):\\n'
                '    print(dat, rowIndex, [cell.val for cell in cells])\\n')
            made = op('made')
            made.par.maxlines = 2
            made.appendRow(['a', 1])
            made.appendRows([['b', 2], ['c', 3]])
            made.deleteRow(0)
            made.appendRow(['d', 4])
            """)

        #expect(
            host.lines == [
                "/project1/made 0 ['a', '1']", "/project1/made 0 ['b', '2']",
                "/project1/made 1 ['c', '3']", "/project1/made 1 ['d', '4']",
            ])
    }

    @Test func `OP Find asks its callbacks which operators to take and what to add`() throws {
        let host = try stage("opfindDAT")

        try host.check(
            """
            op('made_callbacks').text = '''
            def onInitGetColumnNames(dat):
                return ['size', 'extra']
            def onFindOPGetValues(dat, curOp, row):
                return [curOp.numRows]
            def onFindOPGetInclude(dat, curOp, row):
                return curOp.name != 'scratch'
            def onOPFound(dat, curOp, row, results):
                print(row, curOp.name, results['par'], results['tags'], results['parent'])
            '''
            made = op('made')
            made.par.activecook = 'off'
            made.par.component = parent()
            made.par.typefilter = 't*DAT'
            made.par.parnamefilter = 'lang*'
            made.par.tagsfilter, op('animals').tags = 'z*', ['zoo', 'a']
            made.par.combinefilters = 'any'
            assert made.numRows == 0
            made.par.cookpulse.pulse()
            assert made.row(1, val=True)[-2:] == ['4', ''], made.text
            assert made.row(0, val=True)[-2:] == ['size', 'extra']
            assert 'scratch' not in made.col('name', val=True)
            """)

        #expect(host.lines.first == "1 animals {'language': {'name': True}} ['zoo'] /project1")
    }

    @Test func `OP Find takes parents and leaves out paths, both as seen from its component`()
        throws
    {
        try stage("opfindDAT").check(
            """
            made = op('made')
            for path in ('a', 'a/b', 'c'):
                place, _, name = path.rpartition('/')
                (parent().op(place) if place else parent()).create('baseCOMP', name).create('textDAT', 't')
            made.par.component, made.par.namefilter = parent(), 't'
            found = lambda: sorted(made.col('relpath', val=True)[1:])
            assert found() == ['a/b/t', 'a/t', 'c/t'], found()
            made.par.parentfilter = 'a*'
            assert found() == ['a/b/t', 'a/t'], found()
            made.par.excludefilter = 'a/b*'
            assert found() == ['a/t'], found()
            """)
    }
}
