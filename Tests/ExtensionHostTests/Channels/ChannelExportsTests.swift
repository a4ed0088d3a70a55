import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ChannelExportsTests {
    @Test func `exports follow whatever decides where they go, frame by frame`() throws {
        let host = try RunningHost()
        try host.check(
            """
            box = parent().create('containerCOMP', 'box')
            table = parent().create('tableDAT', 'table')
            table.text = 'name\\tpath\\tparameter\\tenable\\na\\tbox\\tw\\t1'
            chop = parent().create('constantCHOP', 'chop')
            chop.par.const0name, chop.par.const0value = 'a', 30
            chop.par.exportmethod, chop.par.exporttable, chop.export = 'datname', 'table', True
            """)
        host.frames(2)
        try host.check("assert op('box').par.w == 30; op('chop').par.const0value = 31")
        host.frames(1)
        try host.check("assert op('box').par.w == 31; op('table')[1, 'parameter'] = 'h'")
        host.frames(1)
        try host.check("assert op('box').par.h == 31; op('table')[1, 'parameter'] = 'Own'")
        host.frames(1)
        try host.check("op('box').appendCustomPage('P').appendFloat('Own')")
        host.frames(1)
        try host.check("assert op('box').par.Own == 31; op('box').name = 'crate'")
        host.frames(1)
        try host.check("parent().create('containerCOMP', 'box')\nop('table')[1, 'parameter'] = 'w'")
        host.frames(1)
        try host.check("assert op('box').par.w == 31; op('chop').par.const0name = 'b'")
        host.frames(1)
        try host.check("op('chop').par.const0value = 50")
        host.frames(1)
        try host.check("assert op('box').par.w != 50")
    }

    @Test func `channels named after parameters flow into them while the flag is on`() throws {
        let host = try RunningHost()
        try host.check(
            """
            b = parent().create('baseCOMP', 'b')
            b.appendCustomPage('P').appendFloat('Value')
            c = parent().create('constantCHOP', 'c')
            c.par.exportmethod, c.par.autoexportroot = 'autoname', parent()
            c.par.const0name, c.par.const0value = 'b:Value', 4
            c.export = True
            assert c.export is True
            """)

        host.frames(2)

        try host.check(
            """
            b, c = op('b'), op('c')
            assert b.par.Value.eval() == 4 and b.par.Value.mode == ParMode.EXPORT
            assert c.exportChanges == 1 and [p.name for p in c[0].exports] == ['Value']
            assert b.par.Value.exportOP is c and b.par.Value.evalExport() == 4
            assert b.par.Value.exportSource.name == 'b:Value' and b.par.Value.exportSource.owner is c
            assert b.par.ext0name.exportOP is None and b.par.ext0name.evalExport() is None
            c.export = False
            c.par.const0value = 9
            """)
        host.frames(2)
        #expect(host.evaluate("op('b').par.Value.eval()") == "4.0")
        #expect(host.evaluate("op('c')[0].exports") == "[]")
        #expect(host.evaluate("op('b').par.Value.exportOP") == "None")
    }

    @Test func `a Parameter Execute DAT hears which channel is exported`() throws {
        let host = try RunningHost()
        try host.check(
            """
            b = parent().create('baseCOMP', 'b')
            b.appendCustomPage('P').appendFloat('Value')
            e = parent().create('parameterexecuteDAT', 'e')
            e.text = 'def onExportChange(par, val, prev):\\n    print(par.name, repr(val), repr(prev))'
            e.par.op, e.par.pars, e.par.exportchange, e.par.custom = b, 'Value', True, True
            for name in ('c', 'd'):
                c = parent().create('constantCHOP', name)
                c.par.exportmethod, c.par.autoexportroot = 'autoname', parent()
                c.par.const0name = 'b:Value'
            """)
        host.frames(2)
        host.clearLines()

        try host.check("op('c').export = True")
        host.frames(2)
        try host.check("op('c').export, op('d').export = False, True")
        host.frames(2)

        let (one, other) = ("'/project1/c/b:Value'", "'/project1/d/b:Value'")
        #expect(host.lines == ["Value \(one) ''", "Value \(other) \(one)"])
    }

    @Test func `a table says where channels go`() throws {
        let host = try RunningHost()
        let table = try host.create(TableDAT.type, "d")
        try table.content?.setText("name\tpath\tparameter\nchan1\tb\tValue")
        try host.check(
            """
            b = parent().create('baseCOMP', 'b')
            b.appendCustomPage('P').appendFloat('Value')
            c = parent().create('constantCHOP', 'c')
            c.par.exportmethod, c.par.exporttable, c.par.const0value = 'datname', 'd', 6
            c.export = True
            """)

        host.frames(1)

        #expect(host.evaluate("op('b').par.Value.eval()") == "6.0")
    }
}
