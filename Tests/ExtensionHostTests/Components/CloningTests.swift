import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct CloningTests {
    @Test func `a clone is like its master at once, and follows it each frame`() throws {
        let host = try RunningHost()
        let master = try host.create(BaseCOMP.type, "master")
        try host.text("code", "one", in: master)

        try host.check(
            """
            clone = parent().create(baseCOMP, 'clone')
            clone.par.clone = op('master')
            assert clone.op('code').text == 'one' and op('master').clones == [clone]
            parent().store('code', clone.op('code'))
            op('master/code').text = 'two'
            op('master').create(tableDAT, 'more')
            """)
        host.frames(1)
        try host.check(
            """
            clone = op('clone')
            assert clone.op('code').text == 'two' and clone.op('more')
            assert clone.op('code') is parent().fetch('code')
            clone.par.enablecloning = False
            op('master/code').text = 'three'
            """)
        host.frames(1)
        try host.check(
            """
            clone = op('clone')
            assert clone.op('code').text == 'two'
            clone.par.enablecloningpulse.pulse()
            assert clone.op('code').text == 'three'
            clone.par.clone = ''
            assert op('master').clones == []
            """)
    }

    @Test func `a clone of a clone and a copy of a clone follow too`() throws {
        let host = try RunningHost()
        let master = try host.create(BaseCOMP.type, "master")
        try host.text("code", "one", in: master)
        try host.check(
            """
            first = parent().create(baseCOMP, 'first'); first.par.clone = '/project1/master'
            second = parent().create(baseCOMP, 'second'); second.par.clone = '/project1/first'
            copy = parent().copy(first, name='copied')
            op('master/code').text = 'two'
            """)

        host.frames(3)

        try host.check(
            "assert [op(n + '/code').text for n in ('first', 'second', 'copied')] == ['two'] * 3")
    }

    @Test func `a component that is its own master or lies in it is left alone`() throws {
        let host = try RunningHost()
        try host.create(BaseCOMP.type, "box")

        try host.check(
            """
            box = op('box')
            box.par.clone = box
            inner = box.create(baseCOMP, 'inner')
            inner.par.clone = box
            assert box.children == [inner] and inner.children == []
            """)
        host.frames(2)
        #expect(host.evaluate("op('box').numChildrenRecursive") == "1")
    }

    @Test func `a clone follows its new master alone once it has another`() throws {
        let host = try RunningHost()
        for name in ["one", "two"] {
            try host.text("code", name, in: host.create(BaseCOMP.type, name))
        }
        try host.check(
            """
            clone = parent().create(baseCOMP, 'clone')
            clone.par.clone = op('one'); clone.par.clone = op('two')
            """)
        host.frames(1)
        try host.check(
            """
            assert op('clone/code').text == 'two' and op('one').clones == []
            op('one/code').text = 'changed'; op('two/code').text = 'changed too'
            """)
        host.frames(1)
        try host.check(
            """
            assert op('clone/code').text == 'changed too'
            op('clone').destroy()
            op('two/code').text = 'again'
            assert op('two').clones == []
            """)
        host.frames(1)
    }
}
