import Foundation
import Testing

#if os(Linux)
/// What is wrong with a schedule is seen without anybody writing a test for it.
@Suite struct OracleTests {
    private func verify(
        _ text: String, _ options: [String] = [], in scratch: Scratch? = nil
    ) async throws -> ProgramRun {
        let scratch = try scratch ?? Scratch()
        try scratch.add("a.py", text)
        return try await ProgramRun.understudy(
            ["a.py"] + (options.contains("--frames") ? options : ["--frames", "3"] + options),
            command: "verify", in: scratch.folder, limit: 300)
    }

    @Test func `a thread that nobody wakes is told with the main thread that waits for it`()
        async throws
    {
        let run = try await verify(
            """
            import threading
            event = threading.Event()
            thread = threading.Thread(target=event.wait, daemon=True)
            thread.start()
            thread.join()
            event.set()
            """, ["--schedules", "1", "--replays", "none"])

        #expect(run.exitCode == 1)
        #expect(
            run.output.contains("deadlock: No thread can go on: MainThread waits for the end of"))
        #expect(run.output.contains("waits for an event"))
    }

    @Test func `the document's worker is proved, and its server's gaps are found`()
        async throws
    {
        let run = try await ProgramRun.understudy(
            [
                "python/document/td-threading.md", "--preemptions", "1", "--frames", "70",
                "--seconds", "60", "--replays", "none",
            ], command: "verify", limit: 300)

        let parts = run.output.components(separatedBy: "\n/project1/")
        let worker = try #require(parts.first { $0.hasPrefix("queue_and_poll:") }, "\(run.text)")
        #expect(worker.contains("Proved: no defect"), "\(worker)")
        #expect(worker.contains("when StartWork() is called twice"))
        let script = try #require(parts.first { $0.hasPrefix("script_beside:") })
        // On a crowded machine the program that it starts is not always as far, so it may stay unproved.
        #expect(script.contains("no defect."), "\(script)")
        let server = try #require(parts.first { $0.hasPrefix("web_server:") })
        #expect(server.contains("has no attribute 'is_active'"), "\(server)")
        #expect(server.contains("has no attribute 'shutdown_event'"))
        #expect(server.contains("2 defects, 1 advice."))
    }

    @Test func `a real server in the document's class shows what is wrong with its end`()
        async throws
    {
        let options = ["--preemptions", "0", "--frames", "40", "--seconds", "120"]
        let run = try await ProgramRun.understudy(
            ["python/document/real-server.md"] + options + ["--replays", "none"],
            command: "verify", limit: 300)

        #expect(
            run.output.contains("deadlock: Thread-4 (stopServerThread) waits for the end of"),
            "\(run.text)")
        #expect(
            run.output.contains("left behind: Thread-4 (stopServerThread) is no daemon"))
        #expect(run.output.contains("has no attribute 'is_active'"))
        #expect(
            run.output.contains("Once that wait is over: AttributeError: 'RealWebServer' object"))
    }

    @Test func `an update that another thread's is lost by is told without any assertion`()
        async throws
    {
        let text = """
            import threading

            class TotalExt:
                def __init__(self, ownerComp):
                    self.n = 0
                    self.lock = threading.Lock()
                    self.safe = 0
                def one(self):
                    return 1
                def add(self):
                    self.n = self.n + self.one()
                    with self.lock:
                        self.safe = self.safe + self.one()
                def StartWork(self):
                    for _ in range(2):
                        threading.Thread(target=self.add, daemon=True).start()
            """
        let options = ["--seconds", "120", "--preemptions", "1", "--scenarios", "own"]

        let run = try await verify(text, options + ["--replays", "none"])

        #expect(run.exitCode == 1, "\(run.text)")
        #expect(run.output.contains("lost update: Thread-"), "\(run.text)")
        #expect(run.output.contains("a.py:11"))
        #expect(!run.output.contains("TotalExt.safe"))
    }

    @Test(arguments: [
        (
            "self.thread.join()",
            "MainThread waits for the end of Thread-1 (work), which never comes to one."
        ),
        (
            "threading.Event().wait()",
            "MainThread waits for an event, and what goes on meanwhile does not bring that about: "
                + "Thread-1 (work)."
        ),
    ])
    func `a wait of the main thread for what never comes is a deadlock, though others go on`(
        wait: String, says: String
    ) async throws {
        let text = """
            import threading, time

            class Lamp:
                def __init__(self, ownerComp):
                    self.isOver = False
                    self.thread = threading.Thread(target=self.work, daemon=True)
                    self.thread.start()
                def work(self):
                    while not self.isOver:
                        time.sleep(0.5)
                def onDestroyTD(self):
                    \(wait)
            """

        let run = try await verify(
            text, ["--preemptions", "0", "--scenarios", "own", "--replays", "none"])
        let late = text.replacing("while not self.isOver", with: "for _ in range(1000)")
        let slow = try await verify(
            late, ["--preemptions", "0", "--scenarios", "own", "--replays", "none"])

        #expect(run.exitCode == 1)
        #expect(run.output.contains("deadlock: \(says)"), "\(run.text)")
        #expect(run.output.contains("a.py:12") && run.output.contains("a.py:10 in work"))
        // Eight minutes are long, and over.
        #expect(slow.output.contains("Proved: no defect") == wait.contains("join"), "\(slow.text)")
    }

    @Test(
        arguments: [
            (
                "with lock:\n        with lock:\n            pass",
                "a lock that it has itself. [TH509]"
            ),
            ("lock.acquire()", "a lock that Thread-1 (work) took and has not given back. [TH505]"),
        ])
    func `a lock that nobody gives back is told, also when only daemons wait for it`(
        body: String, says: String
    ) async throws {
        let text = """
            import threading
            lock = threading.Lock()

            def work():
                \(body)

            for _ in range(2):
                threading.Thread(target=work, daemon=True).start()
            """
        let run = try await verify(text, ["--schedules", "1", "--replays", "none"])

        #expect(run.exitCode == 1)
        #expect(run.output.contains("waits for \(says)"), "\(run.text)")
    }

    @Test func `a race is told with both accesses, and with whether CPython can do it`()
        async throws
    {
        let text = """
            import threading

            class RaceExt:
                def __init__(self, ownerComp):
                    self.state = ''
                    self.count = 0
                    self.seen = 0
                    self.lock = threading.Lock()
                    self.safe = 0
                def work(self, name):
                    self.state = name
                    self.count += 1
                    with self.lock:
                        self.safe = name
                def StartWork(self):
                    for name in ('a', 'b'):
                        threading.Thread(target=self.work, args=(name,), daemon=True).start()
                def CheckWork(self):
                    self.seen = self.count
            """
        let run = try await verify(
            text,
            [
                "--level", "shared", "--preemptions", "1", "--scenarios", "own", "--seconds", "120",
                "--replays", "none", "--format", "json",
            ])

        let object = try #require(
            JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let parts = try #require(object["components"] as? [[String: Any]])
        let defects = parts.flatMap { $0["defects"] as? [[String: Any]] ?? [] }
        func told(_ words: String) -> [String: Any]? {
            defects.first { ($0["sentence"] as? String)?.contains(words) == true }
        }
        let state = try #require(told("both write RaceExt.state"), "\(run.text)")
        #expect(state["rule"] as? String == "TH503")
        #expect(state["reachable"] as? Bool == true)
        let stacks = try #require(state["stacks"] as? [[String: Any]])
        #expect(
            stacks.map { ($0["calls"] as? [String])?.first }
                == Array(repeating: "a.py:11 in work", count: 2))
        let lost = try #require(told("writes RaceExt.count by what it was"), "\(run.text)")
        #expect(lost["reachable"] as? Bool == false)
        #expect(told("MainThread reads RaceExt.count")?["advice"] as? Bool == true)
        #expect(told("RaceExt.safe") == nil, "\(run.text)")
    }

    @Test func `a sample of planted defects is found, one by one`() async throws {
        let run = try await ProgramRun.understudy(
            [
                "python/tools/mutants.py", "--program", BuiltProgram.path, "--share", "26",
                "--seconds", "5",
            ], command: "python", limit: 600)

        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.output.contains("8 mutants of "), "\(run.text)")
        #expect(!run.output.contains("is not found"))
    }

    @Test func `a queue that grows from frame to frame is told`() async throws {
        let text = """
            import queue, threading, time
            results = queue.Queue()

            def work():
                while True:
                    results.put(1)
                    time.sleep(0.005)

            threading.Thread(target=work, daemon=True).start()

            def onFrameStart(frame):
                try:
                    results.get(block=False)
                except queue.Empty:
                    pass
            """
        let options = ["--frames", "32", "--schedules", "3", "--replays", "none"]
        let run = try await verify(text, options)

        #expect(run.exitCode == 1)
        #expect(run.output.contains("queue grows: A queue holds"), "\(run.text)")
        #expect(run.output.contains("--> a.py:2"))
    }

    @Test func `a pool that is being shut down outlives nothing`() async throws {
        let text = """
            from concurrent.futures import ThreadPoolExecutor

            class PoolExt:
                def __init__(self, ownerComp):
                    self.pool = ThreadPoolExecutor(1)
                def StartWork(self):
                    self.future = self.pool.submit(int, '12')
                def CheckWork(self):
                    pass
                def onDestroyTD(self):
                    self.pool.shutdown(wait=False)
            """
        let run = try await verify(
            text,
            ["--frames", "8", "--preemptions", "1", "--scenarios", "own", "--replays", "none"])

        #expect(!run.output.contains("outlives"), "\(run.text)")
        #expect(run.output.contains("Proved: no defect"))
    }

    @Test func `waits that are short one by one count together against the budget of a frame`()
        async throws
    {
        let text = """
            import time

            def onFrameStart(frame):
                for _ in range(3):
                    time.sleep(0.004)
            """
        let options = ["--replays", "none", "--schedules", "2"]
        let fits = try await verify(text, options)
        let exceeds = try await verify(text, options + ["--budget", "10"])

        #expect(!fits.output.contains("main thread waits"), "\(fits.text)")
        #expect(exceeds.output.contains("main thread waits: The main thread waits 12"))
    }
}
#endif
