import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct OperatorParametersTests {
    @Test func `parameters are listed, matched, copied and reset`() throws {
        let host = try RunningHost()

        try host.check(
            """
            a, b = parent().create(baseCOMP, 'a'), parent().create(baseCOMP, 'b')
            page = a.appendCustomPage('P')
            page.appendFloat('X'); page.appendXY('Pos'); page.appendStr('Text')
            assert [q.name for q in a.customPars] == ['X', 'Posx', 'Posy', 'Text'] == [q.name for q in a.pars('X', 'Pos?', 'X', 'T*')]
            assert [g.name for g in a.customParGroups] == ['X', 'Pos', 'Text'] == [t[0].tupletName for t in a.customTuplets]
            assert [len(t) for t in a.customTuplets] == [1, 2, 1] and len(a.par.Posx.tuplet) == 2
            assert len(a.builtinPars) + 4 == len(a.pars()) == len(list(a.par)) == len(a.par) and len(list(a.parGroup)) == len(a.parGroups())
            a.par.X, a.par.Text, a.par.clone = 3, 'abc', 'z'
            b.copyParameters(a)
            assert b.par.X == 3 and b.par.Text == 'abc' and b.par.clone.val == 'z'
            c = parent().create(baseCOMP, 'c')
            c.copyParameters(a, custom=False)
            assert c.customPars == [] and c.par.clone.val == 'z'
            assert a.resetPars(parNames='X') and a.par.X == 0 and a.par.Text == 'abc'
            assert a.resetPars(includeBuiltin=False) and a.par.Text == '' and a.par.clone.val == 'z'
            assert not a.resetPars(pageNames='P') and a.resetPars(pageNames='Comm*', parGroupNames='c*') and a.par.clone.val == ''
            raises(TypeError, '', lambda: a.resetPars(parName='X'))
            """)
    }

    @Test func `an expression knows whose it is`() throws {
        let host = try RunningHost()

        try host.check(
            """
            page = parent().appendCustomPage('P')
            page.appendStr('Name'); page.appendSequence('Rows'); page.appendStr('Text')
            parent().seq.Rows.blockSize, parent().seq.Rows.numBlocks = 1, 2
            p = parent().par
            p.Name.expr = 'me.curPar.name'
            assert p.Name == 'Name' and me.curPar is None and me.curBlock is None and me.curSeq is None
            p.Rows1text.expr = "f'{me.curPar.name} {me.curBlock.index} {me.curSeq.name} {me.par.Name}'"
            assert p.Rows1text == 'Rows1text 1 Rows Name'
            p.Name.expr = 'me.curBlock'
            assert p.Name == 'None'
            """)
    }
}
