import Foundation
import Testing

#if os(Linux)
/// What `verify` says of its proofs.
@Suite struct ProofTests {
    private struct Answer: Decodable {
        struct Component: Decodable {
            let verdict: String
            let given: [String]
        }

        let verdict: String
        let components: [Component]
    }

    private static let lamp = """
        import queue, random, threading
        import site_packages

        class Lamp:
            def __init__(self, ownerComp):
                self.jobs = queue.Queue()
            def CheckResults(self):
                if absTime.frame == 2:
                    threading.Thread(target=self.work, daemon=True).start()
                if absTime.frame == 4:
                    project.quit(force=True)
            def work(self):
                self.jobs.put(random.random())
                with open('lamps.txt', 'a') as file:
                    file.write('on')
        """

    /// - Returns: The run, and its answer where it has one.
    private func verify(_ text: String, _ options: [String]) async throws -> (ProgramRun, Answer?) {
        let scratch = try Scratch()
        try scratch.add("lamp.py", text)
        try scratch.add("env/site-packages/lamps/__init__.py", "")
        let run = try await ProgramRun.understudy(
            [
                "lamp.py", "--scenarios", "own", "--replays", "none", "--seconds", "600",
                "--format",
                "json",
            ] + options, command: "verify", in: scratch.folder, limit: 300)
        return (run, try? JSONDecoder().decode(Answer.self, from: Data(run.output.utf8)))
    }

    @Test func `a proof says what it does not speak of`() async throws {
        let text = Self.lamp.replacing(
            "import site_packages",
            with: "import sys\nsys.path.append('env/site-packages')\nimport lamps")

        let (run, answer) = try await verify(text, ["--preemptions", "1"])

        #expect(answer?.verdict == "proved", "\(run.text)")
        #expect(
            answer?.components.first?.given == [
                "The project ends itself after 4 frames, and what would come later is not run.",
                "Schedules write lamps.txt, and each finds it as the one before has left it.",
                "Random numbers are the same in each schedule.",
                "Inside of lamps threads are switched where they wait or take a lock, and nowhere "
                    + "else.",
            ], "\(run.text)")
    }

    @Test func `a file that is gone in the end is no news`() async throws {
        let text =
            Self.lamp
            .replacing("import site_packages", with: "import os")
            .replacing("random.random()", with: "1").replacing("== 4", with: "== 400")
            + "\n        os.remove('lamps.txt')"

        let (run, answer) = try await verify(text, ["--preemptions", "1", "--frames", "4"])

        #expect(answer?.verdict == "proved", "\(run.text)")
        #expect(answer?.components.first?.given == [], "\(run.text)")
    }

    @Test(arguments: [(["--require-proof"], 1), ([], 0)])
    func `where a proof is asked for, nothing found is not enough`(
        options: [String], code: Int
    ) async throws {
        let text = Self.lamp.replacing("import site_packages", with: "")

        let (run, answer) = try await verify(
            text, ["--preemptions", "3", "--schedules", "5"] + options)

        #expect(Int(run.exitCode) == code, "\(run.text)")
        #expect(answer?.verdict == "unproved", "\(run.text)")
        let (proved, _) = try await verify(text, ["--preemptions", "0"] + options)
        #expect(proved.exitCode == 0, "\(proved.text)")
    }
}
#endif
