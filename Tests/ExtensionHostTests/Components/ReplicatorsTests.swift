import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ReplicatorsTests {
    private func host() throws -> RunningHost {
        let host = try RunningHost()
        try host.create(TableDAT.type, "rows")
        try host.text(
            "calls",
            """
            told = []
            def onReplicate(comp, allOps, newOps, template, master):
                told.append(([o.name for o in allOps], [o.name for o in newOps], template, master))
                for o in newOps: o.comment = template[o.digits or 0, 'text'].val if template else 'numbered'
            def onRemoveReplicant(comp, replicant):
                told.append(replicant.name)
                replicant.destroy()
            """)
        try host.check(
            """
            op('rows').clear()
            for row in (['text'], ['a'], ['b']): op('rows').appendRow(row)
            master = parent().create(baseCOMP, 'master')
            maker = parent().create(replicatorCOMP, 'maker')
            maker.par.template, maker.par.master, maker.par.callbacks = op('rows'), master, op('calls')
            """)
        return host
    }

    @Test func `each row of the table has a replicant, and the callbacks hear of it`() throws {
        let host = try host()

        host.frames(1)

        try host.check(
            """
            told = op('calls').module.told
            assert told == [(['item1', 'item2'], ['item1', 'item2'], op('rows'), op('master'))], told
            assert op('item2').comment == 'b' and op('item1').replicator is op('maker')
            told.clear()
            parent().store('first', op('item1'))
            op('rows').appendRow(['c'])
            """)
        host.frames(1)
        try host.check(
            """
            told = op('calls').module.told
            assert told == [(['item1', 'item2', 'item3'], ['item3'], op('rows'), op('master'))], told
            assert op('item1') is parent().fetch('first')
            told.clear()
            op('rows').deleteRow(3); op('rows').deleteRow(2)
            """)
        host.frames(1)
        try host.check(
            """
            assert op('calls').module.told == ['item2', 'item3'] and not op('item2') and op('item1')
            op('maker').par.recreateall.pulse()
            assert op('calls').module.told[2] == 'item1' and op('item1') is not parent().fetch('first')
            """)
    }

    @Test func `replicants are counted, named by a column, and made one by one`() throws {
        let host = try host()
        try host.check(
            """
            maker = op('maker')
            maker.par.namefromtable, maker.par.colname, maker.par.opprefix = 'colbyname', 'text', 'row_'
            """)
        host.frames(1)
        try host.check(
            """
            assert op('row_a') and op('row_b')
            maker = op('maker')
            maker.par.method, maker.par.numreplicants, maker.par.doincremental = 'bynum', 3, True
            """)
        host.frames(1)
        try host.check("assert op('row_1') and not op('row_2') and not op('row_a')")
        host.frames(2)
        try host.check("assert op('row_3') and op('row_3').comment == 'numbered'")
    }

    @Test func `an operator that stood there before is neither adopted nor destroyed`() throws {
        let host = try host()
        try host.check("parent().create(textDAT, 'item1').text = 'mine'")

        host.frames(1)

        try host.check(
            """
            maker = op('maker')
            assert op('item1').text == 'mine' and op('item1').replicator is None and op('item2')
            assert '/project1/item1 bears the name of a replicant and is none' in maker.errors(), maker.errors()
            op('rows').deleteRow(1)
            """)
        host.frames(1)
        try host.check("assert op('item1').text == 'mine' and not op('item2')")
        try host.check("op('item1').destroy()")
        host.frames(1)
        try host.check(
            "assert op('item1').replicator is op('maker') and op('maker').errors() == ''")
    }

    @Test func `what was saved with the project as replicants is taken back as such`() throws {
        let host = try host()
        try host.check(
            """
            parent().create(baseCOMP, 'item1').comment = 'saved'
            parent().create(textDAT, 'item2').text = 'mine'
            """)

        host.host.start()
        try host.check("assert op('item1').replicator is op('maker')")
        host.frames(1)

        try host.check(
            """
            maker = op('maker')
            assert op('item1').comment == 'saved' and op('item1').replicator is maker
            assert op('item2').text == 'mine' and op('item2').replicator is None
            assert 'item1' not in maker.errors() and 'item2 bears the name' in maker.errors()
            op('rows').clear()
            """)
        host.frames(1)
        try host.check("assert not op('item1') and op('item2')")
    }

    @Test func `the master is never taken for a replicant of itself`() throws {
        let host = try host()
        try host.check("op('master').name = 'item1'; op('maker').par.master = op('item1')")
        host.frames(1)
        try host.check("assert op('item2'); op('rows').clear()")
        host.frames(1)

        try host.check("assert op('item1').replicator is None and not op('item2')")
    }

    @Test func `a master or a destination that is not there is told`() throws {
        let host = try host()
        try host.check("op('maker').par.destination = '/nowhere'")
        host.frames(1)
        try host.check(
            """
            maker = op('maker')
            assert "Destination (destination) names no COMP: '/nowhere'" in maker.errors(), maker.errors()
            maker.par.destination, maker.par.master = '..', 'gone'
            """)
        host.frames(1)
        try host.check(
            """
            maker = op('maker')
            assert "Master Operator (master) names no operator: 'gone'" in maker.errors(), maker.errors()
            maker.par.master = op('master')
            """)
        host.frames(1)
        try host.check("assert op('item2') and op('maker').errors() == ''")
    }

    @Test func `a replicant that a callback let live is taken back`() throws {
        let host = try host()
        try host.check(
            """
            op('calls').text = op('calls').text.replace('replicant.destroy()', 'pass')
            """)
        host.frames(1)
        try host.check(
            """
            first = op('item1')
            op('maker').par.recreateall.pulse()
            assert op('item1') is first and op('maker').errors() == ''
            """)
    }
}
