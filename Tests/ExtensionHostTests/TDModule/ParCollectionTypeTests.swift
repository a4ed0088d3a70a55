import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ParCollectionTypeTests {
    @Test func `a missing parameter is None in brackets and an error after the dot`() throws {
        let host = try RunningHost()

        try host.check(
            """
            pars = parent().par
            assert pars['nothing'] is None and pars['ext0name'].name == 'ext0name'
            assert not hasattr(pars, 'Foo') and getattr(pars, 'Foo', None) is None
            raises(td.tdAttributeError, "'td.ParCollection' object has no attribute 'Foo'", lambda: pars.Foo)
            raises(td.tdAttributeError, "'td.ParCollection' object has no attribute 'Foo'", assign(pars, 'Foo', 1))
            def put(): pars['Foo'] = 1
            raises(td.tdAttributeError, "'td.ParCollection' object has no attribute 'Foo'", put)
            pars['ext0name'] = 'Lamp'
            assert pars.ext0name == 'Lamp' and pars.owner is parent()
            assert 'ext0name' in [p.name for p in pars] and 'ext0name' in dir(pars)
            """)
    }
}
