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

    @Test(arguments: [("SIGINT", 130), ("SIGTERM", 143)])
    func `code that never comes back is interrupted, told with its line, and the run ends in order`(
        signal: String, code: Int32
    ) async throws {
        let endless = "os.kill(os.getpid(), signal.\(signal))\n\t\twhile True: pass"
        let file = try Scratch().add("a.py", Self.project(endless))

        let run = try await ProgramRun.understudy([file.path, "--forever"], limit: 20)

        #expect(run.exitCode == code)
        #expect(!run.isTooSlow)
        #expect(run.output.contains("onExit ran"))
        #expect(run.errors.contains("onFrameStart failed in frame"))
        #expect(run.errors.contains("this code did not come back"))
        #expect(run.errors.contains("a.py:5 in onFrameStart"), "\(run.text)")
    }

    @Test func `code that waits for a lock is interrupted like any other`() async throws {
        let endless = "os.kill(os.getpid(), signal.SIGTERM)\n\t\tthreading.Event().wait()"
        let file = try Scratch().add("a.py", Self.project(endless))

        let run = try await ProgramRun.understudy([file.path, "--forever"], limit: 20)

        #expect(run.exitCode == 143)
        #expect(run.output.contains("onExit ran"), "\(run.text)")
    }

    @Test(arguments: [
        "time.sleep(1000)", "while True:\n\t\t\ttry: time.sleep(0.01)\n\t\t\texcept: pass",
        "sum(iter(int, 1))",
    ])
    func `code that hears of no interrupt is told with its line and ended`(
        endless: String
    ) async throws {
        let stuck = "os.kill(os.getpid(), signal.SIGTERM)\n\t\t\(endless)"
        let file = try Scratch().add("a.py", Self.project(stuck))

        let run = try await ProgramRun.understudy([file.path, "--forever"], limit: 20)

        #expect(run.exitCode == 143)
        #expect(!run.isTooSlow)
        #expect(run.errors.contains("its code does not come back"))
        #expect(run.errors.contains("in onFrameStart"), "\(run.text)")
    }

    @Test func `an end that does not come back is ended too`() async throws {
        let file = try Scratch().add(
            "a.py",
            """
            import os, signal
            def onFrameStart(frame):
            \tos.kill(os.getpid(), signal.SIGTERM)
            def onExit():
            \twhile True: pass
            """)

        let run = try await ProgramRun.understudy([file.path, "--forever"], limit: 20)

        #expect(run.exitCode == 143)
        #expect(run.errors.contains("a.py:5 in onExit"), "\(run.text)")
    }

    @Test func `an end that nobody asked for has its time too, and each hook that waits is told`()
        async throws
    {
        let file = try Scratch().add(
            "a.py",
            """
            import threading

            class FirstExt:
            \tdef __init__(self, ownerComp: baseCOMP):
            \t\tself.worker = threading.Thread(target=threading.Event().wait, name='endless')
            \t\tself.worker.start()
            \tdef onDestroyTD(self):
            \t\tself.worker.join()

            class SecondExt(FirstExt):
            \tdef onDestroyTD(self):
            \t\tthreading.Event().wait()

            class ThirdExt(FirstExt):
            \tdef onDestroyTD(self):
            \t\tprint('the third ends')
            """)

        let run = try await ProgramRun.understudy(
            [file.path, "--frames", "3", "--clock", "virtual"], limit: 60)

        #expect(!run.isTooSlow)
        #expect(run.text.contains("The end stands still for 0.5 s"), "\(run.text)")
        for line in [8, 12] {
            #expect(run.output.contains("did not come back at \(file.path):\(line)"), "\(run.text)")
        }
        #expect(run.output.contains("the third ends"))
        // Three threads that are no daemons: Python took the one that was joined for ended.
        #expect(run.exitCode == 11)
        #expect(run.output.contains("2 errors, 3 threads that would hang the exit"))
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
