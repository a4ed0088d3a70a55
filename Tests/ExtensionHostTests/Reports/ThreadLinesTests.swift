import ExtensionHost
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct ThreadLinesTests {
    /// The lines of the threads that a script has started.
    private func lines(_ script: String) throws -> [String] {
        let host = try RunningHost()
        try host.check(script)
        host.frames(2)
        let lines = SummaryText(host.host.end()).lines
        try host.run("gate = parent().fetch('gate', None)\nif gate: gate.set()")
        let first = try #require(lines.firstIndex { $0.hasPrefix("  threads ") })
        let rest = lines[first...].prefix { $0.hasPrefix("   ") || $0.hasPrefix("  threads ") }
        return rest.map { String($0.dropFirst(14)) }
    }

    @Test func `of many threads those that still run are told first`() throws {
        let lines = try lines(
            """
            import threading
            for number in range(25):
                ended = threading.Thread(target=int, name=f'ended {chr(97 + number)}')
                ended.start()
                ended.join()
            gate = threading.Event()
            parent().store('gate', gate)
            threading.Thread(target=gate.wait, name='a daemon', daemon=True).start()
            threading.Thread(target=gate.wait, name='no daemon').start()
            """)

        #expect(lines[0].hasPrefix("no daemon (not a daemon)") && lines[0].contains("STILL ALIVE"))
        #expect(lines[1].hasPrefix("a daemon (daemon)"))
        #expect(lines[2].hasPrefix("ended a "))
        #expect(lines.count == 21)
        #expect(lines.last == "… and 7 more")
    }

    @Test func `threads that are alike are told together`() throws {
        let lines = try lines(
            """
            import threading
            for number in range(1, 26):
                ended = threading.Thread(target=int, name=f'Thread-{number} (int)')
                ended.start()
                ended.join()
            other = threading.Thread(target=float, name='Thread-26 (float)')
            other.start()
            other.join()
            """)

        #expect(lines.count == 4, "\(lines)")
        #expect(lines[0].hasPrefix("Thread-1 (int) (not a daemon)"))
        #expect(lines[1].hasPrefix("Thread-2 (int) (not a daemon)"))
        #expect(lines[2] == "… and 23 more like these, the last of them Thread-25 (int)")
        #expect(lines[3].hasPrefix("Thread-26 (float)"))
    }

    @Test func `three of a kind, or what differs in more than its number, are told one by one`()
        throws
    {
        let lines = try lines(
            """
            import threading
            gate = threading.Event()
            parent().store('gate', gate)
            for target in (int, int, int, gate.wait):
                thread = threading.Thread(target=target, name='of one', daemon=True)
                thread.start()
                if target is int: thread.join()
            """)

        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.hasPrefix("of one (daemon)") }, "\(lines)")
        #expect(lines[3].contains("still alive"))
    }
}
