import Exploration
import Testing

@Suite struct InterleavingTests {
    private func execution(_ order: [(thread: Int, line: Int)]) -> Execution {
        var execution = Execution(
            decisions: [], hash: 0,
            events: order.map { Execution.Event(thread: $0.thread, site: $0.line) })
        execution.names = [0: "MainThread", 1: "worker"]
        for (_, line) in order {
            execution.sites[line] = .init(file: "/a/b.py", line: line, source: "line \(line)")
        }
        return execution
    }

    private func lines(_ order: [(thread: Int, line: Int)]) -> [String] {
        Interleaving.lines(of: Interleaving(execution(order)).shown)
    }

    @Test func `lines far from a switch are left out`() {
        let order = (1...6).map { (0, $0) } + [(1, 20)] + (7...12).map { (0, $0) }

        #expect(
            lines(order) == [
                "[MainThread] b.py:5  line 5",
                "[MainThread] b.py:6  line 6",
                "    [worker] b.py:20  line 20",
                "[MainThread] b.py:7  line 7",
                "[MainThread] b.py:8  line 8",
            ])
    }

    @Test func `a line that has several points is one step`() {
        #expect(Interleaving(execution([(0, 1), (0, 1), (0, 2)])).steps.count == 2)
    }

    @Test func `a very long order is cut in the middle`() {
        let order = (0..<200).map { ($0 % 2, $0) }
        let lines = lines(order)

        #expect(lines.count == 41)
        #expect(lines[20] == "… 160 lines …")
    }

    @Test func `who is put aside within a line goes on with it`() {
        var broken = execution([(0, 1), (1, 1)])
        broken.events.append(.init(thread: 0, site: 1, goesOn: true))

        #expect(
            Interleaving.lines(of: Interleaving(broken).shown).last?.hasSuffix("goes on: line 1")
                == true)
    }

    @Test func `what is left out between two switches is counted`() {
        let lines = lines([(0, 1), (1, 2)] + (10...19).map { (1, $0) } + [(0, 30)])

        #expect(lines.contains("… 7 lines …"), "\(lines)")
    }
}
