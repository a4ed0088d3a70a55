import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct BundledCooksTests {
    /// A project with a table of animals at `animals`, wired into an operator `made` of a type.
    private func stage(_ type: String) throws -> RunningHost {
        let host = try RunningHost()
        let table = try host.create(TableDAT.type, "animals")
        try table.content?.setText("name\tage\nfox\t4\nOwl\t10\ncat\t9")
        let made = try host.create(#require(host.network.catalog[type]), "made")
        if made.type.inputLimit != 0 {
            try host.network.connect(of: table, toInput: 0, of: made)
        }
        return host
    }

    private func check(_ type: String, _ script: String) throws {
        try stage(type).check(
            """
            made, animals = op('made'), op('animals')
            def rows():
                assert made.errors() == '', made.errors()
                return made.rows(val=True)
            def names():
                return [row[0] for row in rows()]
            \(script)
            """)
    }

    @Test func `a null gives on what comes in, and cooks only when that changes`() throws {
        try check(
            "nullDAT",
            """
            assert made.totalCooks == 0
            assert rows() == animals.rows(val=True) and made[1, 'age'] == 4
            assert made.totalCooks == 1 and made.isTable
            animals[1, 1] = 5
            assert made[1, 1].val == '5' and made.totalCooks == 2
            raises(td.tdError, 'Expected locked operator', assign(made, 'text', 'x'))
            raises(td.tdError, 'Expected locked operator', lambda: made.appendRow(['x']))
            raises(td.tdError, 'Expected locked operator', lambda: made.__setitem__((0, 0), 'x'))
            assert not made.isEditable
            made.lock = True
            made[0, 0] = 'kept'
            animals[1, 1] = 6
            assert made[0, 0] == 'kept' and made[1, 1] == 5 and made.isEditable
            made.lock = False
            assert made[0, 0] == 'name' and made[1, 1] == 6
            """)
    }

    @Test func `select takes rows and columns by index, name, value and condition`() throws {
        try check(
            "selectDAT",
            """
            p = made.par
            assert rows() == animals.rows(val=True)
            p.extractrows = 'byindex'
            p.rowindexstart, p.rowindexend = 2, 3
            assert names() == ['name', 'Owl', 'cat']
            p.firstrow = False
            assert names() == ['Owl', 'cat']
            p.extractrows = 'byname'
            p.rownamestart, p.rownameend = 'fox', 'Owl'
            assert names() == ['fox', 'Owl']
            p.extractrows = 'bynames'
            p.rownames = 'c* fox'
            assert names() == ['fox', 'cat']
            p.extractrows = 'byexpr'
            p.fromcol = 1
            p.rowexpr = 'me.inputRow > 0 and float(me.inputCell.val) > 5'
            assert names() == ['Owl', 'cat']
            assert made.inputCell is None
            p.extractrows = 'all'
            p.extractcols = 'bynames'
            p.colnames = 'age'
            assert rows() == [['age'], ['4'], ['10'], ['9']]
            """)
    }

    @Test func `sort orders by text, by number and by both`() throws {
        try check(
            "sortDAT",
            """
            p = made.par
            p.preservefirst = True
            p.sortmethod, p.name, p.order = 'colname', 'name', 'alpha'
            assert names() == ['name', 'Owl', 'cat', 'fox']
            p.ignorecase = True
            assert names() == ['name', 'cat', 'fox', 'Owl']
            p.name, p.order = 'age', 'nums'
            assert names() == ['name', 'fox', 'cat', 'Owl']
            p.reverse = True
            assert names() == ['name', 'Owl', 'cat', 'fox']
            p.order, p.reverse = 'alphanum', False
            assert names() == ['name', 'fox', 'cat', 'Owl']
            p.name = 'nothing'
            assert names() == ['name', 'fox', 'Owl', 'cat']
            """)
    }

    @Test func `tables are turned, reordered, joined, split and filled`() throws {
        try check(
            "transposeDAT",
            "assert rows() == [['name', 'fox', 'Owl', 'cat'], ['age', '4', '10', '9']]")
        try check(
            "reorderDAT",
            """
            p = made.par
            p.reorder, p.method = 'row', 'reverse'
            assert names() == ['cat', 'Owl', 'fox', 'name']
            p.method, p.order = 'specifyname', 'cat fox'
            assert names() == ['cat', 'fox', 'name', 'Owl']
            p.delete = True
            assert names() == ['cat', 'fox']
            p.method, p.before, p.after = 'swapindices', '1', '3'
            assert names() == ['name', 'cat', 'Owl', 'fox']
            """)
        try check(
            "convertDAT",
            """
            p = made.par
            p.how, p.spacers = 'text', ', '
            assert made.text.splitlines()[1] == 'fox, 4' and made.isText
            p.how, p.delimiters = 'table', 'x\\\\t'
            assert rows()[1] == ['fo', '', '4']
            """)
        try check(
            "insertDAT",
            """
            p = made.par
            p.insert, p.at, p.contents = 'row', 'end', 'elk "7 years" more'
            assert rows()[-1] == ['elk', '7 years']
            p.insert, p.at, p.index = 'col', 'index', 1
            assert [row[1] for row in rows()] == ['elk', '7 years', 'more', '']
            """)
    }

    @Test func `substitute replaces what a pattern matches, inside its scope`() throws {
        try check(
            "substituteDAT",
            """
            p = made.par
            p.before, p.after = 'O*', 'X'
            assert names() == ['name', 'fox', 'X', 'cat']
            p.case = False
            assert names() == ['name', 'fX', 'X', 'cat']
            p.match = 'start'
            assert names() == ['name', 'fox', 'X', 'cat']
            p.before, p.match, p.after = '[0-9]'.replace('-', ''), 'anywhere', '#'
            p.extractcols, p.colindexstart, p.colindexend = 'byindex', 1, 1
            assert [row[1] for row in rows()] == ['age', '4', '1#', '#']
            """)
    }

    @Test func `evaluate changes cells by expressions that see the cell`() throws {
        try check(
            "evaluateDAT",
            """
            p = made.par
            p.xfirstrow = True
            p.extractcols, p.colindexstart, p.colindexend = 'byindex', 1, 1
            p.expr = 'me.inputCell * 2'
            assert [row[1] for row in rows()] == ['age', '8', '20', '18']
            p.expr = "me.inputTable[me.inputRow, 'name'] + str(me.inputCol)"
            assert rows()[1] == ['fox', 'fox1']
            p.expr = 'nothing'
            made.cook()
            assert "name 'nothing' is not defined" in made.errors(), made.errors()
            """)
    }

    @Test func `merge and switch take many inputs`() throws {
        let host = try stage("mergeDAT")
        let other = try host.create(TableDAT.type, "other")
        try other.content?.setText("age\tname\n3\telk")
        let merge = try #require(host.project.child(named: "made"))
        let choice = try host.create(#require(host.network.catalog["switchDAT"]), "choice")
        let animals = try #require(host.project.child(named: "animals"))
        try host.network.connect(of: other, toInput: 1, of: merge)
        try host.network.setInputs([animals, other], of: choice)

        try host.check(
            """
            made, choice = op('made'), op('choice')
            def rows(): return made.rows(val=True)
            assert len(rows()) == 6 and rows()[4] == ['age', 'name']
            made.par.byname = True
            assert rows()[4:] == [['elk', '3']]
            made.par.how = 'collapsecells'
            made.par.spacer = '-'
            assert rows()[0][0].startswith('name-age-fox-4')
            assert choice.numRows == 4
            choice.par.index = 1
            assert choice.numRows == 2
            choice.par.index = 2
            assert choice.numRows == 2
            choice.par.extend = 'loop'
            assert choice.numRows == 4
            """)
    }

    @Test func `wires go through the In and Out operators of a COMP`() throws {
        let host = try stage("nullDAT")
        let comp = try host.create(BaseCOMP.type, "comp")
        let animals = try #require(host.project.child(named: "animals"))
        let made = try #require(host.project.child(named: "made"))
        let (input, output) = ("inDAT", "outDAT")
        let inside = try host.create(#require(host.network.catalog[input]), "in1", in: comp)
        let outside = try host.create(#require(host.network.catalog[output]), "out1", in: comp)
        try host.network.connect(of: inside, toInput: 0, of: outside)
        try host.network.connect(of: animals, toInput: 0, of: comp)
        try host.network.connect(of: comp, toInput: 0, of: made)

        try host.check(
            """
            assert op('made')[1, 0] == 'fox'
            op('animals')[1, 0] = 'hen'
            assert op('made')[1, 0] == 'hen'
            """)
        host.network.disconnect(input: 0, of: comp)
        try host.check("assert op('made').numRows == 0")
    }

    @Test func `a Script DAT's callbacks make its content, again when what they read changes`()
        throws
    {
        let host = try stage("scriptDAT")
        let callbacks = try host.create(TextDAT.type, "callbacks")
        try callbacks.content?.setText(
            """
            def onSetupParameters(scriptOp):
                scriptOp.appendCustomPage('Custom').appendInt('Count')

            def onPulse(par):
                par.owner.store('pulsed', par.name)

            def onCook(scriptOp):
                scriptOp.clear()
                scriptOp.appendRow(['n', op('animals')[1, 0].val])
                for i in range(int(scriptOp.par.Count) if hasattr(scriptOp.par, 'Count') else 0):
                    scriptOp.appendRow([i])
                if scriptOp.numRows > 3:
                    scriptOp.addWarning('many rows')
            """)

        try host.check(
            """
            made = op('made')
            made.par.callbacks = 'callbacks'
            assert made.rows(val=True) == [['n', 'fox']], made.rows(val=True)
            cooks = made.totalCooks
            assert made.numRows == 1 and made.totalCooks == cooks
            op('animals')[1, 0] = 'hen'
            assert made[0, 1] == 'hen' and made.totalCooks == cooks + 1
            made.par.setuppars.pulse()
            made.par.Count = 3
            assert made.numRows == 4 and made.warnings() == 'many rows'
            raises(td.tdError, 'Expected locked operator', lambda: made.appendRow(['x']))
            raises(td.tdError, 'addError() can only', lambda: made.addError('x'))
            op('callbacks').text = 'def onCook(scriptOp):\\n    1 / 0\\n'
            made.cook()
            assert 'ZeroDivisionError' in made.errors(), made.errors()
            """)
    }

    @Test func `a FIFO forgets its oldest rows`() throws {
        try check(
            "fifoDAT",
            """
            made.par.maxlines = 3
            for i in range(5):
                made.appendRow([i])
            assert names()[-3:] == ['2', '3', '4'] and made.numRows == 3
            made.par.maxlines = 2
            assert names() == ['3', '4']
            made.par.clear.pulse()
            assert made.numRows == 0
            """)
    }

    @Test func `JSON and XML are filtered`() throws {
        let host = try stage("jsonDAT")
        let text = try host.create(TextDAT.type, "text")
        let made = try #require(host.project.child(named: "made"))
        let xml = try host.create(#require(host.network.catalog["xmlDAT"]), "xml")
        let source = try host.create(TextDAT.type, "source")
        try host.network.connect(of: text, toInput: 0, of: made)
        try host.network.connect(of: source, toInput: 0, of: xml)

        try host.check(
            """
            made, xml = op('made'), op('xml')
            op('text').text = '{"animals": [{"name": "fox", "age": 4}, {"name": "owl", "age": 9}]}'
            made.par.filter = '$.animals[?(@.age > 5)].name'
            made.par.formatoutput = False
            assert made.text == '["owl"]', made.text
            made.par.filter = '$..name'
            assert made.text == '["fox", "owl"]' and made.isText
            made.par.output = 'expression'
            made.par.expression = "me.source['animals'][0]['age'] + len(me.results)"
            assert made.text == '6'
            made.par.filter = '$['
            made.cook()
            assert 'JSONPath' in made.errors()
            op('source').text = '<zoo><fox age="4">red</fox><owl/></zoo>'
            xml.par.text = 'fox'
            xml.par.show = 'attribs'
            assert xml.rows(val=True) == [['n1', 'age', '4']], xml.text
            xml.par.show = 'xml'
            assert xml.text == '<fox age="4">red</fox>'
            """)
    }

    @Test func `files and folders are read, and written by a pulse`() throws {
        try check(
            "fileoutDAT",
            """
            import os, tempfile
            folder = tempfile.mkdtemp()
            made.par.file = folder + '/out.dat'
            made.par.write.pulse()
            made.par.append = True
            made.par.write.pulse()
            assert made.writeCount == 2
            read = parent().create('fileinDAT', 'read')
            read.par.file = folder + '/out.dat'
            assert read[1, 0] == 'fox' and read.isTable
            list_ = parent().create('folderDAT', 'list')
            list_.par.rootfolder = folder
            assert list_[1, 'name'] == 'out.dat' and list_.numRows == 2
            assert list_[1, 'extension'] == 'dat' and list_[1, 'relpath'] == 'out.dat'
            open(folder + '/new.txt', 'w').close()
            assert list_.numRows == 2
            list_.par.refreshpulse.pulse()
            assert list_.numRows == 3
            list_.par.names = 'n*'
            assert [row[0] for row in list_.rows(val=True)] == ['name', 'new.txt']
            os.symlink('nowhere', folder + '/news')
            list_.par.refreshpulse.pulse()
            assert [row[0] for row in list_.rows(val=True)] == ['name', 'new.txt', 'news']
            """)
    }

    @Test func `operators, parameters and messages are listed`() throws {
        try check(
            "opfindDAT",
            """
            made.par.component = parent()
            made.par.namefilter = 'a*'
            assert made.col('name', val=True) == ['name', 'animals']
            parent().create(textDAT, 'another')
            assert made.col('name', val=True) == ['name', 'animals', 'another']
            assert made.warnings() == '', made.warnings()
            made.par.genprop, made.par.includewired = True, True
            assert made.col('name', val=True) == ['name', 'animals', 'another']
            assert 'does not do includewired, genprop of' in made.warnings(), made.warnings()
            made.par.genprop, made.par.includewired = False, False
            par = parent().create('parameterDAT', 'par')
            par.par.ops = 'made'
            par.par.parameters = 'namef*'
            assert par.rows(val=True) == [['name', 'value'], ['namefilter', 'a*']]
            made.par.namefilter = 'm*'
            assert par[1, 'value'] == 'm*'
            par.par.parameters, par.par.eval, par.par.default = 'legacycols idcol', True, True
            assert par['idcol', 'value'] == 1 and par['idcol', 'eval'] == 'True', par.text
            """)
    }

    @Test(arguments: BundledCooksTests.types)
    func `every type cooks with the values it begins with`(_ type: String) throws {
        try check(type, "made.cook(force=True)\nassert made.errors() == '', made.errors()")
    }

    nonisolated static let types = [
        "convertDAT", "evaluateDAT", "examineDAT", "fifoDAT", "fileinDAT", "fileoutDAT",
        "folderDAT", "inDAT", "indicesDAT", "infoDAT", "insertDAT", "lookupDAT",
        "mergeDAT", "monitorsDAT", "nullDAT", "opfindDAT", "outDAT", "parameterDAT",
        "reorderDAT", "scriptDAT", "selectDAT", "sortDAT", "substituteDAT", "switchDAT",
        "transposeDAT",
    ]
}
