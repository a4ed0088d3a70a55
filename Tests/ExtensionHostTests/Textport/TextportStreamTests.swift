import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct TextportStreamTests {
    @Test func `lines of many threads are never mixed`() throws {
        let host = try RunningHost()

        try host.check(
            """
            import threading
            def talk(name):
                for i in range(200):
                    print(name, end=' ')
                    print(i, 'x' * 20, sep='-', end='')
                    print()
            threads = [threading.Thread(target=talk, args=(f't{n}',)) for n in range(4)]
            for t in threads: t.start()
            for t in threads: t.join()
            """)

        let expected = (0..<4).flatMap { thread in
            (0..<200).map { "t\(thread) \($0)-\(String(repeating: "x", count: 20))" }
        }
        #expect(host.lines.sorted() == expected.sorted())
        #expect(host.host.summary().faults.isEmpty)
    }

    @Test func `sys.stdout is a stream as libraries expect it`() throws {
        let host = try RunningHost()

        try host.check(
            """
            import sys
            assert not sys.stdout.isatty() and sys.stdout.encoding == 'utf-8' and sys.stdout.writable()
            sys.stdout.writelines(['a\\n', 'b\\n'])
            assert sys.stdout.write('c\\n') == 2
            print('to err', file=sys.stderr, flush=True)
            """.replacing("import sys", with: "import sys\nbefore = 1"))

        #expect(host.lines == ["a", "b", "c", "to err"])
        #expect(host.errors == ["to err"])
    }
}
