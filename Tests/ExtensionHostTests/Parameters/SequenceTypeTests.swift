import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct SequenceTypeTests {
    private func host() throws -> RunningHost {
        let host = try RunningHost()
        try host.check(
            """
            page = parent().appendCustomPage('P')
            page.appendSequence('Items'); page.appendStr('Label'); page.appendXY('Spot')
            seq = parent().seq.Items
            seq.blockSize = 2
            seq.numBlocks = 3
            for i, block in enumerate(seq):
                block.par.Label, block.parGroup.Spot = f'item{i}', (i, 10 * i)
            """)
        return host
    }

    @Test func `blocks are reached by number and their parameters by base names`() throws {
        let host = try host()

        try host.check(
            """
            seq = parent().seq['Items']
            assert len(seq) == 3 and seq.numBlocks == 3 and seq.blockSize == 2 and seq.maxBlocks is None
            assert parent().par.Items1label == 'item1' and parent().par.Items2spoty == 20
            assert seq[1].par.Label == 'item1' and seq[1].par['label'] == 'item1' and seq[-1].index == 2
            assert seq[1].par['None'] is None and seq[1].parGroup['Spot'].eval() == (1, 10)
            raises(td.tdAttributeError, "'td.ParCollection' object has no attribute 'Foo'", lambda: seq[0].par.Foo)
            raises(IndexError, '', lambda: seq[3])
            assert [g.name for g in seq[0]] == ['Items0label', 'Items0spot'] and len(seq[0]) == 2
            assert [g.baseName for g in seq[0]] == ['Label', 'Spot'] and [g.blockIndex for g in seq[2]] == [0, 1]
            assert seq[2][1].sequenceIndex == 2 and seq.blocks[1].sequence.name == 'Items'
            assert [q.eval() for q in seq.blockPars.Label] == ['item0', 'item1', 'item2']
            assert seq.blockParGroups.Spot[2] == (2, 20) and seq.blockPars['Foo'] is None
            raises(td.tdAttributeError, '', lambda: seq.blockPars.Foo)
            par = parent().par.Items1spotx
            assert par.sequence.name == 'Items' and par.sequenceBlock.index == 1 and par.parGroup.name == 'Items1spot'
            assert parent().par.Items.sequence.name == 'Items' and parent().par.Items.sequenceBlock is None
            assert seq.sequencePar.isSamePar(parent().par.Items) and parent().par.Items.isSequence
            assert parent().par.clone.sequence is None and seq.owner is parent()
            assert [s.name for s in parent().seq] == ['ext', 'iop', 'Items'] or 'Items' in [s.name for s in parent().seq]
            raises(td.tdAttributeError, "'td.SequenceCollection' object has no attribute 'Foo'", lambda: parent().seq.Foo)
            assert parent().seq['Foo'] is None
            """)
    }

    @Test func `blocks are inserted, destroyed, moved and sorted`() throws {
        let host = try host()

        try host.check(
            """
            seq = parent().seq.Items
            def labels(): return [b.par.Label.eval() for b in seq]
            new = seq.insertBlock(1)
            assert new.index == 1 and labels() == ['item0', '', 'item1', 'item2']
            seq.destroyBlock(1)
            seq.moveBlock(0, 2)
            assert labels() == ['item1', 'item2', 'item0']
            seq.moveBlock(1, 0, num=2)
            assert labels() == ['item2', 'item0', 'item1']
            seq.reorderBlocks(1, 0)
            assert labels() == ['item0', 'item2', 'item1']
            seq.sortBlocks()
            assert labels() == ['item0', 'item1', 'item2']
            seq.sortBlocks(reverse=True)
            assert labels() == ['item2', 'item1', 'item0']
            seq.sortBlocks(baseName='Spotx')
            assert labels() == ['item0', 'item1', 'item2']
            seq.sortBlocks(key=lambda block: -block.par.Spotx)
            assert labels() == ['item2', 'item1', 'item0']
            raises(td.tdError, 'sortBlocks() takes', lambda: seq.sortBlocks(key=len, baseName='Label'))
            seq[0].destroy()
            assert labels() == ['item1', 'item0']
            block = seq[1]
            parent().par.Items0label.destroy()
            assert labels() == ['item0']
            raises(td.tdError, 'Invalid SequenceBlock object', lambda: block.par)
            seq.numBlocks = 0
            raises(td.tdError, '', assign(seq, 'numBlocks', -1))
            raises(td.tdError, '', assign(parent().seq.ext, 'blockSize', 1))
            seq.name = 'Rows'
            assert parent().par.Rows.eval() == 0 and parent().seq['Items'] is None
            """)
    }

    @Test func `a block with a name is found by it`() throws {
        let host = try RunningHost()

        try host.check(
            """
            page = parent().appendCustomPage('P')
            page.appendSequence('Items'); page.appendStr('Blockname'); page.appendInt('N')
            seq = parent().seq.Items
            assert seq.blockName == 'Blockname' and parent().seq.ext.blockName == 'blockname'
            seq.blockSize, seq.numBlocks = 2, 2
            seq[0].name, seq[1].name = 'one', 'two'
            assert seq['two'].index == 1 and seq[1].namePar.eval() == 'two' and seq['one'].name == 'one'
            raises(td.tdError, '', lambda: seq['three'])
            block = parent().seq.ext[0]
            assert block.name is None and block.namePar is None
            raises(td.tdError, '', assign(block, 'name', 'x'))
            """)
    }

    @Test func `a block that goes while an order is made is no place any more`() throws {
        let host = try RunningHost()

        try host.check(
            """
            s = op('/project1').seq.ext
            s.numBlocks = 4
            class Shrinks:
                def __index__(self):
                    s.numBlocks = 2
                    return 0
            for call in (lambda: s.reorderBlocks(3, Shrinks()), lambda: s.moveBlock(3, Shrinks())):
                s.numBlocks = 4
                try: call()
                except Exception as error: print(error)
                assert s.numBlocks in (2, 4)
            s.numBlocks = 4
            def key(block):
                s.numBlocks = 1
                return 0
            raises(tdError, '', lambda: s.sortBlocks(key=key))
            assert s.numBlocks == 1
            """)
    }
}
