import Foundation
import Testing

/// Whatever way the project's code starts a process, it ends with the run.
@Suite struct ProcessKindsTests {
    /// Runs a project that starts processes in its first frame, until nobody has its output open any more.
    private func run(_ begin: String) async throws -> ProgramRun {
        let scratch = try Scratch()
        let file = try scratch.add(
            "kinds.py",
            """
            import multiprocessing, os, subprocess, sys, threading, time
            from concurrent.futures import ProcessPoolExecutor

            def compute(seconds):
                end = time.monotonic() + seconds
                while time.monotonic() < end: pass

            def has_child():
                try:
                    return os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
                except ChildProcessError:
                    return False

            class Kinds:
                def __init__(self, ownerComp):
                    \(begin.replacing("\n", with: "\n        "))
            """)
        // A process that goes on keeps the pipe open.
        return try await ProgramRun.shell(
            "{ $understudy run '\(file.path)' --frames 3 2>&1; echo \"exit $?\"; } | cat",
            limit: 120)
    }

    @Test(arguments: [
        (
            "self.one = multiprocessing.get_context('spawn').Process(target=time.sleep, args=(900,))\n"
                + "self.one.start()", ["SpawnProcess-1"]
        ),
        (
            "self.one = multiprocessing.get_context('fork').Process(target=compute, args=(900,))\n"
                + "self.one.start()", ["ForkProcess-1"]
        ),
        (
            "self.one = multiprocessing.get_context('forkserver').Process(target=time.sleep, args=(900,))\n"
                + "self.one.start()", ["ForkServerProcess-1"]
        ),
        (
            "self.one = multiprocessing.get_context('fork').Process(target=compute, args=(900,), daemon=True)\n"
                + "self.one.start()", ["ForkProcess-1"]
        ),
        (
            "self.pool = multiprocessing.get_context('fork').Pool(2)\n"
                + "self.pool.map_async(compute, [900] * 3)",
            ["ForkPoolWorker-1", "ForkPoolWorker-2"]
        ),
        ("if os.fork() == 0:\n    compute(900)\n    os._exit(0)", ["understudy run"]),
        ("os.spawnv(os.P_NOWAIT, '/bin/sleep', ['sleep', '900'])", ["sleep 900"]),
        ("os.posix_spawn('/bin/sleep', ['sleep', '900'], os.environ)", ["sleep 900"]),
        (
            "threading.Thread(target=os.system, args=('sleep 900; true',), daemon=True).start()\n"
                + "while not has_child(): pass",
            ["sh -c sleep 900; true"]
        ),
        ("self.pipe = os.popen('sleep 900')", ["sleep 900"]),
        ("subprocess.Popen('sleep 900 & wait', shell=True)", ["sleep 900 & wait"]),
    ])
    func `a process that would go on is told and ended`(begin: String, told: [String]) async throws
    {
        let run = try await run(begin)

        #expect(!run.isTooSlow, "\(run.text)")
        for name in told {
            let line = run.output.split(separator: "\n").first {
                $0.contains(name) && $0.hasSuffix("asked to end with the run")
            }
            #expect(line != nil, "\(run.text)")
        }
        #expect(!run.output.contains("did not come back"), "\(run.text)")
        #expect(run.output.hasSuffix("exit 0\n"), "\(run.text)")
    }

    @Test func `a busy pool keeps its thread, which is told, and its processes are ended`()
        async throws
    {
        let run = try await run(
            "self.pool = ProcessPoolExecutor(2)\nfor _ in range(4): self.pool.submit(time.sleep, 900)"
        )

        #expect(!run.isTooSlow, "\(run.text)")
        #expect(run.output.contains("Process-2 ("), "\(run.text)")
        #expect(run.output.hasSuffix("1 thread that would hang the exit (exit 11)\nexit 11\n"))
    }

    @Test(arguments: [
        "self.pool = multiprocessing.get_context('spawn').Pool(2)\nself.pool.map(abs, [1, 2])",
        "self.pool = ProcessPoolExecutor(2)\nlist(self.pool.map(abs, [1, 2]))",
        "self.manager = multiprocessing.Manager()\nself.shared = self.manager.dict(a=1)",
    ])
    func `what has nothing to do ends by itself`(begin: String) async throws {
        let run = try await run(begin)

        #expect(!run.isTooSlow, "\(run.text)")
        #expect(!run.output.contains("did not"), "\(run.text)")
        #expect(run.output.hasSuffix("exit 0\n"), "\(run.text)")
    }
}
