import Exploration
import Testing

@Suite struct GivenTests {
    private func report(_ given: Given, bound: Int = 2) -> ExplorationReport {
        var options = ExploreOptions(target: "toy")
        options.bound = bound
        options.frames = 9
        let program = ToyProgram(steps: [2, 2])
        var verdict = Exploring(options, seconds: { 0 }, run: program.run).verdict()
        verdict.given = given
        return ExplorationReport(verdict, options)
    }

    @Test func `a proof of all that a project does takes nothing as given`() {
        #expect(report(Given()).given.isEmpty)
    }

    @Test func `what it does not speak of is said beside it`() {
        var given = Given()
        given.framesRun = 1
        given.file = "log.txt"
        given.isByChance = true
        given.packages = ["a", "b", "c", "d", "e", "f", "g"]

        let report = report(given)

        let sentences = [
            "The project ends itself after 1 frame, and what would come later is not run.",
            "Schedules write log.txt, and each finds it as the one before has left it.",
            "Random numbers are the same in each schedule.",
            "Inside of a, b, c, d, e and 2 more threads are switched where they wait or take a lock, "
                + "and nowhere else.",
        ]
        #expect(report.given == sentences)
        #expect(VerdictText(report).lines.suffix(4) == sentences)
        for sentence in sentences {
            #expect(
                VerificationJSON.text([report], check: "{}", hasFailed: false, exitCode: 0)
                    .contains(sentence))
            #expect(HTMLReport.text([report], target: "toy", check: []).contains(sentence))
        }
    }

    @Test func `a project that runs all of its frames does not end itself`() {
        var given = Given()
        given.framesRun = 9

        #expect(report(given).given.isEmpty)
    }

    @Test func `schedules tell how far they came and what they wrote`() {
        let program = ToyProgram(steps: [2, 2])
        // The first two are run to see whether they are the same.
        var frames = [1, 1, 7, 5, 6].makeIterator()

        let verdict = Exploring(
            ExploreOptions(target: "toy"), seconds: { 0 },
            run: { policy in
                var execution = program.run(policy)
                execution.framesRun = frames.next()
                execution.written = execution.framesRun == 5 ? "late.txt" : nil
                return execution
            }
        ).verdict()

        #expect(verdict.given.framesRun == 5)
        #expect(verdict.given.file == "late.txt")
    }
}
