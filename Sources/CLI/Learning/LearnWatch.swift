private import Foundation
internal import Exploration
internal import Learn
internal import ProjectFiles

/// The lesson on the screen: judged whenever its file is saved, with keys for all else.
final class LearnWatch {
    private var learning: Learning
    private let terminal: Terminal
    private let isPlain: Bool
    private var stamp: Int64?
    private var judging: BackgroundJudging?
    private var judgement: Judgement?
    private var note: [String] = []
    private var welcome: [String] = []
    private var isTextShown = true

    /// How long a key is waited for before the file is looked at again.
    ///
    /// - Units: milliseconds
    private static let interval: Int32 = 30

    init(_ learning: Learning, _ terminal: Terminal, isPlain: Bool) {
        (self.learning, self.terminal, self.isPlain) = (learning, terminal, isPlain)
    }

    /// Runs until the learner quits.
    func run() throws {
        try LearnFailure.told {
            if learning.passedCount == 0 { welcome = learning.course.welcome }
            try open(nil)
            while true {
                if let key = terminal.key(within: Self.interval), try take(key) { return }
                try lookAtFile()
                try lookAtJudging()
            }
        }
    }

    private func open(_ id: String?) throws {
        try learning.open(id)
        // It stays open when it is passed, until the learner goes on.
        if let lesson = learning.current { try learning.open(lesson.id) }
        (judgement, isTextShown, stamp) = (nil, true, nil)
        show()
        note = []
    }

    /// Does what a key asks for; true to quit.
    private func take(_ key: Character) throws -> Bool {
        switch key {
        case "q":
            if isPassed { try learning.open(nil) }
            return true
        case "h": note = try LearnHintCommand.hints(&learning)
        case "l": note = CourseList(learning, isPlain: isPlain).lines
        case "t": note = trace
        case "r": isTextShown = true
        case "a": try ask()
        case "p": try play()
        case "x": try reset()
        case "n" where isPassed: return try goOn()
        case "\n", "\r": isTextShown = false
        default: return false
        }
        show()
        note = []
        return false
    }

    /// Opens the next lesson; true when there is none.
    private func goOn() throws -> Bool {
        if learning.isDone {
            Console.say("All \(learning.course.lessons.count) lessons are passed.")
            return true
        }
        try open(nil)
        return false
    }

    private var isPassed: Bool {
        learning.current.map { learning.progress[$0.id].passed } ?? false
    }

    private var trace: [String] {
        guard let lesson = learning.current, let judgement, !judgement.passed else {
            return ["There is nothing to trace: save an answer first."]
        }
        return JudgementText(judgement, lesson, code: code, isPlain: isPlain).lines(isFull: true)
    }

    private var code: String {
        guard let lesson = learning.current, let file = learning.folder.answer(of: lesson) else {
            return ""
        }
        return (try? learning.folder.text(of: file)) ?? ""
    }

    private func reset() throws {
        Console.say("Begin this lesson anew? Your answer is kept beside. y/n")
        guard terminal.key(within: -1) == "y" else { return }
        let kept = try learning.reset()
        judgement = nil
        note = ["The lesson begins anew."] + [kept].compactMap { $0.map { "Kept: \($0)" } }
    }

    /// Asks the questions that are left, one after the other.
    private func ask() throws {
        guard let lesson = learning.current else { return }
        for question in learning.questionsLeft(lesson) {
            for line in LessonText.lines(of: question) { Console.say(line) }
            Console.write("> ", to: 1)
            guard let key = terminal.key(within: -1), let letter = key.asciiValue else { return }
            Console.say(String(key))
            let index = Int(letter) - Int(UInt8(ascii: "a"))
            guard let choice = try learning.answer(question, index) else { return }
            let told = choice.answer(isPlain: isPlain)
            Console.say("\(told)\n")
            note.append("Question \(question.number): \(told)")
        }
        isTextShown = false
    }

    /// Lets the learner be the scheduler of the lesson's file.
    private func play() throws {
        guard let lesson = learning.current, let file = learning.folder.answer(of: lesson) else {
            return
        }
        var options = lesson.exploreOptions(target: file)
        options.replayFolder = learning.folder.folder(of: lesson)
        var game = Game(options)
        try terminal.withLines { try game.play() }
    }

    private func lookAtFile() throws {
        guard let lesson = learning.current, lesson.judgesCode, judging == nil,
            let file = learning.folder.watched(lesson),
            let now = ContentFile.stamp(of: file)?.modified, now != stamp
        else { return }
        stamp = now
        judging = BackgroundJudging(learning)
    }

    private func lookAtJudging() throws {
        guard let result = judging?.result else { return }
        judging = nil
        guard let found = try result.get() else { return }
        judgement = found
        try learning.note(found)
        // What was saved meanwhile is looked at in the next round.
        show()
    }

    private func show() {
        guard let lesson = learning.current else { return }
        if !isPlain { terminal.clear() }
        if !welcome.isEmpty { for line in welcome + [""] { Console.say(line) } }
        welcome = []
        let count = learning.course.lessons.count
        Console.say(
            "Lesson \(learning.number(of: lesson))/\(count)  \(lesson.title)   "
                + "\(learning.passedCount) passed")
        if isTextShown { for line in [""] + LessonText(lesson).lines { Console.say(line) } }
        if let judgement {
            let text = JudgementText(judgement, lesson, code: code, isPlain: isPlain)
            for line in [""] + text.lines() { Console.say(line) }
        }
        if !note.isEmpty { for line in [""] + note { Console.say(line) } }
        Console.say("")
        if let file = learning.folder.answer(of: lesson) {
            Console.say("file: \(file)" + (judging == nil ? "" : "   (being judged)"))
        }
        Console.say(keys(lesson))
    }

    private func keys(_ lesson: LessonDocument) -> String {
        var keys: [String] = []
        if isPassed { keys.append(learning.isDone ? "n finish" : "n next lesson") }
        if !learning.questionsLeft(lesson).isEmpty { keys.append("a answer") }
        if lesson.tasks.contains(where: { !$0.hints.isEmpty }) { keys.append("h hint") }
        if judgement?.passed == false { keys.append("t trace") }
        if lesson.answerFile != nil { keys.append("p play") }
        return (keys + ["r text", "l list", "x reset", "q quit"]).joined(separator: "   ")
    }
}
