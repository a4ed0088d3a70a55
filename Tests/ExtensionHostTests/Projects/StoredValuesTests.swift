import OperatorNetwork
import TestSupport
import Testing

@testable import ExtensionHost

@MainActor @Suite(.serialized)
struct StoredValuesTests {
    private func stored(_ statement: String) throws -> [NamedValue] {
        let host = try RunningHost()
        try host.run("me.parent().storage.clear()\nstore = me.parent().store\n" + statement)
        #expect(host.errors == [])
        return StoredValues.all(of: host.project)
    }

    @Test func `every kind of value that a file holds is kept, in order`() throws {
        let values = try stored(
            """
            store('n', None); store('b', True); store('i', -7); store('f', 0.5)
            store('s', 'é'); store('y', b'\\x00\\xff'); store('l', [1, [2]]); store('t', (1, 'a'))
            store('u', {2, 1}); store('d', {'k': {'deep': 1}})
            """)

        #expect(
            values == [
                NamedValue("n", .null), NamedValue("b", .bool(true)), NamedValue("i", .int(-7)),
                NamedValue("f", .double(0.5)), NamedValue("s", .string("é")),
                NamedValue("y", .bytes([0, 255])),
                NamedValue("l", .list([.int(1), .list([.int(2)])])),
                NamedValue("t", .tuple([.int(1), .string("a")])),
                NamedValue("u", .set([.int(1), .int(2)])),
                NamedValue(
                    "d", .dictionary([NamedValue("k", .dictionary([NamedValue("deep", .int(1))]))])),
            ])
    }

    @Test func `what no file can hold is left out, and what contains it`() throws {
        let values = try stored(
            """
            import threading
            loop = []; loop.append(loop)
            store('a', threading.Lock()); store('o', me); store('in', [1, me]); store('loop', loop)
            store('big', 1 << 80); store('half', '\\ud800'); store('keys', {1: 2}); store('z', 1)
            """)

        #expect(values == [NamedValue("z", .int(1))])
    }
}
