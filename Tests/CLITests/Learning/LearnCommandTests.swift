import Foundation
import Testing

/// The way of a new learner, as the README tells it, and a few others.
struct LearnCommandTests {
    @Test func `a new learner passes the first lesson with a few commands`() async throws {
        let scratch = try Scratch()

        let first = try await learn([], in: scratch)
        let list = try await learn(["list"], in: scratch)
        let letters = try rightLetters()
        let passed = try await learn(["run", "--choose", letters], in: scratch)
        let next = try await learn([], in: scratch)

        #expect(first.exitCode == 1)
        #expect(first.output.hasPrefix("Lesson 1: "))
        #expect(list.output.contains("0 of "))
        #expect(passed.exitCode == 0, "\(passed.text)")
        #expect(next.output.hasPrefix("Lesson 2: "))
        // Each may take a minute; this clock would also count the tests beside it.
        #expect([first, list, passed, next].filter(\.isTooSlow).isEmpty)
    }

    @Test func `a terminal shows the lesson, takes keys and judges what is saved`() async throws {
        let scratch = try Scratch()
        let lesson = try scratch.add("track/01-sum.md", Self.lesson)
        try scratch.add("track/track.md", "---\ntitle: Sums\n---\n# Sums\n\nWelcome to sums.\n")
        let file = scratch.folder.appendingPathComponent("me/01-sum/sum.py").path

        let run = try await TypedDialogue.run(
            ["learn", lesson.deletingLastPathComponent().path, "--folder", "me"],
            [
                ("Welcome to sums.", ""), ("Task 1: Sum up", ""), ("[expect]", "h"),
                ("hint 1 of 2: six times", "h"),
                ("hint 2 of 2: forty-two", "l"), ("0 of 1 lessons passed", "t"),
                ("'42' is expected", "@\(file)=\(Self.right)"), ("Right, judged in", "n"),
                ("All 1 lessons are passed.", ""),
            ], in: scratch.folder)

        #expect(run.exitCode == 0, "\(run.output)")
    }

    @Test func `a lesson that is passed stays on the screen until the learner goes on`()
        async throws
    {
        let scratch = try Scratch()
        try scratch.add("track/01-ask.md", Self.questions)
        try scratch.add("track/02-sum.md", Self.lesson)

        let run = try await TypedDialogue.run(
            ["learn", "track", "--folder", "me", "--plain"],
            [
                ("a answer", "a"), ("> ", "b"), ("Lesson 1/2  Who   1 passed", ""),
                ("n next lesson", "n"), ("Task 1: Sum up", ""), ("h hint", "q"),
            ], in: scratch.folder)

        #expect(run.exitCode == 0, "\(run.output)")
        let file = scratch.folder.appendingPathComponent("me/02-sum/sum.py")
        #expect(FileManager.default.fileExists(atPath: file.path))
    }

    @Test func `questions are answered at the terminal`() async throws {
        let scratch = try Scratch()
        let lesson = try scratch.add("01-ask.md", Self.questions)

        let run = try await TypedDialogue.run(
            ["learn", lesson.path, "--folder", "me", "--plain"],
            [
                ("a answer", "a"), ("> ", "a"), ("Not so: nobody is not", "a"), ("> ", "b"),
                ("Right: the worker is", "q"),
            ], in: scratch.folder)

        #expect(run.exitCode == 0, "\(run.output)")
        let kept = try String(
            contentsOf: scratch.folder.appendingPathComponent("me/.understudy/learn.json"),
            encoding: .utf8)
        #expect(kept.contains(#""passed" : true"#))
    }

