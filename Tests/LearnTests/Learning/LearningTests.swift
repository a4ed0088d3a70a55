import ProjectFiles
import Testing

@testable import Learn

struct LearningTests {
    private let bench: Workbench

    init() throws {
        bench = try Workbench()
        try bench.add("track/01-first.md", SampleLesson.text)
        try bench.add("track/02-second.md", SampleLesson.text)
    }

    @Test func `opening puts the lesson's files there, and leaves what is there`() throws {
        var learning = try open()
        try bench.add("me/01-first/handover.py", "mine")

        try learning.open(nil)

        #expect(bench.text("me/01-first/handover.py") == "mine")
        #expect(bench.text("me/01-first/README.md")?.contains("Put it in. (3 points)") == true)
        #expect(bench.text("me/01-first/README.md")?.contains("nudge") == false)
    }

    @Test func `a lesson is passed when its code and its questions are right`() throws {
        var learning = try open()
        try learning.open(nil)
        try learning.note(Judgement())
        let question = try #require(learning.current?.questions.first)
        #expect(!learning.progress["first"].passed)

        let wrong = try learning.answer(question, 0)
        let isPassedByGuess = learning.progress["first"].passed
        let right = try learning.answer(question, 1)

        #expect(wrong?.isRight == false)
        #expect(!isPassedByGuess)
        #expect(right?.isRight == true)
        #expect(learning.progress["first"].passed)
    }

    @Test func `what was done is there when the program is started again`() throws {
        var learning = try open()
        try learning.open("second")
        var judgement = Judgement()
        judgement.failures = [JudgedFailure(.expectation, "no")]
        try learning.note(judgement)

        let again = try open()

        #expect(again.progress == learning.progress)
        #expect(again.current?.id == "second")
        #expect(again.progress["second"].attempts == 1)
    }

    @Test func `hints come one after the other, and the last one stays`() throws {
        var learning = try open()
        let task = try #require(learning.current?.tasks.first)
        var hints: [String?] = []

        for _ in 0..<3 { hints.append(try learning.hint(task)?.text) }

        #expect(hints == ["nudge", "where exactly", "where exactly"])
        #expect(learning.progress["first"].hints == ["1": 2])
    }

    @Test func `beginning anew keeps the old answer beside`() throws {
        var learning = try open()
        try learning.open(nil)
        try bench.add("me/01-first/handover.py", "mine")

        let kept = try learning.reset()

        #expect(kept?.hasSuffix("handover.py.before-reset") == true)
        #expect(bench.text("me/01-first/handover.py.before-reset") == "mine")
        #expect(bench.text("me/01-first/handover.py") == "a = 1\n")
    }

    @Test func `a lesson that is not there is told`() throws {
        var learning = try open()

        let error = #expect(throws: ProjectError.self) { try learning.open("third") }

        #expect(error?.reason == "There is no lesson 'third'.")
    }

    private func open() throws -> Learning {
        try Learning(
            track: "\(bench.path)/track", in: LearnerFolder("\(bench.path)/me"),
            judge: Judge(program: "/nowhere"))
    }
}
