import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct CookMembersTests {
    /// A project with a COMP `a` whose `Count` is 1 and whose `Sum` is an expression that counts how
    /// often it is evaluated.
    private func stage(_ expression: String) throws -> RunningHost {
        let host = try RunningHost()
        try host.check(
            """
            a = parent().create(baseCOMP, 'a')
            page = a.appendCustomPage('Page')
            page.appendFloat('Count'), page.appendFloat('Sum')
            a.par.Count = 1
            counter = parent().create(textDAT, 'counter')
            counter.text = 'calls = []\\ndef counted(value):\\n    calls.append(value)\\n    return value'
            a.par.Sum.expr = "mod('/project1/counter').counted(\(expression))"
            """)
        return host
    }

    private func check(_ expression: String, _ script: String) throws {
        try stage(expression).check(
            """
            a, calls = op('a'), op('counter').module.calls
            calls.clear()
            def value(): return a.par.Sum.eval()
            \(script)
            """)
    }

    @Test func `a passive operator is read as it is, and has all members of its own`() throws {
        let host = try RunningHost()

        try host.check(
            """
            source = parent().create('tableDAT', 'source')
            source.text = 'a\\tb'
            null = parent().create('nullDAT', 'null')
            null.inputConnectors[0].connect(source)
            assert null.numCols == 2 and null.totalCooks == 1
            source.text = 'a\\tb\\tc'
            still = passive(null)
            assert still.numCols == 2 and len(still.row(0)) == 2 and still[0, 2] is None
            assert null.totalCooks == 1 and still.passive and not null.passive
            assert isinstance(still, nullDAT) and still == null and still.path == null.path
            assert null.numCols == 3 and null.totalCooks == 2 and still.numCols == 3
            still.comment = 'seen'
            assert null.comment == 'seen'
            assert not hasattr(still, 'nothing')
            assert passive(still) is still
            raises(td.tdError, 'passive() takes an operator, not 3.', lambda: passive(3))
            """)
    }

    @Test func `an expression is evaluated again only when what it reads has changed`() throws {
        try check(
            "me.par.Count + 1",
            """
            assert value() == 2 and value() == 2 and calls == []
            a.par.Count = 4
            assert calls == [] and value() == 5 and value() == 5 and len(calls) == 1
            a.par.Count.expr = '2 + 0 * me.par.Count.default'
            assert value() == 3 and len(calls) == 2
            """)
    }

    @Test func `cells, texts and sizes of DATs are noted`() throws {
        try check(
            "op('t')[0, 0] + op('t').numRows if op('t') else -1",
            """
            assert value() == -1
            t = parent().create(tableDAT, 't')
            t.text = '3'
            assert value() == 4 and value() == 4 and len(calls) == 1
            t[0, 0] = 5
            assert value() == 6
            t[0, 0].val = 7
            t.appendRow([1])
            assert value() == 9
            t.name = 'u'
            assert value() == -1
            """)
    }

    @Test func `storage keys are noted, also those that are not there yet`() throws {
        try check(
            "me.fetch('speed', 0)",
            """
            assert value() == 0 and value() == 0 and len(calls) == 0
            parent().store('speed', 3)
            assert value() == 3 and len(calls) == 1
            parent().store('other', 1)
            assert value() == 3 and len(calls) == 1
            a.store('speed', 5)
            assert value() == 5
            a.unstore('speed')
            assert value() == 3
            """)
    }

    @Test func `a Dependency is noted, its peekVal is not`() throws {
        try check(
            "me.fetch('d').val + me.fetch('p').peekVal if me.fetch('d', None) else 0",
            """
            import tdu
            d, p = tdu.Dependency(2), tdu.Dependency(10)
            a.store('p', p)
            a.store('d', d)
            assert value() == 12 and value() == 12 and len(calls) == 1
            d.val = 3
            assert value() == 13 and len(calls) == 2
            p.val = 20
            assert len(calls) == 2
            """)
    }

    @Test func `the time is noted, once a frame is enough`() throws {
        let host = try stage("absTime.frame")
        host.frames(2)

        try host.check(
            """
            calls = op('counter').module.calls
            calls.clear()
            assert op('a').par.Sum == 2 and op('a').par.Sum == 2 and len(calls) == 1
            """)
        host.frames(1)
        try host.check("assert op('a').par.Sum == 3 and len(op('counter').module.calls) == 2")
    }

    @Test func `what does not tell of its changes is read anew`() throws {
        try check(
            "op('a').nodeX",
            """
            a.nodeX = 5
            assert value() == 5
            a.nodeX = 6
            assert value() == 6
            """)
    }

    @Test func `an extension's plain attribute is read anew`() throws {
        let host = try RunningHost()
        try host.component(
            "c", extension: "Ext", "class Ext:\n    def __init__(self, o):\n        self.Speed = 1")

        try host.check(
            """
            c = op('c')
            par = c.appendCustomPage('P').appendFloat('Value')[0]
            par.expr = 'me.Speed * 2'
            assert par == 2
            c.Speed = 4
            assert par == 8
            """)
    }

    @Test func `an error is raised each time, its traceback stays as it is`() throws {
        let host = try RunningHost()

        try host.check(
            """
            import traceback
            par = parent().appendCustomPage('P').appendFloat('Value')[0]
            raises(NameError, "name 'lost'", assign(par, 'expr', 'lost + 1'))
            depths = set()
            for _ in range(5):
                error = raises(NameError, "name 'lost'", par.eval)
                depths.add(len(traceback.extract_tb(error.__traceback__)))
            assert len(depths) == 1, depths
            assert 'lost' in parent().errors() and parent().errors().startswith('Value')
            par.val = 3
            assert parent().errors() == '' and par == 3
            """)
    }

    @Test func `a chain of 2,000 expressions is evaluated, first from its far end`() throws {
        let host = try RunningHost()

        try host.check(
            """
            count = 2000
            comp = parent().create(baseCOMP, 'chain')
            page = comp.appendCustomPage('P')
            pars = [page.appendFloat(f'V{i}')[0] for i in range(count)]
            pars[0].val = 1
            for i in range(1, count):
                comp.par[f'V{i}'].expr = f'me.par.V{i - 1} + 1'
            assert pars[-1] == count
            pars[0].val = 2
            assert pars[-1].eval() == count + 1
            comp.par.V1.expr = 'me.par.V0 + 2'
            assert pars[-1].eval() == count + 2
            """)
    }

    @Test func `cooks are counted and timed`() throws {
        let host = try RunningHost()
        let null = try host.create(#require(host.network.catalog["nullDAT"]), "null")
        host.frames(3)

        try host.check(
            """
            n = op('null')
            assert n.totalCooks == 0 and not n.cookedThisFrame
            n.cook()
            n.cook()
            assert n.totalCooks == 1 and n.cookedThisFrame and not n.cookedPreviousFrame
            assert n.cookAbsFrame == 3 and n.cookFrame == me.time.frame
            assert 0 < n.cookTime < 1000 and n.cpuCookTime == n.cookTime
            assert n.cookEndTime > n.cookStartTime >= 0
            assert parent().childrenCookTime == n.cookTime and parent().childrenCookAbsFrame == 3
            parent().cook(force=True, recurse=True)
            assert n.totalCooks == 2 and parent().totalCooks == 1
            """)
        host.frames(1)
        try host.check("assert op('null').cookedPreviousFrame and not op('null').cookedThisFrame")
        _ = null
    }

    @Test func `the way from one operator to one that depends on it is told`() throws {
        let host = try RunningHost()

        try host.check(
            """
            t = parent().create(tableDAT, 't')
            s = parent().create('selectDAT', 's')
            s.par.dat = 't'
            c = parent().create(baseCOMP, 'c')
            par = c.appendCustomPage('P').appendStr('Value')[0]
            par.expr = "op('s').text"
            par.eval()
            assert t.dependenciesTo(c) == [t, s, c], t.dependenciesTo(c)
            assert c.dependenciesTo(t) == []
            """)
    }

    @Test func `errors and warnings are added only while an operator cooks`() throws {
        let host = try RunningHost()

        try host.check(
            """
            raises(td.tdError, 'addError() can only be called', lambda: me.addError('x'))
            raises(td.tdError, 'addWarning() can only be called', lambda: me.addWarning('x'))
            assert me.errors() == me.warnings() == ''
            """)
    }
}
