import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct StorageAccessTests {
    @Test func `fetch searches the parents, unless it is told not to`() throws {
        let host = try RunningHost()

        try host.check(
            """
            assert parent().store('speed', 3) == 3 and me.fetch('speed') == 3
            assert me.fetchOwner('speed') is parent() and me.fetchOwner('x') is None
            assert me.fetch('speed', 7, search=False) == 7 and 'speed' not in me.storage
            assert me.fetch('new', 1, storeDefault=True) == 1 and me.storage['new'] == 1
            assert me.fetch('none', None) is None
            raises(td.tdError, "/project1/scratch has no storage entry 'lost'", lambda: me.fetch('lost'))
            """)
    }

    @Test func `storage is the live dict, unstore takes keys and patterns`() throws {
        let host = try RunningHost()

        try host.check(
            """
            for key in ('a1', 'a2', 'b', 5): me.store(key, key)
            me.storage['c'] = []
            me.storage['c'].append(1)
            assert me.fetch('c') == [1]
            me.unstore('a*', 5, 'missing')
            assert set(me.storage) == {'b', 'c'}
            raises(AttributeError, '', assign(me, 'storage', {}))
            """)
    }

    @Test func `storage comes along with a copy, and is the copy's own`() throws {
        let host = try RunningHost()

        try host.check(
            """
            import threading
            box = parent().create(baseCOMP, 'box')
            inner = box.create(textDAT, 'inner')
            box.store('list', [1]); box.store('box', box); inner.store('deep', {'a': [2]})
            inner.store('lock', threading.Lock())
            copy = parent().copy(box, name='copied')
            again = parent().copy(copy, name='again')
            box.fetch('list').append(2); copy.fetch('list').append(3)
            inner.fetch('deep')['a'].append(4)
            assert box.storage['list'] == [1, 2] and copy.storage == {'list': [1, 3], 'box': box}
            assert again.storage['list'] == [1] and again.op('inner').fetch('deep') == {'a': [2]}
            assert copy.op('inner').storage['lock'] is inner.storage['lock']
            changed = inner.changeType(tableDAT)
            assert changed.fetch('deep') == {'a': [2, 4]}
            box.unstore('*')
            assert parent().copy(box).storage == {}
            """)
    }

    @Test func `storage survives a destruction that is taken back`() throws {
        let host = try RunningHost()

        try host.check(
            """
            box = parent().create(baseCOMP, 'box')
            box.create(textDAT, 'inner').store('count', 3)
            box.store('list', [1])
            for _ in range(2):
                ui.undo.startBlock('Destroy'); op('box').destroy(); ui.undo.endBlock()
                ui.undo.undo()
                assert op('box').storage == {'list': [1]} and op('box/inner').storage == {'count': 3}
            """)
    }

    @Test func `copying what destroys the operator that holds it copies nothing`() throws {
        let host = try RunningHost()

        try host.check(
            """
            box = parent().create(baseCOMP, 'box')
            class Ends:
                def __deepcopy__(self, memo):
                    if box.valid: box.destroy()
                    return self
            box.store('ends', Ends())
            before = parent().children
            raises(tdError, '', lambda: parent().copy(box))
            assert len(parent().children) == len(before) - 1
            """)
    }
}
