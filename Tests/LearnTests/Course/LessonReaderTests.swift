import ProjectFiles
import Testing

@testable import Learn

struct LessonReaderTests {
    @Test func `each part of a lesson is read`() throws {
        let lesson = try read(SampleLesson.text)

        #expect(lesson.id == "handover")
        #expect(lesson.title == "Hand it over")
        #expect(lesson.kind == .fix)
        #expect(lesson.answerFile == "handover.py")
        #expect(lesson.calls == ["2: op('handover').ext.HandOver.Stop()"])
        #expect(lesson.expectations.map(\.expected) == ["2"])
        #expect(lesson.proof == .init(preemptions: 2, level: "sync"))
        #expect(lesson.ignoredRules == ["TH203"])
        #expect(lesson.introduction == ["Threads bring values.", "", "    x = 1"])
        #expect(lesson.points == 4)
    }

    @Test func `a task has its text, its points and its hints`() throws {
        let task = try #require(try read(SampleLesson.text).tasks.first)

        #expect(task.title == "Use a queue")
        #expect(task.text == ["Put it in. (3 points)"])
        #expect(task.points == 3)
        #expect(task.hints == ["nudge", "where exactly"])
    }

    @Test func `a question has choices with reasons`() throws {
        let question = try #require(try read(SampleLesson.text).questions.first)

        #expect(question.title == "Who runs it?")
        #expect(question.text == ["Think."])
        #expect(question.choices.map(\.text) == ["nobody", "the worker"])
        #expect(question.choices.map(\.isRight) == [false, true])
        #expect(question.choices.map(\.reason) == ["somebody does.", "right: target= runs there."])
        #expect(
            question.choices.map { $0.answer(isPlain: true) }
                == ["Not so: somebody does.", "Right: target= runs there."])
    }

    @Test func `texts of the answer's file keep their line and what they fail by`() throws {
        let lesson = try read(SampleLesson.text)

        #expect(lesson.starter?.code == "a = 1\n")
        #expect(lesson.starter?.fails.map(\.description) == ["TH101", "operator-off-main"])
        #expect(lesson.starter?.place.line == 36)
        #expect(lesson.right.map(\.name) == ["shorter"])
        #expect(
            lesson.wrong.map(\.explanation) == [["A sleep changes the time,", "not the owner."]])
    }

    @Test(arguments: [
        ("kind: fix", "kind: sing", 3, "There is no kind of lesson 'sing'."),
        ("minutes: 5", "minutes: none", 4, "'minutes' is not a whole number from 1 to 600."),
        ("minutes: 5", "colour: red", 4, "There is no setting 'colour'."),
        ("file: handover.py", "file: ../x.py", 6, "'../x.py' cannot be the answer's file."),
        ("frames: 30", "frames: [", 9, "The settings are no YAML"),
        ("task: 1 }", "task: 7 }", 10, "There is no task 7."),
        ("[TH203]", "[TH999]", 12, "There is no rule 'TH999'."),
        ("Task 1: Use", "Task 2: Use", 20, "Its number is 2, and it comes as number 1."),
        ("- [x] the", "- [ ] the", 28, "Question 1 has no right and wrong answers"),
        ("nobody — somebody does.", "nobody", 28, "The answer 'nobody' gives no reason."),
        ("`operator-off-main`", "`gremlins`", 50, "Nothing fails by the name 'gremlins'."),
        ("Fails: `operator-off-main`", "", 50, "does not say by what it fails."),
        ("## Solution", "## Elsewhere", 1, "A lesson of the kind 'fix' needs a solution."),
    ])
    func `what is wrong is told with its line`(
        old: String, new: String, line: Int, reason: String
    ) {
        let error = #expect(throws: ProjectError.self) {
            try read(SampleLesson.text(with: new, for: old))
        }

        #expect(error?.line == line)
        #expect(error?.reason.contains(reason) == true, "\(error?.description ?? "")")
    }

    @Test func `a file without settings is refused`() {
        let error = #expect(throws: ProjectError.self) { try read("# No lesson\n") }

        #expect(error?.line == 1)
        #expect(error?.reason == "The file does not begin with settings.")
    }

    private func read(_ text: String) throws -> LessonDocument {
        let bench = try Workbench()
        return try LessonReader(bench.add("07-handover.md", text)).lesson()
    }
}
