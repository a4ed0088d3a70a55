import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct FinderObjectTests {
    @Test func `op finds the same object by name, path and number, again and again`() throws {
        let host = try RunningHost()

        try host.check(
            """
            box = parent().create(baseCOMP, 'box')
            inner = box.create(textDAT, 'inner')
            for _ in range(4):
                assert op('box') is box and op('box/inner') is inner
                assert box.op('inner') is inner and box.op is box.op
                assert box.op('/project1/box/inner') is inner and box.op('../box') is box
                assert op('/project1/box/') is box and op('/').path == '/'
                assert op(inner.id) is inner and box.op('missing') is None
                assert box.op('inner', includeUtility=True) is inner
                assert box.op('in*') is inner and box.op('') is None
            """)
    }

    @Test func `what was found is forgotten when it is renamed, hidden or destroyed`() throws {
        let host = try RunningHost()

        try host.check(
            """
            box = parent().create(baseCOMP, 'box')
            find = box.op
            one = box.create(textDAT, 'a')
            assert [find('a') for _ in range(3)] == [one] * 3
            one.name = 'b'
            assert find('a') is None and [find('b') for _ in range(3)] == [one] * 3
            two = box.create(textDAT, 'a')
            assert [find('a') for _ in range(3)] == [two] * 3
            one.destroy()
            assert find('b') is None and find('a') is two
            box.destroy()
            for use in (lambda: find('a'), lambda: box.op('a'), lambda: two.name):
                try: use()
                except td.tdError: pass
                else: assert False
            """)
        let utility = try host.create(TextDAT.type, "hidden")
        try host.check("assert [op('hidden').name for _ in range(3)] == ['hidden'] * 3")
        utility.flags.insert(.utility)
        try host.check("assert op('hidden') is None")
        utility.flags.remove(.utility)
        try host.check("assert op('hidden').name == 'hidden'")
    }

    @Test func `an operator that is looked up while it goes is not found afterwards`() throws {
        let host = try RunningHost()
        try host.component(
            "box", extension: "BoxExt",
            """
            class BoxExt:
                def __init__(self, ownerComp): self.ownerComp = ownerComp
                def onDestroyTD(self):
                    seen = [self.ownerComp.op('inner') for _ in range(3)]
                    place = self.ownerComp.parent()
                    seen += [place.op('box') for _ in range(3)]
                    place.store('seen', len([found for found in seen if found]))

            """)

        try host.check(
            """
            box = op('box')
            box.create(textDAT, 'inner')
            assert len(box.extensions) == 1
            box.destroy()
            assert parent().fetch('seen') == 6
            assert op('box') is None and op('box/inner') is None
            new = parent().create(baseCOMP, 'box')
            assert op('box') is new and new.op('inner') is None
            """)
    }

    @Test func `an operator that no script touches has no Python object`() throws {
        let host = try RunningHost()
        let box = try host.create(BaseCOMP.type, "box")
        let inner = try host.create(TextDAT.type, "inner", in: box)

        #expect(box.peer == nil && inner.peer == nil)
        try host.check("assert op('box/inner').path == '/project1/box/inner'")

        #expect(inner.peer != nil && box.peer == nil)
    }
}
