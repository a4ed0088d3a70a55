import Foundation
import Testing

#if os(Linux)
@Suite struct VerifyCommandTests {
    private static let lockOrder = """
        import threading
        a = threading.Lock()
        b = threading.Lock()

        def first():
            with a:
                with b:
                    pass

        def second():
            with b:
                with a:
                    pass

        threading.Thread(target=first, daemon=True).start()
        threading.Thread(target=second, daemon=True).start()
        """

    private static let lostUpdate = """
        import threading

        class Counter:
            def __init__(self):
                self.n = 0
            def one(self):
                return 1
            def add(self):
                self.n = self.n + self.one()

        counter = Counter()
        threads = [threading.Thread(target=counter.add, daemon=True) for _ in range(2)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        assert counter.n == 2
        """

    /// Made before control begins, by a module that takes its own references.
    private static let queueAndPoll = """
        import queue
        import threading
        results = queue.Queue()

        def work():
            results.put(sum([1, 2, 3]))

        threading.Thread(target=work, daemon=True).start()

        def onFrameStart(frame):
            try:
                value = results.get(block=False)
            except queue.Empty:
                return
            assert value == 6
        """

    private func verify(
        _ text: String, _ options: [String] = [], in scratch: Scratch? = nil
    ) async throws -> ProgramRun {
        let scratch = try scratch ?? Scratch()
        try scratch.add("a.py", text)
        return try await ProgramRun.understudy(
            ["a.py"] + (options.contains("--frames") ? options : ["--frames", "3"] + options),
            command: "verify", in: scratch.folder, limit: 300)
    }

    @Test func `a circle of locks is found with who waits for whom`() async throws {
        let run = try await verify(Self.lockOrder, ["--seconds", "120", "--preemptions", "1"])

        #expect(run.exitCode == 1, "\(run.text)")
        #expect(run.output.contains("Thread-1 (first) waits for a lock that Thread-2 (second) has"))
        #expect(run.output.contains("a.py:7 in first"))
        #expect(run.output.contains("shrunk to 1 preemption at level reachable"))
        #expect(run.output.contains("reproduced 10 of 10"))
    }

    @Test func `an update that is lost between two calls shows the lines in their order`()
        async throws
    {
        let run = try await verify(Self.lostUpdate, ["--seconds", "120", "--preemptions", "1"])

        #expect(run.exitCode == 1, "\(run.text)")
        #expect(run.output.contains("exception: AssertionError"))
        // One thread is put aside in the middle of the line, and goes on with it at the end.
        let line = "a.py:9  self.n = self.n + self.one()"
        #expect(run.output.contains("[Thread-1 (add)] \(line)"), "\(run.text)")
        #expect(run.output.contains("goes on: "))
    }

