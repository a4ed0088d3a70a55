import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct OperatorSearchTests {
    @Test func `op looks beside the script, OP.op looks inside the operator`() throws {
        let host = try RunningHost()
        let box = try host.create(BaseCOMP.type, "box")
        try host.text("inside", "", in: box)
        try host.text("beside", "")

        try host.check(
            """
            assert op('beside').path == '/project1/beside' and op('inside') is None
            assert op('..') is op('/') and op('.') is me and op('./x') is None
            assert op('box').op('inside').path == '/project1/box/inside'
            assert op('box').op('..') is parent() and op('box/inside') is op('/project1/box/inside')
            assert op('nothing', 'bes*') is op('beside') and op('nothing beside') is op('beside')
            assert op(me) is me and op('') is None and op(None) is None and op() is None
            box = op('box')
            page = box.appendCustomPage('P')
            page.appendOP('Target'), page.appendStr('Path')
            box.par.Target, box.par.Path = me, 'beside'
            table = parent().create(tableDAT)
            table[0, 0] = 'beside'
            assert op(box.par.Target) is me and op(box.par.Path) is op('beside') is op(table[0, 0])
            assert op('/').op(box.par.Target) is me and ops(table[0, 0], box.par.Target) == [op('beside'), me]
            box.par.Target = None
            assert op(box.par.Target) is None
            table.destroy()
            assert op(10 ** 9) is None and op(1.5) is None
            raises(TypeError, 'op() got an unexpected keyword', lambda: op('x', wrong=1))
            """)
    }

    @Test func `ops gives a list without repeats, opex raises on a miss`() throws {
        let host = try RunningHost()
        for name in ["a1", "a2", "b1"] { try host.text(name, "") }

        try host.check(
            """
            assert [o.name for o in ops('a*', 'a1', '*1')] == ['a1', 'a2', 'b1']
            assert ops('nothing') == [] and [o.name for o in ops('a* ^a1')] == ['a2']
            assert opex('a1') is op('a1') and parent().opex('b1') is op('b1')
            raises(td.tdError, "No operator matches 'x', 'y'", lambda: opex('x', 'y'))
            raises(td.tdError, '', lambda: me.opex('x'))
            """)
    }

    @Test func `utility operators are found only when asked for`() throws {
        let host = try RunningHost()
        let note = try host.create(BaseCOMP.type, "note")
        note.flags.insert(.utility)

        try host.check(
            """
            assert op('no*') is None and op('no*', includeUtility=True).name == 'note'
            assert ops('note') == [] and len(ops('note', includeUtility=True)) == 1
            """)
    }

    @Test func `the finders of module td look from where they are called`() throws {
        let host = try RunningHost()
        let box = try host.create(BaseCOMP.type, "box")
        try host.text("near", "", in: box)
        try host.text("asks", "from td import *\nfound = op('near')\nup = parent()\n", in: box)

        try host.check(
            """
            asks = op('box').op('asks').module
            assert asks.found.path == '/project1/box/near' and asks.up.path == '/project1/box'
            assert td.op('box').path == '/project1/box' and td.parent() is parent()
            """)
    }
}
