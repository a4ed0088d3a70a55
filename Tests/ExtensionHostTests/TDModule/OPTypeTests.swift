import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct OPTypeTests {
    @Test func `an operator tells its name in parts, its path and its type`() throws {
        let host = try RunningHost()

        try host.check(
            """
            made = parent().create(textDAT, 'lamp12b')
            assert (made.name, made.base, made.digits) == ('lamp12b', 'lamp', 12), made.digits
            assert made.path == '/project1/lamp12b' and str(made) == f'{made}' == made.path
            assert repr(made) == 'type:textDAT path:/project1/lamp12b'
            assert (made.OPType, made.type, made.family) == ('textDAT', 'text', 'DAT')
            assert type(made) is textDAT and isinstance(made, DAT) and isinstance(made, OP)
            assert made.isDAT and not made.isCOMP and made.valid
            assert type(made).__name__ == made.OPType
            assert op(made.id) is made and made in {made: 1}
            assert parent().create(tableDAT).digits == 1
            assert parent().create(textDAT, 'plain').digits is None
            """)
    }

    @Test
    func `a rename keeps the handle and refuses illegal and taken names in TouchDesigner's words`()
        throws
    {
        let host = try RunningHost()

        try host.check(
            """
            one, two = (parent().create(textDAT, n) for n in ('one', 'two'))
            one.name = 'uno'
            assert op('uno') is one and op('one') is None and one.path == '/project1/uno'
            for bad in ('two', 'a b', 'a/b', '', 'ä'):
                error = raises(td.tdError, 'Invalid or duplicate operator name.', assign(one, 'name', bad))
                assert str(error) == 'Invalid or duplicate operator name.' and error.__notes__
            assert one.name == 'uno'
            """)
    }

    @Test
    func `a relative path leads from the operator's own place, and from itself to what is inside`()
        throws
    {
        let host = try RunningHost()

        try host.check(
            """
            a = parent().create('baseCOMP', 'a')
            b, beside = a.create('baseCOMP', 'b'), parent().create('textDAT', 'beside')
            c = b.create('textDAT', 'c')
            assert a.relativePath(c) == './b/c' and a.op(a.relativePath(c)) is c
            assert a.relativePath(beside) == 'beside' and c.relativePath(beside) == '../../beside'
            assert c.parent().op(c.relativePath(beside)) is beside
            assert op('/').relativePath(c) == './project1/a/b/c'
            """)
    }

    @Test func `a missing member is a tdAttributeError that names the type`() throws {
        let host = try RunningHost()

        try host.check(
            """
            error = raises(td.tdAttributeError, "'td.textDAT' object has no attribute 'foo'", lambda: me.foo)
            assert isinstance(error, AttributeError) and isinstance(error, td.tdError)
            assert not hasattr(me, 'foo') and getattr(me, 'Foo', 3) == 3
            raises(td.tdAttributeError, "'td.textDAT' object has no attribute 'foo'", assign(me, 'foo', 1))
            raises(td.tdAttributeError, "'td.textDAT' object has no attribute 'Foo'", assign(me, 'Foo', 1))
            raises(AttributeError, '', assign(me, 'path', '/x'))
            """)
    }

    @Test func `what is left of a destroyed operator says so at every member`() throws {
        let host = try RunningHost()

        try host.check(
            """
            gone = parent().create(tableDAT)
            cell, par, pars = gone[0, 0], gone.par.language if gone.par['language'] else None, gone.par
            finder = parent().create(baseCOMP).op
            gone.destroy()
            assert not gone.valid and repr(gone) == '<invalid OP>'
            text = 'Invalid OP object'
            for name in ('name', 'path', 'par', 'text', 'parent', 'storage', 'time', 'Foo'):
                raises(td.tdError, text, lambda: getattr(gone, name))
            raises(td.tdError, text, assign(gone, 'name', 'x'))
            raises(td.tdError, text, lambda: gone[0, 0])
            raises(td.tdError, text, lambda: gone['a', 'b'])
            raises(td.tdError, text, lambda: gone.destroy())
            raises(td.tdError, text, lambda: str(gone))
            raises(td.tdError, text, lambda: op(gone))
            raises(td.tdError, text, lambda: pars.language)
            raises(td.tdError, 'Invalid Cell object', lambda: cell.val)
            assert not cell.valid
            """)
    }

    @Test func `children of a destroyed component are gone with it`() throws {
        let host = try RunningHost()

        try host.check(
            """
            outer = parent().create(baseCOMP)
            inner = outer.create(baseCOMP)
            leaf = inner.create(textDAT)
            outer.destroy()
            assert not (outer.valid or inner.valid or leaf.valid)
            raises(td.tdError, '', lambda: op('/').destroy())
            """)
    }

    @Test func `pickle and deepcopy keep operators by their path`() throws {
        let host = try RunningHost()

        try host.check(
            """
            import copy, pickle
            kept = pickle.loads(pickle.dumps({'me': me, 'up': parent()}))
            assert kept['me'] is me and kept['up'] is parent()
            assert copy.deepcopy([me])[0] is me and copy.copy(me) is me
            """)
    }

    @Test func `looks, flags, tags and comments are kept as they are set`() throws {
        let host = try RunningHost()

        try host.check(
            """
            me.nodeX, me.nodeY, me.color, me.tags, me.comment = 10, -20, (1, 0, 0.5), ['b', 'a'], 'hi'
            assert (me.nodeX, me.nodeY, me.color) == (10, -20, (1, 0, 0.5))
            assert me.tags == {'a', 'b'} and me.comment == 'hi'
            me.bypass = True
            assert me.bypass and not me.lock
            raises(td.tdError, 'color takes', assign(me, 'color', (1, 2)))
            """)
    }

    @Test func `errors stay with the operator until they are cleared`() throws {
        let host = try RunningHost()

        try host.check(
            """
            assert me.scriptErrors() == ''
            me.addScriptError('one'); me.addScriptError('two')
            assert me.scriptErrors() == 'one\\ntwo' and parent().scriptErrors(recurse=True) == 'one\\ntwo'
            me.clearScriptErrors(error='o*')
            assert me.scriptErrors() == 'two'
            """)
    }
}
