import Testing

@testable import Exploration

struct PlayReportTests {
    @Test func `the one that has the processor comes first, the others are switches`() {
        var execution = Execution(
            decisions: [Decision(chosen: 0, current: 0, sleeper: 2, candidates: [0, 1, 2])], hash: 7
        )
        execution.names = [0: "MainThread", 1: "a"]
        execution.paused = [
            PausedThread(number: 0, name: "MainThread", wait: "", place: nil, values: [])
        ]

        let report = PlayReport(execution, choices: [], conditions: conditions)

        #expect(report.candidates.map(\.name) == ["MainThread", "a", "thread 2"])
        #expect(report.candidates.map(\.isPreemption) == [false, true, true])
        #expect(report.candidates.map(\.letsTimePass) == [false, false, true])
        #expect(report.schedule == nil)
    }

    @Test func `at the end there is nobody to move, and the schedule of a defect is kept`() {
        let execution = Execution(
            decisions: [Decision(chosen: 1, current: 0, sleeper: nil, candidates: [0, 1])], hash: 7,
            defects: [Defect(.deadlock, "They wait.")])

        let report = PlayReport(execution, choices: [1], conditions: conditions)

        #expect(report.candidates.isEmpty)
        #expect(report.preemptions == 1)
        #expect(report.schedule?.choices == [1])
        #expect(report.defects.map(\.defect.kind) == [.deadlock])
    }

    private var conditions: ScheduleFile.Conditions {
        .init(ExploreOptions(target: "x.py"), python: "3.11.2", code: [:])
    }
}
