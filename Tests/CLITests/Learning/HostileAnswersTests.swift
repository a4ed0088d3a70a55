import Foundation
import Testing

/// Answers that want to pass, harm or hang instead of being right: none of them does.
struct HostileAnswersTests {
    /// An attack: what it is called, and the Python that a lesson's answer begins with.
    struct Attack: CustomTestStringConvertible, Sendable {
        let name: String
        let code: String

        var testDescription: String { name }
    }

    static let attacks = [
        Attack(name: "an endless loop", code: "while True: pass"),
        Attack(name: "an endless loop that swallows all", code: endlessLoop),
        Attack(
            name: "a fork bomb",
            code: "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass"),
        Attack(
            name: "a bomb of sessions",
            code:
                "import os\nwhile True:\n    if os.fork() == 0:\n        os.setsid()\n        os.setpgid(0, 0)"
        ),
        Attack(name: "a memory hog", code: "hog = []\nwhile True: hog.append(bytearray(64 << 20))"),
        Attack(name: "an early end", code: "import os\nos._exit(0)"),
        Attack(
            name: "an early end with a report",
            code: "import os\nprint('\(report)', flush=True)\nos._exit(0)"),
        Attack(name: "a forged report", code: forgery),
        Attack(name: "a signal to the judge", code: "import os\nos.kill(os.getppid(), 9)"),
        Attack(
            name: "the judge's own modules",
            code: "import understudy_explore\nunderstudy_explore.x = 1"),
        Attack(
            name: "another op()",
            code:
                "import td\nclass Fake:\n    val = '42'\n    def __getitem__(self, key): return self\ntd.op = lambda *a: Fake()"
        ),
        Attack(name: "a flood of output", code: "while True: print('x' * 1000)"),
        Attack(
            name: "a file without end",
            code: "with open('big', 'wb') as f:\n    while True: f.write(bytes(1 << 20))"),
        Attack(name: "sys.exit(0)", code: "import sys\nsys.exit(0)"),
        Attack(name: "an exception that is no Exception", code: "raise SystemExit(0)"),
        Attack(name: "broken Python", code: "def :"),
        Attack(name: "deep nesting", code: "x = " + String(repeating: "(", count: 5000)),
        Attack(name: "nothing", code: ""),
    ]

    @Test(arguments: attacks)
    func `a hostile answer does not pass and does not hang`(attack: Attack) async throws {
        let scratch = try Scratch()
        let lesson = try scratch.add("01-sum.md", Self.lesson)
        let precious = try scratch.add("precious.txt", "mine")
        let start = ["run", "--folder", "me"]
        _ = try await learn([lesson.path, "--folder", "me"], in: scratch)
        try scratch.add("me/01-sum/sum.py", attack.code + "\n")

        let run = try await learn(start, in: scratch)

        #expect(!run.isTooSlow)
        #expect(run.exitCode == 1, "\(run.text)")
        #expect(try String(contentsOf: precious, encoding: .utf8) == "mine")
    }

    @Test func `an answer that deletes files deletes none`() async throws {
        let scratch = try Scratch()
        let lesson = try scratch.add("01-sum.md", Self.lesson)
        let precious = try scratch.add("precious/file.txt", "mine")
        _ = try await learn([lesson.path, "--folder", "me"], in: scratch)
        let folder = precious.deletingLastPathComponent().path
        let attack = """
            import os, shutil
            shutil.rmtree('\(folder)', ignore_errors=True)
            for act in (lambda p: os.remove(p), lambda p: os.chmod(p, 0), lambda p: open(p, 'w')):
                try: act('\(precious.path)')
                except OSError: pass
            """
        try scratch.add("me/01-sum/sum.py", attack + "\n")

        let run = try await learn(["run", "--folder", "me"], in: scratch)

        #expect(run.exitCode == 1, "\(run.text)")
        #if os(Linux)
        #expect(try String(contentsOf: precious, encoding: .utf8) == "mine")
        #endif
    }

    @Test func `an answer that is right passes`() async throws {
        let scratch = try Scratch()
        let lesson = try scratch.add("01-sum.md", Self.lesson)
        _ = try await learn([lesson.path, "--folder", "me"], in: scratch)
        try scratch.add("me/01-sum/sum.py", Self.right)

        let run = try await learn(["run", "--folder", "me"], in: scratch)

        #expect(run.exitCode == 0, "\(run.text)")
    }

    private func learn(_ arguments: [String], in scratch: Scratch) async throws -> ProgramRun {
        try await .understudy(arguments, command: "learn", in: scratch.folder, limit: 120)
    }

    private static let report =
        #"{"exitCode": 0, "failures": [], "faults": [], "threads": [], "values": {"op(\'sum/table1\')[0, 0].val": "42"}}"#

    private static let forgery = """
        import os
        for descriptor in range(3, 64):
            try: os.write(descriptor, b'\(report)')
            except OSError: pass
        os._exit(0)
        """

    private static let endlessLoop = """
        while True:
            try:
                while True: pass
            except BaseException: pass
        """

    private static let right = """
        class Sum:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp

            def StartSum(self):
                self.ownerComp.op('table1')[0, 0].val = 6 * 7

        """

    private static let lesson = """
        ---
        title: A sum
        kind: fix
        file: sum.py
        frames: 5
        expect:
          - { that: "the sum is in table1", value: "op('sum/table1')[0, 0].val", is: "42" }
        ---
        # A sum

        ## Task 1: Sum up
        Write 42 into table1.

        ### Hints
        1. six times seven

        ## Starter
        ```python
        class Sum:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp

            def StartSum(self):
                self.ownerComp.op('table1')[0, 0].val = 1
        ```
        Fails: `expect`

        ## Solution
        ```python
        \(right)```

        """
}