    @Test func `locks alone do not show what happens between two calls`() async throws {
        let run = try await verify(
            Self.lostUpdate, ["--seconds", "120", "--preemptions", "1", "--level", "sync"])

        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.output.contains("Proved: no defect in all schedules with up to 1 preemption"))
    }

    @Test func `a pattern that is right is proved`() async throws {
        let run = try await verify(Self.queueAndPoll, ["--seconds", "200", "--preemptions", "1"])

        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.output.contains("Proved: no defect in all schedules with up to 1 preemption"))
    }

    @Test
    func `fifteen seconds of a thread's sleep take no time, and a wait of the main thread is told`()
        async throws
    {
        let run = try await verify(
            """
            import queue, threading, time
            results = queue.Queue()
            def work():
                time.sleep(15)
                results.put(1)
            threading.Thread(target=work, daemon=True).start()
            def onFrameStart(frame):
                if frame == 2:
                    results.get()
            """, ["--schedules", "1", "--replays", "none"])

        #expect(run.exitCode == 1)
        #expect(run.output.contains("main thread waits: The main thread waits 149"), "\(run.text)")
        #expect(run.output.contains("--> a.py:9"))
    }

    @Test func `a loop in which no thread can be switched ends all the same`() async throws {
        let text = "import _thread\n_thread.start_new_thread(print, ())\nwhile True: pass"
        let run = try await verify(
            text, ["--level", "sync", "--seconds", "5", "--replays", "none"])

        #expect(run.exitCode == 1)
        #expect(run.output.contains("takes too long: A schedule did not end within"), "\(run.text)")
        #expect(run.output.contains("MainThread goes on and on where no thread can be switched"))
        #expect(run.output.contains("--> a.py:3\n"))
        #expect(run.output.contains("and not run again"))
    }

    @Test(
        arguments: [
            ("sum(range(10**12))", "keeps the GIL"),
            ("ctypes.CDLL(None).pause()", "has let the GIL go"),
        ])
    func `a thread that is stuck in C is named with its line, its call and the GIL`(
        call: String, gil: String
    ) async throws {
        let text = """
            import ctypes, threading
            def work():
                total = \(call)
            threading.Thread(target=work, daemon=True).start()
            """
        let run = try await verify(
            text, ["--seconds", "5", "--replays", "none", "--format", "json"])

        #expect(run.exitCode == 1)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let components = try #require(object["components"] as? [[String: Any]])
        let defect = try #require((components.first?["defects"] as? [[String: Any]])?.first)
        #expect(defect["kind"] as? String == "overdue")
        let sentence = try #require(defect["sentence"] as? String)
        #expect(sentence.hasSuffix("Thread-1 (work) \(gil) and does not come back from \(call)."))
        let place = try #require(defect["place"] as? [String: Any])
        #expect(place["file"] as? String == "a.py")
        #expect(place["line"] as? Int == 3)
        #expect(place["source"] as? String == "total = \(call)")
    }

    @Test func `a component that is not there is told with those that are`() async throws {
        let run = try await verify("print('ran')", ["--component", "nowhere"])

        #expect(run.exitCode == 2)
        #expect(run.errors.contains("has no component nowhere; it has a."), "\(run.text)")
    }

    @Test func `an invariant that one order of threads breaks is told`() async throws {
        let text = """
            import threading

            class TotalExt:
                def __init__(self, ownerComp):
                    self.n = 0
                def one(self):
                    return 1
                def add(self):
                    self.n = self.n + self.one()
                def StartWork(self):
                    for _ in range(2):
                        threading.Thread(target=self.add, daemon=True).start()
            """
        let options = [
            "--seconds", "120", "--preemptions", "1", "--invariant",
            "op('a').ext.TotalExt.n != 1 or absTime.frame < 2",
        ]

        let run = try await verify(text, options)

        #expect(run.exitCode == 1, "\(run.text)")
        #expect(run.output.contains("invariant broken: op('a').ext.TotalExt.n != 1"))
        #expect(run.output.contains("self.n = self.n + self.one()"))
        #expect(!run.output.contains("exception:"))
    }

    @Test func `a schedule is replayed step by step, and refused when the code has changed`()
        async throws
    {
        let scratch = try Scratch()
        let found = try await verify(
            Self.lostUpdate, ["--seconds", "120", "--preemptions", "1"], in: scratch)
        #expect(found.output.contains("replay: understudy replay a-1.tdsched"), "\(found.text)")

        let replay = try await ProgramRun.understudy(
            ["a-1.tdsched", "--step"], command: "replay", in: scratch.folder)
        #expect(replay.exitCode == 1, "\(replay.text)")
        #expect(replay.output.contains("The same schedule, step by step."))
        #expect(replay.output.contains("1  [MainThread] a.py:"))

        let file = scratch.folder.appendingPathComponent("a-1.tdsched")
        let text = try String(contentsOf: file, encoding: .utf8)
        try scratch.add("b.tdsched", text.replacing("\"choices\":[", with: "\"choices\":[200,"))
        let lost = try await ProgramRun.understudy(
            ["b.tdsched"], command: "replay", in: scratch.folder)
        #expect(lost.exitCode == 2)
        #expect(lost.output.contains("left its path at decision 1"), "\(lost.text)")
        #expect(lost.output.contains("Whether the defect is there is not known: "))

        try scratch.add("a.py", Self.lostUpdate + "\n# changed\n")
        let refused = try await ProgramRun.understudy(
            ["a-1.tdsched"], command: "replay", in: scratch.folder)
        #expect(refused.exitCode == 2)
        #expect(refused.errors.contains("a.py:1 has changed."))
    }

    @Test func `the answer is one JSON object, and nothing that the project prints gets into it`()
        async throws
    {
        let text = "import os\nos.write(1, b'printed')\n" + Self.lockOrder
        let run = try await verify(
            text, ["--seconds", "120", "--preemptions", "1", "--format", "json"])

        let object = try #require(
            JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(run.exitCode == 1, "\(run.text)")
        #expect(object["verdict"] as? String == "failed")
        #expect(object["exitCode"] as? Int == 1)
        let components = try #require(object["components"] as? [[String: Any]])
        let defects = try #require(components.first?["defects"] as? [[String: Any]])
        let deadlock = try #require(defects.first { $0["kind"] as? String == "deadlock" })
        #expect(deadlock["reproduced"] as? Int == 10)
        #expect(deadlock["replay"] as? String == "a-1.tdsched")
        let steps = try #require(deadlock["steps"] as? [[String: Any]])
        #expect(steps.contains { $0["thread"] as? String == "Thread-2 (second)" })
    }

    @Test(
        arguments: [
            "import os\nos._exit(0)",
            """
            import json, os
            for one in os.listdir('/proc/self/fd'):
                try:
                    os.write(int(one), b'{"verdict": "proved", "components": [], "exitCode": 0}')
                except OSError:
                    pass
            os._exit(0)
            """,
        ])
    func `what writes an answer of its own and ends is not proved`(text: String) async throws {
        let run = try await verify(text, ["--format", "json", "--seconds", "20"])

        let object = try #require(
            JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["verdict"] as? String == "failed", "\(run.text)")
        #expect(run.output.contains("ended the process with code 0"))
    }

    @Test func `an extension that ends the process while it is loaded is told, not believed`()
        async throws
    {
        let scratch = try Scratch()
        try scratch.add(
            "p.tdn",
            """
            format: tdn
            version: '2.0'
            network_path: /project1
            type: baseCOMP
            operators:
            - name: c
              type: baseCOMP
              sequences:
                ext:
                - object: op('./A').module.A(me)
                  name: A
                  promote: true
              parameters:
                initextonstart: true
              children:
              - name: A
                type: textDAT
                dat_content_format: text
                dat_content: |
                  import os
                  os._exit(0)
            """)
        let run = try await ProgramRun.understudy(
            ["p.tdn", "--format", "json", "--frames", "2", "--seconds", "20"], command: "verify",
            in: scratch.folder)

        let object = try #require(
            JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["verdict"] as? String == "failed", "\(run.text)")
    }

    @Test func `a call that the command line asks for is made in its frame`() async throws {
        let text = """
            class WorkExt:
                def __init__(self, ownerComp):
                    pass
                def Break(self):
                    raise ValueError('called')
            """
        let options = ["--replays", "none", "--schedules", "2", "--scenarios", "own"]
        let without = try await verify(text, options)
        let run = try await verify(text, options + ["--call", "1:op('a').ext.WorkExt.Break()"])

        #expect(without.exitCode == 0, "\(without.text)")
        #expect(run.exitCode == 1, "\(run.text)")
        #expect(run.output.contains("ValueError: called"))
    }

    @Test func `what is no schedule is refused`() async throws {
        let run = try await ProgramRun.understudy(["/etc/passwd"], command: "replay")

        #expect(run.exitCode == 2)
        #expect(run.errors.contains("is no schedule that this version can read"))
    }

    @Test(
        arguments: [
            ["--preemptions", "10"], ["--seconds", "0"], ["--schedules", "0"], ["--fps", "0"],
            ["--level", "deep"], ["--component", "nowhere"], ["--budget", "0"],
            ["--format", "xml"],
        ])
    func `a wrong option is told and nothing runs`(options: [String]) async throws {
        let run = try await verify("print('ran')", options)

        #expect(run.exitCode == 2, "\(run.text)")
        #expect(!run.text.contains("schedules explored"))
    }
}
#endif
