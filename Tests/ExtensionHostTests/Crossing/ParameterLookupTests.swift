import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ParameterLookupTests {
    @Test func `a parameter is found by attribute and by key, built in, custom or in a block`()
        throws
    {
        let host = try RunningHost()

        try host.check(
            """
            one, two = parent().create(containerCOMP, 'one'), parent().create(textDAT, 'two')
            one.appendCustomPage('Own').appendFloat('Size')
            for _ in range(3):
                for name in ('w', 'Size', 'ext0name', 'extension1', 'clone'):
                    assert getattr(one.par, name) is not None and one.par[name] == getattr(one.par, name)
                    key = ''.join(name)
                    assert one.par[key].owner is one
                assert one.par.w.name == 'w' and two.par.file.owner is two and two.par.file.name == 'file'
                assert one.par['missing'] is None and two.par['w'] is None
                assert one.par.owner is one and one.par['owner'] is None
                for pars, name in ((one.par, 'missing'), (two.par, 'w'), (one.par, 'W')):
                    try: getattr(pars, name)
                    except AttributeError as error: assert name in str(error), error
                    else: assert False
            one.destroyCustomPars()
            assert one.par['Size'] is None and not hasattr(one.par, 'Size')
            pars = one.par
            one.destroy()
            for use in (lambda: pars.w, lambda: pars['w'], lambda: one.par):
                try: use()
                except td.tdError as error: assert 'Invalid' in str(error), error
                else: assert False
            """)
    }

    @Test func `keys that are no plain text are refused as before`() throws {
        let host = try RunningHost()

        try host.check(
            """
            class Name(str): pass
            pars = parent().create(containerCOMP).par
            assert pars[Name('w')].name == 'w' and getattr(pars, Name('w')).name == 'w'
            for key in (1, None, ('w',)):
                try: pars[key]
                except TypeError: pass
                else: assert False
            assert not hasattr(pars, '\\ud800')
            """)
    }
}
