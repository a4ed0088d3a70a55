import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct COMPTypeTests {
    @Test func `create takes a class or a type name and numbers what is taken`() throws {
        let host = try RunningHost()

        try host.check(
            """
            names = [parent().create(t, *n).name for t, *n in (
                (textDAT,), ('textDAT',), (tableDAT, 'data'), (tableDAT, 'data'), (baseCOMP, 'x5'),
                (baseCOMP, 'x5'))]
            assert names == ['text1', 'text2', 'data', 'data1', 'x5', 'x6'], names
            assert (parent().create(textDAT).nodeX, parent().create(textDAT).nodeY) == (0, 0)
            """)
    }

    @Test func `a wrong type is refused in TouchDesigner's words`() throws {
        let host = try RunningHost()

        try host.check(
            """
            error = raises(td.tdError, '', lambda: parent().create('chopexec'))
            assert str(error) == "Unknown operator type. Value:'chopexec' Type:<class 'str'>", error
            text = 'Invalid number or type of arguments. See help for details. Value:('
            for bad in (5, None, int, COMP, OP):
                raises(td.tdError, text, lambda: parent().create(bad))
            raises(td.tdError, 'Invalid or duplicate operator name.', lambda: parent().create(textDAT, 'a b'))
            assert 'create' not in dir(me)
            """)
    }

    @Test func `a copy has its own parameters, content, children and extension`() throws {
        let host = try RunningHost()
        try host.component(
            "lamp", extension: "LampExt",
            "class LampExt:\n    def __init__(self, ownerComp): self.Owner = ownerComp\n")

        try host.check(
            """
            first = op('lamp')
            assert first.Owner is first
            second = parent().copy(first, name='spot')
            assert second.name == 'spot' and second.Owner is second and first.Owner is first
            assert second.ext.LampExt is not first.ext.LampExt
            second.op('LampExt').text = 'x = 1'
            assert first.op('LampExt').text != 'x = 1'
            assert parent().copy(first).name == 'lamp1'
            """)
    }

    @Test func `an Execute DAT hears onCreate when it is created with code by a copy`() throws {
        let host = try RunningHost()
        let box = try host.create(BaseCOMP.type, "box")
        let dat = try host.create(ExecuteDAT.type, "execute1", in: box)
        try dat.content?.setText("def onCreate(): print('created', me.path)\n")
        try dat.parameters["create"]?.set(.bool(true))

        try host.check("parent().copy(op('box'))")

        #expect(host.lines == ["created /project1/box1/execute1"])
    }

    @Test func `findChildren searches all depths by class, name, depth, text, tag and predicate`()
        throws
    {
        let host = try RunningHost()

        try host.check(
            """
            a = parent().create(baseCOMP, 'a'); b = a.create(baseCOMP, 'b'); t = b.create(textDAT, 't')
            t.text = 'needle'; t.tags = ['x']
            def names(**how): return [c.name for c in parent().findChildren(**how)]
            assert names(type=COMP) == ['a', 'b'] and names(type=textDAT) == ['scratch', 't']
            assert names(name='b') == ['b'] and names(depth=2) == ['b'] and names(maxDepth=1, type=COMP) == ['a']
            assert names(text='*needle*', type=DAT, name='t') == ['t'] and names(tags=['x']) == ['t']
            assert names(key=lambda o: o.name == 'a') == ['a'] and names(path='*/b/*') == ['t']
            assert names(depth=0) == []
            """)
    }
}