    @Test func `a wrong answer is told by its line and by what the lesson says of it`() async throws
    {
        let scratch = try Scratch()
        let lesson = try scratch.add("01-sum.md", Self.lesson)
        _ = try await learn([lesson.path, "--folder", "me"], in: scratch)
        try scratch.add("me/01-sum/sum.py", Self.offMain)

        let run = try await learn(["run", "--folder", "me"], in: scratch)

        #expect(run.exitCode == 1)
        #expect(run.output.contains("[TH101]"))
        #expect(run.output.contains("9 |         self.ownerComp.op('table1')[0, 0].val = 42"))
        #expect(run.output.contains("A thread of yours owns no operator."))
    }

    @Test func `beginning anew keeps the old answer beside`() async throws {
        let scratch = try Scratch()
        let lesson = try scratch.add("01-sum.md", Self.lesson)
        _ = try await learn([lesson.path, "--folder", "me"], in: scratch)
        let file = try scratch.add("me/01-sum/sum.py", "mine = 1\n")

        let run = try await learn(["reset", "sum", "--folder", "me"], in: scratch)

        #expect(run.exitCode == 0)
        #expect(try String(contentsOf: file, encoding: .utf8).contains("class Sum"))
        let kept = try String(contentsOfFile: file.path + ".before-reset", encoding: .utf8)
        #expect(kept == "mine = 1\n")
    }

    @Test func `a class is graded in four forms at once`() async throws {
        let scratch = try Scratch()
        let lesson = try scratch.add("track/01-sum.md", Self.lesson)
        try scratch.add("class/ada/01-sum/sum.py", Self.right)
        try scratch.add("class/bob/01-sum/sum.py", Self.offMain)
        let track = lesson.deletingLastPathComponent().path

        let run = try await learn(
            [
                "grade", "class", "--track", track, "--out", "results", "--csv", "grades.csv",
                "--junit", "grades.xml", "--github",
            ], in: scratch)

        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.output.contains("ada: 3 of 3 points\nbob: 0 of 3 points\n"))
        #expect(run.output.contains("result="))
        func text(_ name: String) throws -> String {
            try String(contentsOf: scratch.folder.appendingPathComponent(name), encoding: .utf8)
        }
        #expect(try text("results/ada.json").contains(#""status" : "pass""#))
        #expect(try text("results/bob.json").contains(#""line_no" : 9"#))
        #expect(try text("grades.csv").contains(",bob,,,,0,0,0,3\n"))
        #expect(
            try text("grades.xml").contains("<testsuite name=\"bob\" tests=\"1\" failures=\"1\">"))
    }

    private func learn(_ arguments: [String], in scratch: Scratch) async throws -> ProgramRun {
        try await .understudy(arguments, command: "learn", in: scratch.folder, limit: 120)
    }

    /// The letters of the right choices of the bundled course's first lesson.
    private func rightLetters() throws -> String {
        let folder = BuiltProgram.file("Sources/Learn/Lessons")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let first = try #require(names.first { $0.hasPrefix("01-") })
        let text = try String(contentsOf: folder.appendingPathComponent(first), encoding: .utf8)
        return text.components(separatedBy: "\n## Question ").dropFirst().map { question in
            let choices = question.components(separatedBy: "\n- [").dropFirst()
            let index = choices.firstIndex { $0.hasPrefix("x]") } ?? 1
            return String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index - 1)))
        }.joined()
    }

    private static let right = """
        class Sum:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp

            def StartSum(self):
                self.ownerComp.op('table1')[0, 0].val = 6 * 7

        """

    private static let offMain = """
        import threading
        class Sum:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp

            def StartSum(self):
                threading.Thread(target=self.work, daemon=True).start()
            def work(self):
                self.ownerComp.op('table1')[0, 0].val = 42

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
        Write 42 into table1. (3 points)

        ### Hints
        1. six times seven
        2. forty-two

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

        ## Wrong: on a thread
        ```python
        \(offMain)```
        Fails: `TH101`

        A thread of yours owns no operator.

        """

    private static let questions = """
        ---
        title: Who
        kind: predict
        ---
        # Who

        ## Question 1: Who runs it?
        - [ ] nobody — nobody is not there.
        - [x] the worker — the worker is.

        """
}
