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
}
