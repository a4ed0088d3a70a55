import ExtensionHost
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct SummaryTextTests {
    @Test func `of many threads those that still run are told first`() throws {
        let host = try RunningHost()
        try host.check(
            """
            import threading
            for number in range(25):
                ended = threading.Thread(target=int)
                ended.start()
                ended.join()
            gate = threading.Event()
            parent().store('gate', gate)
            threading.Thread(target=gate.wait, name='a daemon', daemon=True).start()
            threading.Thread(target=gate.wait, name='no daemon').start()
            """)
        host.frames(2)

        let lines = SummaryText(host.host.end()).lines
        try host.run("parent().fetch('gate').set()")

        let first = try #require(lines.firstIndex { $0.hasPrefix("  threads     no daemon") })
        #expect(lines[first].contains("STILL ALIVE"))
        #expect(lines[first + 1].contains("a daemon"))
        #expect(lines[first + 20].contains("… and 7 more"))
    }

    @Test func `a thread's name does not move the terminal's cursor`() throws {
        let host = try RunningHost()
        try host.check(
            """
            import threading
            thread = threading.Thread(target=int, name='\\x1b[2Jquiet\\r')
            thread.start()
            thread.join()
            """)

        let text = SummaryText(host.host.end()).lines.joined(separator: "\n")

        #expect(text.contains("?[2Jquiet? (not a daemon)"))
        #expect(!text.contains("\u{1B}"))
    }

    @Test func `threads that failed at once are told one after the other`() throws {
        let host = try RunningHost()

        try host.check(
            """
            import threading
            gate = threading.Barrier(8)
            def fail(number):
                gate.wait()
                raise ValueError(f'of {number}')
            failing = [threading.Thread(target=fail, args=(n,), name=f'thread {n}') for n in range(8)]
            for each in failing: each.start()
            for each in failing: each.join()
            """)

        for number in 0..<8 {
            let head = try #require(host.errors.firstIndex { $0.hasPrefix("thread \(number): ") })
            let body = host.errors[(head + 1)...].prefix { !$0.contains("the thread failed") }
            #expect(body.contains("ValueError: of \(number)"), "\(body)")
        }
        _ = host.host.end()
    }
}
