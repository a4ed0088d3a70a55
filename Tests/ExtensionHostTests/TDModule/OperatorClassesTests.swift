import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct OperatorClassesTests {
    @Test func `every operator type is a class that extends its family`() throws {
        let host = try RunningHost()

        try host.check(
            """
            assert issubclass(noiseTOP, TOP) and issubclass(TOP, OP) and not issubclass(TOP, COMP)
            assert issubclass(sliderCOMP, PanelCOMP) and issubclass(PanelCOMP, COMP)
            assert issubclass(geometryCOMP, ObjectCOMP) and issubclass(ObjectCOMP, COMP)
            assert issubclass(boxPOP, POP) and issubclass(phongMAT, MAT) and issubclass(waveCHOP, CHOP)
            assert noiseTOP is td.noiseTOP and noiseTOP.__module__ == 'td'
            assert sum(len(classes) for classes in families.values()) == 656
            for family, classes in families.items():
                assert all(issubclass(c, getattr(td, family)) for c in classes), family
                assert all(c.__name__.endswith(family) for c in classes), family
            """)
    }

    @Test func `operators are made of classes and of names`() throws {
        let host = try RunningHost()

        try host.check(
            """
            a, b = parent().create(noiseTOP), parent().create('waveCHOP', 'w')
            assert (a.name, a.OPType, type(a)) == ('noise1', 'noiseTOP', noiseTOP)
            assert (b.name, b.OPType, b.family) == ('w', 'waveCHOP', 'CHOP')
            assert isinstance(a, TOP) and not isinstance(a, CHOP) and a.isTOP
            assert parent().findChildren(type=noiseTOP) == [a]
            assert parent().findChildren(type=CHOP) == [b]
            assert a.par.period.style == 'Float' and a.par.tx.label == 'Translate'
            assert a.par.type == 'perlin2d' and 'simplex3d' in a.par.type.menuNames
            raises(tdError, "Unknown operator type. Value:'noise' Type:<class 'str'>",
                   lambda: parent().create('noise'))
            raises(tdError, 'Invalid number or type of arguments. See help for details. Value:',
                   lambda: parent().create(TOP))
            """)
    }

    @Test func `every type is created, copied and destroyed`() throws {
        let host = try RunningHost()

        try host.check(
            """
            for classes in families.values():
                for kind in classes:
                    made = parent().create(kind)
                    again = parent().copy(made)
                    assert type(again) is type(made) is kind
                    assert [p.name for p in again.pars()] == [p.name for p in made.pars()], kind
                    made.destroy()
                    again.destroy()
            """)
    }

    @Test func `a module that is no script has the classes from td`() throws {
        let host = try RunningHost()

        try host.check(
            """
            import types
            module = types.ModuleType('outside')
            exec('from td import *', module.__dict__)
            assert module.noiseTOP is td.noiseTOP and module.POP is td.POP
            assert module.ParMode is ParMode and 'families' in vars(module)
            assert {'noiseTOP', 'waveCHOP', 'OP', 'op', 'tdu'} <= set(dir(td))
            raises(AttributeError, "module 'td' has no attribute 'nothingTOP'", lambda: td.nothingTOP)
            """)
    }
}
