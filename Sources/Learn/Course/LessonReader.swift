internal import ProjectFiles
internal import Verify
internal import Yams

/// Reads a lesson from its file and says with file and line what is wrong with it.
struct LessonReader {
    private static let keys: Set<String> = [
        "title", "kind", "minutes", "concepts", "requires", "file", "frames", "calls", "expect",
        "prove", "invariants", "budget", "goal", "ignore",
    ]

    private let file: String
    private let settings: FrontMatter
    private let parts: LessonParts

    /// Reads a file.
    ///
    /// - Parameter path: The lesson.
    /// - Throws: `ProjectError` with the line of what is wrong.
    init(_ path: String) throws(ProjectError) {
        file = path
        let text = String(decoding: try ContentFile.bytes(of: path), as: UTF8.self)
        settings = try FrontMatter(of: text, file: path, keys: Self.keys)
        parts = try LessonParts(MarkdownDocument(path))
    }

    /// The lesson.
    ///
    /// - Throws: `ProjectError` with the line of what is wrong.
    func lesson() throws(ProjectError) -> LessonDocument {
        let kind = try kind()
        let answerFile = try answerFile(kind)
        let document = LessonDocument(
            id: Self.id(of: file), file: file, title: try settings.text("title"), kind: kind,
            minutes: try settings.whole("minutes", in: 1...600),
            concepts: try settings.texts("concepts"), requires: try settings.texts("requires"),
            answerFile: answerFile,
            frames: try settings.whole("frames", in: 0...100_000) ?? 60,
            calls: try settings.texts("calls"), expectations: try expectations(),
            proof: try proof(), invariants: try settings.texts("invariants"),
            budget: try settings.number("budget", in: 0.1...10_000), goal: try goal(kind),
            ignoredRules: try ignoredRules(), introduction: parts.introduction,
            tasks: parts.tasks, questions: parts.questions, network: parts.network,
            starter: parts.starter, solution: parts.solution, right: parts.right,
            wrong: parts.wrong)
        try check(document)
        return document
    }

    /// The name of a lesson's file without its number and suffix.
    static func id(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        let stem = name.hasSuffix(".md") ? name.dropLast(3) : name
        return String(stem.drop { $0.isNumber || $0 == "-" })
    }

    private func kind() throws(ProjectError) -> LessonDocument.Kind {
        let text = try settings.text("kind")
        guard let kind = LessonDocument.Kind(rawValue: text) else {
            let known = LessonDocument.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw settings.error(
                at: settings["kind"], "There is no kind of lesson '\(text)'.",
                "The kinds are \(known).")
        }
        return kind
    }

    private func answerFile(_ kind: LessonDocument.Kind) throws(ProjectError) -> String? {
        guard let name = try settings.optionalText("file") else {
            guard parts.starter == nil, [.predict, .read].contains(kind) else {
                throw settings.error(
                    at: nil, "The setting 'file' is missing.",
                    "Name the file that the learner gets, such as `file: fetch.py`.")
            }
            return nil
        }
        guard name.hasSuffix(".py"), !name.contains("/"), !name.hasPrefix(".") else {
            throw settings.error(
                at: settings["file"], "'\(name)' cannot be the answer's file.",
                "Use the plain name of a Python file, such as fetch.py.")
        }
        return name
    }

    private func expectations() throws(ProjectError) -> [LessonDocument.Expectation] {
        var found: [LessonDocument.Expectation] = []
        for node in try settings.list("expect") {
            guard let that = node["that"]?.scalar?.string,
                let value = node["value"]?.scalar?.string,
                let expected = node["is"]?.scalar?.string
            else {
                throw settings.error(
                    at: node, "An expectation needs `that`, `value` and `is`.",
                    "Write { that: \"the result is there\", value: \"op('a')[0, 0].val\", is: \"42\" }."
                )
            }
            let task = node["task"]?.int
            if let task, !parts.tasks.isEmpty, !parts.tasks.contains(where: { $0.number == task }) {
                throw settings.error(at: node, "There is no task \(task).", "")
            }
            found.append(.init(that: that, value: value, expected: expected, task: task))
        }
        return found
    }

    private func proof() throws(ProjectError) -> LessonDocument.Proof? {
        guard let node = settings["prove"] else { return nil }
        let level = node["level"]?.scalar?.string ?? "reachable"
        guard node.mapping != nil, let preemptions = node["preemptions"]?.int,
            (0...9).contains(preemptions)
        else {
            throw settings.error(
                at: node, "'prove' needs a number of preemptions from 0 to 9.",
                "Write it as `prove: { preemptions: 2, level: reachable }`.")
        }
        return .init(preemptions: preemptions, level: level)
    }

    private func goal(_ kind: LessonDocument.Kind) throws(ProjectError) -> FailureName? {
        guard let text = try settings.optionalText("goal") else {
            guard kind == .break else { return nil }
            throw settings.error(
                at: nil, "The setting 'goal' is missing.",
                "Name what the learner's schedule must reach, such as `goal: deadlock`.")
        }
        guard let goal = FailureName(text) else {
            throw settings.error(
                at: settings["goal"], "Nothing fails by the name '\(text)'.",
                "Names are \(FailureName.known.joined(separator: ", ")).")
        }
        return goal
    }

    private func ignoredRules() throws(ProjectError) -> [String] {
        let names = try settings.texts("ignore")
        for name in names where RuleCatalog.rule(name) == nil {
            throw settings.error(
                at: settings["ignore"], "There is no rule '\(name)'.",
                "`understudy explain` lists the rules.")
        }
        return names
    }

    /// What a kind of lesson cannot do without.
    private func check(_ lesson: LessonDocument) throws(ProjectError) {
        func missing(_ what: String, _ how: String) -> ProjectError {
            ProjectError(
                file: file, line: 1,
                reason: "A lesson of the kind '\(lesson.kind.rawValue)' needs \(what).",
                suggestion: how)
        }
        if lesson.judgesCode, lesson.starter == nil {
            throw missing("a starter", "Add a section `## Starter` with a block of Python.")
        }
        if [.fix, .measure].contains(lesson.kind), lesson.solution == nil {
            throw missing("a solution", "Add a section `## Solution` with a block of Python.")
        }
        if lesson.judgesCode, lesson.tasks.isEmpty {
            throw missing("a task", "Add a section `## Task 1: …`.")
        }
        if [.predict, .read].contains(lesson.kind), lesson.questions.isEmpty {
            throw missing("a question", "Add a section `## Question 1: …` with `- [ ]` choices.")
        }
    }
}
