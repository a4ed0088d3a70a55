import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct PromotionTests {
    @Test func `capitalised members are read, called and set through the component`() throws {
        let host = try RunningHost()
        try host.component(
            "lamp", extension: "LampExt",
            """
            class LampExt:
                Class = 'class'
                def __init__(self, ownerComp):
                    self.Level = 1
                    self.level = 2
                    self._x = 0
                def Double(self, x, *, by=2): return x * by
                @property
                def X(self): return self._x
                @X.setter
                def X(self, value): self._x = value

            """)

        try host.check(
            """
            lamp = op('lamp'); extension = lamp.ext.LampExt
            assert (lamp.Level, lamp.Class, lamp.Double(4), lamp.Double(4, by=3)) == (1, 'class', 8, 12)
            lamp.Level = 5; lamp.X = 6
            assert extension.Level == 5 and lamp.X == 6 == extension._x
            assert not hasattr(lamp, 'level') and not hasattr(lamp, '_x')
            raises(td.tdAttributeError, '', assign(lamp, 'level', 1))
            raises(td.tdAttributeError, "'td.baseCOMP' object has no attribute 'New'", assign(lamp, 'New', 1))
            lamp.par.ext0promote = False
            assert not hasattr(lamp, 'Level')
            """)
    }

    @Test func `members of the component itself win, and so does the first extension`() throws {
        let host = try RunningHost()
        let lamp = try host.component(
            "lamp", extension: "LampExt",
            "class LampExt:\n    OPType = 'mine'\n    Who = 'first'\n    def __init__(self, o): pass\n"
        )
        try lamp.parameters.sequence(named: "ext")?.resize(to: 2)
        try host.text(
            "OtherExt",
            "class OtherExt:\n    Who = 'second'\n    Only = 2\n    def __init__(self, o): pass\n",
            in: lamp)

        try host.check(
            """
            lamp = op('lamp')
            lamp.par.ext1object = "op('./OtherExt').module.OtherExt(me)"
            lamp.par.ext1promote = True
            assert (lamp.OPType, lamp.Who, lamp.Only) == ('baseCOMP', 'first', 2)
            """)
    }

    @Test func `what a promoted property raises reaches the caller`() throws {
        let host = try RunningHost()
        try host.component(
            "lamp", extension: "LampExt",
            """
            class LampExt:
                def __init__(self, ownerComp): pass
                @property
                def Broken(self): raise KeyError('inside')

            """)

        try host.check("raises(KeyError, \"'inside'\", lambda: op('lamp').Broken)")
    }
}
