import ExtensionHost
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct SummaryTextTests {
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
