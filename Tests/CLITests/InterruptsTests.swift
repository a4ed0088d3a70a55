import Foundation
import Testing

/// Signals come from the project itself, in a frame that it chooses, so that no test waits for one.
@Suite struct InterruptsTests {
    private static func project(_ inFrame3: String) -> String {
        """
        import os, signal, threading, time
        def onFrameStart(frame):
        \tif frame >= 3:
        \t\t\(inFrame3)
        def onExit():
        \tprint('onExit ran')
        """
    }

    @Test(arguments: [("SIGINT", 130, "Ctrl-C"), ("SIGTERM", 143, "SIGTERM")])
    func `the first signal ends the run in order`(
        signal: String, code: Int32, words: String
    ) async throws {
        let file = try Scratch().add(
            "a.py", Self.project("os.kill(os.getpid(), signal.\(signal))"))

        // On virtual time, because a busy machine drops frames of the real one.
        let run = try await ProgramRun.understudy([file.path, "--forever", "--clock", "virtual"])

        #expect(run.exitCode == code)
        #expect(run.output.contains("onExit ran"))
        #expect(run.output.contains("ended by \(words) (exit \(code))"))
        #expect(run.output.contains("a: 3 frames"))
    }

    @Test(arguments: [("SIGINT", 130), ("SIGTERM", 143)])
    func `the second signal ends a run that does not come back`(
        signal: String, code: Int32
    ) async throws {
        let twice = """
            threading.Thread(target=lambda: (time.sleep(0.1), os.kill(os.getpid(), signal.\(signal))), daemon=True).start()
            \t\tos.kill(os.getpid(), signal.\(signal))
            \t\twhile True: pass
            """
        let file = try Scratch().add("a.py", Self.project(twice))

        let run = try await ProgramRun.understudy([file.path, "--forever"], limit: 20)

        #expect(run.exitCode == code)
        #expect(!run.isTooSlow)
        #expect(!run.output.contains("onExit ran"))
    }

    @Test func `a thread conflict outranks the signal`() async throws {
        let file = try Scratch().add(
            "a.py",
            Self.project(
                """
                one = threading.Thread(target=lambda: op('table1'), daemon=True)
                \t\tone.start()
                \t\tone.join()
                \t\tos.kill(os.getpid(), signal.SIGINT)
                """))

        let run = try await ProgramRun.understudy([file.path, "--forever", "--format", "json"])

        #expect(run.exitCode == 10, "\(run.text)")
        #expect(try Summary(run.output).exitCode == 10)
    }
}
