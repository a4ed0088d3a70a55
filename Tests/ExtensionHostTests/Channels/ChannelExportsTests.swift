import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ChannelExportsTests {
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
            c.export = False
            c.par.const0value = 9
            """)
        host.frames(2)
        #expect(host.evaluate("op('b').par.Value.eval()") == "4.0")
        #expect(host.evaluate("op('c')[0].exports") == "[]")
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
