import OperatorNetwork
import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ExtensionLifecycleTests {
    private static let told = """
        class LampExt:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp
                print('init', ownerComp.name)
            def onInitTD(self): print('onInitTD', self.ownerComp.name)
            def onDestroyTD(self): print('onDestroyTD', self.ownerComp.name, self.ownerComp.numChildren)

        """

    @Test
    func `an extension is made when it is first asked for, onInitTD follows at the frame's end`()
        throws
    {
        let host = try RunningHost()
        try host.component("lamp", extension: "LampExt", Self.told)
        host.frames(2)
        #expect(host.lines.isEmpty)

        try host.check("op('lamp').ext.LampExt\nprint('asked')")
        #expect(host.lines == ["init lamp", "asked"])
        host.frames(1)

        #expect(host.lines == ["init lamp", "asked", "onInitTD lamp"])
        host.frames(3)
        #expect(host.lines.count == 3)
    }

    @Test func `all of a frame's extensions are made before any onInitTD`() throws {
        let host = try RunningHost()
        try host.component("a", extension: "LampExt", Self.told)
        try host.component("b", extension: "LampExt", Self.told)

        try host.check("op('b').extensions; op('a').extensions")
        host.frames(1)

        #expect(host.lines == ["init b", "init a", "onInitTD b", "onInitTD a"])
    }

    @Test func `new text makes the extension anew by the next frame, the old one is told first`()
        throws
    {
        let host = try RunningHost()
        try host.component("lamp", extension: "LampExt", Self.told)
        try host.check("parent().store('old', op('lamp').ext.LampExt)")
        host.frames(1)
        host.clearLines()

        try host.check("op('lamp/LampExt').text += '\\n    X = 1'")
        host.frames(1)

        #expect(host.lines == ["onDestroyTD lamp 1", "init lamp", "onInitTD lamp"])
        try host.check(
            "assert op('lamp').X == 1 and op('lamp').ext.LampExt is not parent().fetch('old')")
    }

    @Test func `destroying a component tells its extension while everything is still there`() throws
    {
        let host = try RunningHost()
        try host.component("lamp", extension: "LampExt", Self.told)
        try host.check("op('lamp').extensions")
        host.clearLines()

        try host.check("op('lamp').destroy()")
        host.frames(2)

        #expect(host.lines == ["onDestroyTD lamp 1"])
    }

    @Test func `an extension that holds its owner is freed once the owner is destroyed`() throws {
        let host = try RunningHost()
        try host.component("lamp", extension: "LampExt", Self.told)

        try host.check(
            """
            import gc, weakref
            owner = weakref.ref(op('lamp'))
            extension = weakref.ref(op('lamp').ext.LampExt)
            op('lamp').destroy()
            gc.collect()
            assert extension() is None, gc.get_referrers(extension())
            assert owner() is None, gc.get_referrers(owner())
            """)
    }

    @Test
    func `an exception in __init__ reaches the textport and scriptErrors, and the slot stays None`()
        throws
    {
        let host = try RunningHost()
        try host.component(
            "lamp", extension: "LampExt",
            "class LampExt:\n    def __init__(self, ownerComp):\n        raise ValueError('dark')\n"
        )

        try host.check(
            """
            lamp = op('lamp')
            assert lamp.extensions == [None]
            assert 'ValueError: dark' in lamp.scriptErrors(), lamp.scriptErrors()
            raises(td.tdAttributeError, "'td.baseCOMP' object has no attribute 'Foo'", lambda: lamp.Foo)
            assert not hasattr(lamp.ext, 'LampExt')
            lamp.op('LampExt').text = 'class LampExt:\\n    def __init__(self, o): self.Foo = 5'
            assert lamp.Foo == 5
            """)
        #expect(host.errors.contains { $0.contains("File \"/project1/lamp/LampExt\", line 3") })
    }

    @Test func `an extension cannot be used while it is made, nor made by what asks for it then`()
        throws
    {
        let host = try RunningHost()
        try host.component(
            "lamp", extension: "LampExt",
            """
            class LampExt:
                def __init__(self, ownerComp):
                    assert not ownerComp.extensionsReady
                    for ask in (lambda: ownerComp.Foo, lambda: ownerComp.ext.LampExt,
                                lambda: ownerComp.extensions, ownerComp.initializeExtensions):
                        try:
                            ask()
                        except tdError as error:
                            print(error)
                    self.Foo = ownerComp.create(textDAT, 'made').name

            """)

        try host.check("assert op('lamp').Foo == 'made' and op('lamp').extensionsReady")

        #expect(
            host.lines
                == Array(repeating: "Cannot use an extension during its initialization", count: 4))
    }

    @Test func `an extension that is to be made anew while it is made is told with its COMP`()
        throws
    {
        let host = try RunningHost()
        try host.component(
            "lamp", extension: "LampExt",
            """
            class LampExt:
                def __init__(self, ownerComp): ownerComp.par.reinitextensions.pulse()
            """)

        try host.check("assert op('lamp').extensions[0] is not None")

        let told = "/project1/lamp: pulsing reinitextensions failed"
        #expect(host.errors.contains { $0.hasPrefix(told) }, "\(host.errors)")
    }

    @Test
    func `an onDestroyTD that asks its owner for promoted members is refused, not made to loop`()
        throws
    {
        let host = try RunningHost()
        try host.component(
            "lamp", extension: "LampExt",
            """
            class LampExt:
                def __init__(self, ownerComp): self.ownerComp = ownerComp
                def onDestroyTD(self): self.ownerComp.Foo

            """)
        try host.check("op('lamp').extensions")

        try host.check("op('lamp/LampExt').text += '\\n    Bar = 1'\nassert op('lamp').Bar == 1")
        try host.check("op('lamp').destroy()")

        #expect(host.errors.contains { $0.contains("Cannot use an extension during its init") })
    }

    @Test func `an exception in onDestroyTD or onInitTD does not keep the project from going on`()
        throws
    {
        let host = try RunningHost()
        try host.component(
            "lamp", extension: "LampExt",
            """
            class LampExt:
                def __init__(self, ownerComp): pass
                def onInitTD(self): raise ValueError('in init')
                def onDestroyTD(self): raise ValueError('in destroy')

            """)

        try host.check("op('lamp').extensions")
        host.frames(2)
        try host.check(
            "lamp = op('lamp'); lamp.destroy(); assert not lamp.valid and op('lamp') is None")

        #expect(host.errors.filter { $0.contains("ValueError: in init") }.count == 1)
        #expect(host.errors.filter { $0.contains("ValueError: in destroy") }.count == 1)
    }

    @Test func `a component may be destroyed by its own method, its __init__ and its onDestroyTD`()
        throws
    {
        let host = try RunningHost()
        try host.component(
            "lamp", extension: "LampExt",
            """
            class LampExt:
                def __init__(self, ownerComp):
                    self.ownerComp = ownerComp
                    if ownerComp.fetch('early', False): ownerComp.destroy()
                def Leave(self):
                    self.ownerComp.destroy()
                    return 'left'
                def onDestroyTD(self):
                    self.ownerComp.destroy()
                    print('destroyed')

            """)

        try host.check(
            """
            spare, third = parent().copy(op('lamp')), parent().copy(op('lamp'))
            third.extensions
            third.op('LampExt').text += '\\n    X = 1'
            raises(td.tdAttributeError, '', lambda: third.X)
            assert not third.valid
            assert op('lamp').Leave() == 'left' and op('lamp') is None
            spare.store('early', True)
            raises(td.tdError, '', lambda: spare.Leave())
            assert not spare.valid
            """)
        host.frames(2)

        #expect(host.lines.filter { $0 == "destroyed" }.count == 2)
    }

    @Test func `ext.Name is found on the operator or its ancestors, by name or by class`() throws {
        let host = try RunningHost()
        try host.component(
            "lamp", extension: "LampExt", "class LampExt:\n    def __init__(self, o): self.o = o\n")

        try host.check(
            """
            lamp = op('lamp'); inner = lamp.create(baseCOMP); leaf = inner.create(textDAT, 'leaf')
            assert leaf.ext.LampExt is inner.ext.LampExt is lamp.ext.LampExt is lamp.extensions[0]
            leaf.text = 'found = ext.LampExt'
            assert leaf.module.found is lamp.extensions[0]
            lamp.par.ext0name = 'Light'
            assert lamp.ext.Light and not hasattr(lamp.ext, 'LampExt')
            raises(td.tdAttributeError, '', lambda: me.ext.Light)
            inner.par.Label = 1 if inner.par['Label'] else None
            """.split(separator: "\n").dropLast().joined(separator: "\n"))
    }

    @Test func `initializeExtensions makes them anew and gives the extension of that number`()
        throws
    {
        let host = try RunningHost()
        try host.component("lamp", extension: "LampExt", Self.told)

        try host.check(
            """
            first = op('lamp').extensions[0]
            second = op('lamp').initializeExtensions(0)
            assert second is op('lamp').extensions[0] and second is not first
            op('lamp').par.reinitextensions.pulse()
            assert op('lamp').extensions[0] is not second
            assert op('lamp').initializeExtensions(99) is None
            """)
    }

    @Test(arguments: [
        "op('./LampExt').module.LampExt(me)", "me.mod.LampExt.LampExt(me)",
        "me.mod('LampExt').LampExt(me)", "mod('LampExt').LampExt(me)", "mod.LampExt.LampExt(me)",
    ])
    func `every usual form of the object expression makes the extension`(form: String) throws {
        let host = try RunningHost()
        let lamp = try host.component("lamp", extension: "LampExt", Self.told)
        try lamp.parameters["ext0object"]?.set(.string(form))

        try host.check("assert type(op('lamp').extensions[0]).__name__ == 'LampExt'")
    }
}
