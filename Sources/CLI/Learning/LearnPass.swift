internal import Learn

/// One look at the open lesson without a terminal: it is shown, judged, and the exit code tells.
struct LearnPass {
    private var learning: Learning
    private let isPlain: Bool

    init(_ learning: Learning, isPlain: Bool) {
        (self.learning, self.isPlain) = (learning, isPlain)
    }

    /// Shows and judges the lesson.
    ///
    /// - Parameter choices: A letter for each question, in their order.
    /// - Throws: `CommandFailure`, also when the lesson is not passed.
    func run(choices: String = "") throws {
        var pass = self
        let isPassed = try LearnFailure.told { try pass.judge(choices) }
        guard isPassed else { throw CommandFailure(message: pass.advice, code: .failure) }
    }

    private mutating func judge(_ choices: String) throws -> Bool {
        guard let lesson = learning.current else { return true }
        Console.say("Lesson \(learning.number(of: lesson)): \(lesson.title)")
        Console.say("text: \(learning.folder.folder(of: lesson))/README.md")
        if let file = learning.folder.answer(of: lesson) { Console.say("file: \(file)") }
        for (question, letter) in zip(lesson.questions, choices.lowercased()) {
            let index = Int(letter.asciiValue ?? 0) - Int(UInt8(ascii: "a"))
            guard let choice = try learning.answer(question, index) else {
                Console.say("Question \(question.number) has no answer \(letter).")
                continue
            }
            Console.say("Question \(question.number): \(choice.answer(isPlain: isPlain))")
        }
        if let judgement = try learning.judgement() {
            try learning.note(judgement)
            let code = try learning.folder.watched(lesson).map { try learning.folder.text(of: $0) }
            let text = JudgementText(judgement, lesson, code: code ?? "", isPlain: isPlain)
            for line in text.lines(isFull: true) { Console.say(line) }
        }
        let left = learning.questionsLeft(lesson)
        for question in left {
            for line in LessonText.lines(of: question) { Console.say(line) }
        }
        return learning.progress[lesson.id].passed
    }

    private var advice: String {
        guard let lesson = learning.current else { return "" }
        return learning.questionsLeft(lesson).isEmpty
            ? "The lesson is not passed yet; `understudy learn hint` helps."
            : "Answer with `understudy learn run \(lesson.id) --choose abc`, a letter for each question."
    }
}
