import Foundation
import Testing

#if os(Linux)
/// Schedules that run in one process show what they show in processes of their own.
@Suite struct SharedProcessTests {
    private struct Answer: Decodable {
        struct Part: Decodable {
            struct Proof: Decodable {
                let preemptions: Int
                let schedules: Int
            }
            struct Defect: Decodable { let sentence: String }
            let schedules: Int
            let different: Int
            let proof: Proof?
            let defects: [Defect]
        }
        let components: [Part]
    }

    /// A counter that two threads count up, with `%` where something is left behind.
    private static func text(_ what: String) -> String {
        """
        import os, queue, random, sys, threading

        class Counter:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp
                self.done = queue.Queue()
                self.begin()

            def begin(self):
        \(what.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n"))

            def StartCount(self):
                for _ in range(2):
                    threading.Thread(target=self.count).start()

            def count(self):
                self.done.put(1)

            def CheckCount(self):
                while not self.done.empty():
                    self.done.get()
        """
    }

    private func explored(
        _ what: String, _ options: [String] = ["--scenarios", "own"]
    ) async throws -> Answer.Part {
        let scratch = try Scratch()
        try scratch.add("a.py", Self.text(what))
        let run = try await ProgramRun.understudy(
            [
                "a.py", "--frames", "2", "--preemptions", "1", "--schedules", "60", "--seconds",
                "600", "--format", "json",
            ] + options, command: "verify", in: scratch.folder, limit: 300)
        return try #require(
            JSONDecoder().decode(Answer.self, from: Data(run.output.utf8)).components.first,
            "\(run.text)")
    }

    @Test(arguments: [
        // These are taken back.
        "if os.environ.pop('HOME', None) is None: raise RuntimeError('no home')",
        "if 'used' in sys.path: raise RuntimeError('used')\nsys.path.append('used')",
        "if threading.Thread().name != 'Thread-1': raise RuntimeError('not the first')",
        "number = random.random()\nif getattr(sys, 'number', number) != number: raise RuntimeError('another')\nsys.number = number",
        "if hasattr(queue, 'used'): raise RuntimeError('used')\nqueue.used = True",
        // What these change stays, and makes a difference, which is noticed.
        "if hasattr(queue.Queue.put, 'used'): raise RuntimeError('used')\nqueue.Queue.put.used = True",
        "queue.Queue.put.used = getattr(queue.Queue.put, 'used', 0) + 1\nfor _ in range(queue.Queue.put.used): self.done.put(1)",
        "queue.Queue.put.used = getattr(queue.Queue.put, 'used', 0) + 1\nif queue.Queue.put.used > 9: os._exit(3)",
        "queue.Queue.put.used = getattr(queue.Queue.put, 'used', 0) + 1\nif 3 < queue.Queue.put.used < 9: threading.Thread(target=self.count).start()",
        // What these leave keeps a process from being shared.
        "sys.kept = open(os.devnull)",
        "kept = os.open(os.devnull, os.O_RDONLY)\nsys.kept = open(os.devnull)\nos.close(kept)",
        "queue.kept = getattr(queue, 'kept', []) + [bytearray(os.urandom(1) * 5_000_000)]",
        "import colorsys",
    ])
    func `what a schedule leaves behind changes no other one`(what: String) async throws {
        let part = try await explored(what)

        #expect(part.defects.map(\.sentence) == [])
        #expect(part.proof?.preemptions == 1)
        guard what.contains("self.done") else { return }
        let alone = try await explored("self.done.put(1)")
        #expect(part.schedules == alone.schedules)
        #expect(part.different == alone.different)
    }

    /// A thread reads a value, in a few orders before the main thread has made it.
    private static func early(_ made: String, _ read: String) -> String {
        """
        import codecs, logging, queue, socket, sys, td, tdu, threading
        sys.path.insert(0, 'site-packages')
        import kept

        class Lamp:
            def __init__(self, ownerComp):
                self.step = 0

            def Start(self):
                threading.Thread(target=self.work, daemon=True).start()
                for self.step in (1, 2):
                    self.pause()
                \(made)

            def pause(self):
                pass

            def work(self):
                self.pause()
                if self.step == 1:
                    self.pause()
                    if self.step == 2:
                        \(read)
        """
    }

    @Test(arguments: [
        ("queue.lamp = 1", "queue.lamp"),
        ("queue.Queue.lamp = 1", "queue.Queue.lamp"),
        ("logging.root.lamp = 1", "logging.root.lamp"),
        ("kept.values['deep']['lamp'] = 1", "kept.values['deep']['lamp']"),
        ("kept.lamps.append(1)", "kept.lamps[0]"),
        ("kept.Kept.lamp = 1", "kept.Kept.lamp"),
        ("td.lamp = 1", "td.lamp"),
        ("tdu.Vector.lamp = 1", "tdu.Vector.lamp"),
        ("sys.modules['__main__'].lamp = 1", "sys.modules['__main__'].lamp"),
        ("logging.getLogger('a').lamp = 1", "logging.getLogger('a').lamp"),
        ("socket.setdefaulttimeout(5)", "1 / socket.getdefaulttimeout()"),
        (
            "codecs.register({'a b': codecs.lookup('ascii')}.get)",
            "codecs.lookup('a b')"
        ),
    ])
    func `what an earlier schedule has left hides no defect`(made: String, read: String)
        async throws
    {
        let scratch = try Scratch()
        try scratch.add("a.py", Self.early(made, read))
        try scratch.add(
            "site-packages/kept.py",
            "values = {'deep': {}}\nlamps = []\nclass Kept: pass\n")

        let run = try await ProgramRun.understudy(
            [
                "a.py", "--frames", "2", "--preemptions", "3", "--seconds", "600", "--scenarios",
                "own", "--until", "exception", "--replays", "none",
            ], command: "verify", in: scratch.folder, limit: 300)

        #expect(run.exitCode == 1, "\(run.text)")
        #expect(run.text.contains("1 defect."), "\(run.text)")
    }

    @Test(arguments: [
        // Nothing is wrong; an update is lost; something is left behind, which is noticed late.
        ("pass", "self.done.put(1)"),
        ("self.n = 0\nself.one = lambda: 1", "self.n = self.n + self.one()"),
        (
            "queue.Queue.put.used = getattr(queue.Queue.put, 'used', 0) + 1\n"
                + "if queue.Queue.put.used > 20: os._exit(3)", "pass"
        ),
    ])
    func `the answer is the same however many schedules run at once`(
        begin: String, count: String
    ) async throws {
        let scratch = try Scratch()
        let text = Self.text(begin).replacing("self.done.put(1)", with: count)
        try scratch.add("a.py", text)
        var answers: [[String: String]] = []
        for jobs in ["1", "2", "5"] {
            let run = try await ProgramRun.understudy(
                [
                    "a.py", "--frames", "2", "--preemptions", "2", "--schedules", "150",
                    "--seconds", "600", "--format", "json", "--jobs", jobs,
                ], command: "verify", in: scratch.folder, limit: 300)
            let file = scratch.folder.appendingPathComponent("a-1.tdsched")
            let replay = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            let time = try Regex(#""(seconds|time)" ?: ?[0-9.e-]+"#)
            answers.append(["json": run.output.replacing(time, with: ""), "replay": replay])
        }

        #expect(answers[0]["json"]?.contains("150") == true)
        #expect(answers[1] == answers[0])
        #expect(answers[2] == answers[0])
    }

    @Test(arguments: [
        "server = socket.create_server(('127.0.0.1', 30149))\nsum(range(100000))\nserver.close()",
        "with open('kept', 'x') as file: file.write('1')\nsum(range(100000))\nos.remove('kept')",
        "os.mkdir('kept')\nsum(range(100000))\nos.rmdir('kept')",
        "subprocess.run(['mkdir', 'kept'], check=True)\nsubprocess.run(['rmdir', 'kept'])",
        // Nobody sees this one, but what it does to others.
        "if libc.mkdir(b'kept', 0o777) != 0: raise RuntimeError('there')\nsum(range(100000))\nlibc.rmdir(b'kept')",
    ])
    func `schedules that would notice each other do not run at once`(what: String) async throws {
        let part = try await explored(
            "import ctypes, socket, subprocess\nlibc = ctypes.CDLL('libc.so.6')\n\(what)",
            ["--jobs", "4", "--scenarios", "face"])

        #expect(part.defects.map(\.sentence) == [])
    }

    @Test func `most schedules share a process with others`() async throws {
        let scratch = try Scratch()
        try scratch.add(
            "a.py",
            """
            import os, queue, threading

            class Lamp:
                def __init__(self, ownerComp):
                    self.jobs = queue.Queue()
                def StartWork(self):
                    with open('processes', 'a') as file:
                        file.write(f'{os.getpid()}\\n')
                    self.thread = threading.Thread(target=self.work, daemon=True)
                    self.thread.start()
                def work(self):
                    for number in range(5): self.jobs.put(number)
                def CheckResults(self):
                    while not self.jobs.empty(): self.jobs.get()
                def onDestroyTD(self):
                    self.thread.join()
            """)

        let run = try await ProgramRun.understudy(
            [
                "a.py", "--scenarios", "own", "--frames", "3", "--schedules", "100", "--seconds",
                "600", "--replays", "none",
            ], command: "verify", in: scratch.folder, limit: 300)

        let file = scratch.folder.appendingPathComponent("processes")
        let processes = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(processes.count >= 100, "\(run.text)")
        #expect(Set(processes).count < 30, "of \(processes.count)")
    }

    @Test func `a program that stays is in no other schedule, and is ended`() async throws {
        let part = try await explored(
            """
            if os.system('grep -qsa [3]0137 /proc/[0-9]*/cmdline') == 0: raise RuntimeError('one is there')
            os.system('sleep 30137 &')
            """)

        #expect(part.defects.map(\.sentence) == [])
        let search = try await ProgramRun.shell("grep -qsa '[3]0137' /proc/[0-9]*/cmdline")
        #expect(search.exitCode != 0)
    }

    @Test func `a thread that stays is in no other schedule`() async throws {
        let part = try await explored(
            """
            if threading.active_count() > 1: raise RuntimeError('not alone')
            threading.Thread(target=threading.Event().wait, daemon=True).start()
            """)

        #expect(part.defects.map(\.sentence) == [])
        #expect(part.schedules == 60)
    }
}
#endif
