import Exploration
import Testing

@Suite struct ExplorationReportTests {
    private func report(
        _ program: ToyProgram, bound: Int = 2, schedules: Int = 10_000
    ) -> ExplorationReport {
        var options = ExploreOptions(target: "toy")
        options.bound = bound
        options.schedules = schedules
        let verdict = Exploring(options, seconds: { 0 }, run: program.run).verdict()
        return ExplorationReport(verdict, options, files: ["toy-1.tdsched"])
    }

    @Test func `all schedules up to the bound are a proof`() {
        let report = report(ToyProgram(steps: [2, 2]))

        #expect(report.outcome == .proved)
        #expect(report.proof?.preemptions == 2)
        #expect(report.proof?.level == .reachable)
        #expect(report.proof?.schedules == 5)
        #expect(report.name == "toy")
    }

    @Test func `some of them prove less, and that is not what was asked for`() {
        let report = report(ToyProgram(steps: [9, 9]), bound: 3, schedules: 20)

        #expect(report.outcome == .unproved)
        #expect(report.proof?.preemptions == 1)
    }

    @Test func `where nobody had a choice the proof says that there was none`() {
        let report = report(ToyProgram(steps: [3]))

        #expect(report.outcome == .proved)
        #expect(
            report.reason.hasPrefix("Proved: no defect in the only schedule there is, at level"))
    }

    @Test func `a project that never runs anything proves nothing`() {
        let options = ExploreOptions(target: "toy")
        var verdict = Exploring(options, seconds: { 0 }, run: ToyProgram(steps: [3]).run).verdict()
        verdict.idleness = "Nothing in toy is ever called."

        let report = ExplorationReport(verdict, options)

        #expect(report.outcome == .unproved)
        #expect(report.reason == "Nothing is proved. Nothing in toy is ever called.")
    }

    @Test func `a defect comes with its steps and its file`() throws {
        let report = report(ToyProgram(steps: [3, 3]) { $0[1] == 1 })

        #expect(report.outcome == .failed)
        let defect = try #require(report.defects.first)
        #expect(defect.replay == "toy-1.tdsched")
        #expect(defect.preemptions == 1)
    }

    @Test func `what does no harm by itself is no failure`() {
        let report = ReportSamples.advised

        #expect(report.outcome == .proved)
        #expect(report.defects.map(\.defect.rule) == ["TH503"])
        let lines = VerdictText(report).lines
        #expect(lines.first == "advice, race: One reads, one writes. [TH503]")
        #expect(lines.contains { $0.hasSuffix("no defect, 1 advice.") })
        #expect(lines.contains { $0.hasPrefix("Proved: no defect in") })
        #expect(GitHubReport.lines([report]).first?.hasPrefix("::notice file=a.py") == true)
        #expect(!JUnitReport.text([report], check: "{}").contains("<failure"))
    }

    @Test(arguments: [
        ("AttributeError: 'NoneType' object has no attribute 'put'", "ask for None first."),
        ("AttributeError: 'A' object has no attribute 'put'", "Mend TH601."),
    ])
    func `an exception of None has a mend of its own, and any other its rule's`(
        message: String, mend: String
    ) throws {
        var verdict = Verdict()
        verdict.counterexamples = [
            Counterexample(
                defect: Defect(
                    .exception, message,
                    rule: DefectRule.exception(message, isInThread: false)),
                execution: Execution(decisions: [], hash: 1), foundAfter: 1, reproduced: 10)
        ]

        let report = ExplorationReport(verdict, ExploreOptions(target: "toy"))
            .mended { "Mend \($0)." }

        let defect = try #require(report.defects.first?.defect)
        #expect(defect.help.hasSuffix(mend))
    }

    @Test func `no answer is no proof`() {
        let options = ExploreOptions(target: "toy")
        let report = ExplorationReport(unanswered: options, reason: "It ended.")

        #expect(report.outcome == .unproved)
        #expect(VerdictText(report).lines == ["It ended."])
    }
}
