import Testing

@testable import Learn

struct JudgementTextTests {
    @Test func `a failure is told with its line, its help and what the lesson says of it`() throws {
        let failure = JudgedFailure(
            .defect("operator-off-main"), "It touches op().", line: 2,
            details: (1...9).map { "detail \($0)" }, help: "Use a queue.")

        let lines = try text(failed([failure])).lines()

        #expect(lines.contains("✗ It touches op().  [operator-off-main]"))
        #expect(lines.contains("    2 | a = 4"))
        #expect(lines.contains("    detail 6"))
        #expect(!lines.contains("    detail 7"))
        #expect(lines.contains("    help: Use a queue."))
        #expect(lines.contains("  A sleep changes the time,"))
    }

    @Test func `the trace shows all of it`() throws {
        let failure = JudgedFailure(.expectation, "no", details: (1...9).map { "detail \($0)" })

        #expect(try text(failed([failure])).lines(isFull: true).contains("    detail 9"))
    }

    @Test func `an exit code is left out when its reason is told`() throws {
        let reasons = [
            JudgedFailure(.exit(1), "The run ends with exit code 1."),
            JudgedFailure(.defect("exception"), "ValueError"),
        ]

        let lines = try text(failed(reasons)).lines()

        #expect(lines.first == "✗ ValueError  [exception]")
        #expect(!lines.contains { $0.contains("exit code") })
    }

    @Test func `a voice gets words for signs`() throws {
        let failure = JudgedFailure(.expectation, "no")

        let passed = try text(Judgement(), isPlain: true).lines()
        let failed = try text(failed([failure]), isPlain: true).lines()

        #expect(passed.first?.hasPrefix("Passed: ") == true)
        #expect(failed.first == "Not yet: no  [expect]")
    }

    @Test func `what the answer printed is shown, but not what the host said`() throws {
        var judgement = failed([JudgedFailure(.expectation, "no")])
        judgement.output = "[understudy] wiring\nhello\n" + String(repeating: "x", count: 500)

        let lines = try text(judgement).lines()

        #expect(lines.contains("    hello"))
        #expect(!lines.contains { $0.contains("wiring") })
        #expect(lines.allSatisfy { $0.count < 130 })
    }

    private func failed(_ failures: [JudgedFailure]) -> Judgement {
        var judgement = Judgement()
        judgement.failures = failures
        return judgement
    }

    private func text(_ judgement: Judgement, isPlain: Bool = false) throws -> JudgementText {
        let bench = try Workbench()
        let lesson = try LessonReader(bench.add("01-handover.md", SampleLesson.text)).lesson()
        return JudgementText(judgement, lesson, code: "import time\na = 4\n", isPlain: isPlain)
    }
}
