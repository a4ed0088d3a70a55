import Exploration
import Testing

@Suite struct ExplorationReportWorstTests {
    private func report(_ program: ToyProgram, schedules: Int = 10_000) -> ExplorationReport {
        var options = ExploreOptions(target: "toy")
        options.bound = 1
        options.schedules = schedules
        return ExplorationReport(
            Exploring(options, seconds: { 0 }, run: program.run).verdict(), options)
    }

    @Test func `one that fails outweighs all others, and nothing proves nothing`() {
        let proved = report(ToyProgram(steps: [2, 2]))
        let failed = report(ToyProgram(steps: [2, 2]) { _ in true })
        let unproved = report(ToyProgram(steps: [9, 9]), schedules: 2)

        #expect(ExplorationReport.Outcome.worst(of: [proved, proved]) == .proved)
        #expect(ExplorationReport.Outcome.worst(of: [proved, unproved]) == .unproved)
        #expect(ExplorationReport.Outcome.worst(of: [proved, failed, unproved]) == .failed)
        #expect(ExplorationReport.Outcome.worst(of: []) == .unproved)
    }
}
