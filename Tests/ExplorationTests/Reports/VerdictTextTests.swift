import Exploration
import Testing

@Suite struct VerdictTextTests {
    private func text(_ program: ToyProgram, bound: Int, schedules: Int = 10_000) -> [String] {
        var options = ExploreOptions(target: "toy")
        options.bound = bound
        options.schedules = schedules
        options.frames = 8
        let verdict = Exploring(options, seconds: { 0 }, run: program.run).verdict()
        return VerdictText(ExplorationReport(verdict, options, files: ["toy-1.tdsched"])).lines
    }

    @Test func `a proof says what was run`() {
        #expect(
            text(ToyProgram(steps: [2, 2]), bound: 2) == [
                "6 schedules explored in 0.0 s, 5 of them different: no defect.",
                "Proved: no defect in all schedules with up to 2 preemptions, 5 of them, at level "
                    + "reachable, 8 frames.",
            ])
    }

    @Test func `a budget that ran out is no proof`() {
        let lines = text(ToyProgram(steps: [3, 3]), bound: 9, schedules: 4)

        #expect(lines.last?.contains("those with 1 were not all reached") == true)
    }

    @Test func `what chance decides is never proved`() {
        var calls: UInt64 = 0
        let verdict = Exploring(ExploreOptions(target: "toy"), seconds: { 0 }) { policy in
            calls += 1
            var execution = ToyProgram(steps: [1, 1]).run(policy)
            execution.hash = calls
            return execution
        }.verdict()

        let report = ExplorationReport(verdict, ExploreOptions(target: "toy"))
        let lines = VerdictText(report).lines

        #expect(verdict.exhausted == 3)
        #expect(lines.last?.hasPrefix("Nothing is proved: the same decisions") == true)
    }

    @Test func `a defect comes with its order and its replay file`() {
        let lines = text(ToyProgram(steps: [3, 3]) { $0[1] == 1 }, bound: 1)

        #expect(lines[0] == "exception: It breaks. [TH701]")
        #expect(lines.contains("  why: understudy explain TH701"))
        #expect(lines.contains("  replay: understudy replay toy-1.tdsched"))
        #expect(lines.contains { $0.contains("shrunk to 1 preemption at level reachable") })
        #expect(lines.contains { $0.contains("reproduced 10 of 10") })
        #expect(!lines.contains { $0.hasPrefix("Proved") })
    }
}
