import Testing

@testable import Learn

struct ThreadLanesTests {
    @Test func `each thread has a column, in the order in which they came`() {
        let lines = ThreadLanes([
            step("main", 4, "    with a:"), step("worker", 9, "with b:"),
            step("main", 5, "b.acquire()"),
        ]).lines

        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("main "))
        #expect(lines[1].hasPrefix("4 with a: "))
        #expect(lines[2].drop { $0 == " " }.hasPrefix("| 9 with b:"))
    }

    @Test func `one thread alone needs no columns`() {
        #expect(ThreadLanes([step("main", 1, "a"), step("main", 2, "b")]).lines.isEmpty)
    }

    @Test func `of a long order the end is shown`() {
        let steps = (0..<200).map { step($0.isMultiple(of: 2) ? "a" : "b", $0, "x") }

        let lines = ThreadLanes(steps).lines

        #expect(lines[1] == "… 170 lines before")
        #expect(lines.last?.contains("199 x") == true)
    }

    private func step(_ thread: String, _ line: Int, _ source: String) -> VerifyOutcome.Step {
        VerifyOutcome.Step(thread: thread, file: "x.py", line: line, source: source)
    }
}
