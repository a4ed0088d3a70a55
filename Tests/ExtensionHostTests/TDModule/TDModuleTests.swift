import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct TDModuleTests {
    @Test func `a script finds TouchDesigner's names without importing them`() throws {
        let host = try RunningHost()

        try host.check(
            """
            assert math.sqrt(4) == 2 and re.match('a', 'a') and sys and collections and enum and inspect
            assert traceback and warnings and tdu.clamp(5, 0, 1) == 1 and td.isMainThread() and isMainThread()
            assert me.name == 'scratch' and root is op('/') and textDAT in families['DAT']
            assert ParMode.CONSTANT.name == 'CONSTANT' and var('x') == '' and not varExists('x')
            assert varOwner('x') is None and passive(me) == me and project.folder and app.build
            for name in ('OP', 'COMP', 'DAT', 'CHOP', 'TOP', 'SOP', 'MAT', 'PanelCOMP', 'ObjectCOMP', 'Par',
                         'Cell', 'Page', 'Run', 'tdError', 'tdAttributeError', 'ThreadConflictError'):
                assert name in globals(), name
            """)
    }

    @Test func `an external module has the names by importing td`() throws {
        let host = try RunningHost()

        try host.check(
            """
            import sys, types
            external = types.ModuleType('external')
            exec('from td import *\\nimport td, tdu\\nclass A(COMP): pass\\ndef f(): return op("/project1")',
                 external.__dict__)
            assert external.f() is parent() and external.td is td and not hasattr(external, 'me')
            """)
    }

    @Test func `td's me is that of the script which runs, whatever module it has called`() throws {
        let host = try RunningHost()
        try host.text("other", "import td\ndef mine(): return td.me")

        try host.check(
            """
            import td, types
            external = types.ModuleType('external')
            exec('import td\\ndef mine(): return td.me', external.__dict__)
            assert td.me is me and external.mine() is me and op('other').module.mine() is op('other')
            assert 'me' in dir(td) and 'me' not in td.__all__
            assert parent().evalExpression('td.me') is parent()
            """)
        #expect(host.evaluate("td.me") == "/project1")
    }

    @Test func `outside of an operator's script there is no td.me`() throws {
        let host = try RunningHost()

        try host.check(
            """
            import td, threading
            found = []
            plain = {'td': td, 'found': found}
            exec('def look(): found.append(hasattr(td, "me"))', plain)
            worker = threading.Thread(target=plain['look'])
            worker.start()
            worker.join()
            assert found == [False]
            """)
    }

    @Test func `without a Copy SOP each stamp is the value for want of one`() throws {
        try RunningHost().check(
            """
            assert fetchStamp('x', 3) == 3 and td.fetchStamp(key='x', default=None) is None
            raises(TypeError, '', lambda: fetchStamp('x'))
            """)
    }

    @Test func `classes of operators can be annotated with, subclassed in name and not called`()
        throws
    {
        let host = try RunningHost()

        try host.check(
            """
            def f(o: baseCOMP) -> textDAT: return o
            raises(TypeError, "cannot create 'td.textDAT' instances", textDAT)
            raises(TypeError, "cannot create 'td.Par' instances", Par)
            assert issubclass(baseCOMP, COMP) and issubclass(containerCOMP, PanelCOMP)
            """)
    }

    @Test func `thousands of operators come and go without leaving anything behind`() throws {
        let host = try RunningHost()
        try host.text(
            "churn",
            """
            import gc
            def churn(count):
                for i in range(count):
                    box = parent().create(baseCOMP, 'box')
                    dat = box.create(textDAT, 'code')
                    dat.text = 'class Ext:\\n    def __init__(self, owner): self.Owner = owner'
                    box.par.ext0object = "op('./code').module.Ext(me)"
                    box.par.ext0promote = True
                    table = box.create(tableDAT)
                    table[0, 0] = i
                    box.store('x', [box])
                    box.par.ext0name.expr = "me.name"
                    assert box.Owner is box and ops('box')
                    box.destroy()
                gc.collect()
            """)
        try host.check("op('churn').module.churn(20)")
        try host.check(
            "import gc, sys\nparent().store('before', (sys.getallocatedblocks(), len(gc.get_objects())))"
        )

        try host.check("import gc, sys; op('churn').module.churn(1000)")

        try host.check(
            """
            import gc, sys
            blocks, objects = parent().fetch('before')
            assert len(gc.get_objects()) < objects + 300, len(gc.get_objects()) - objects
            assert sys.getallocatedblocks() < blocks + 3000, sys.getallocatedblocks() - blocks
            assert not [n for n in sys.modules if '/box/' in n]
            """)
        #expect(host.network.count < 10)
    }
}
