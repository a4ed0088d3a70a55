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
}
