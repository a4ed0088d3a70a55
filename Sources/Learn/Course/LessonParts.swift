internal import ProjectFiles

/// The sections of a lesson, each as what it is.
struct LessonParts {
    private(set) var introduction: [String] = []
    private(set) var tasks: [LessonTask] = []
    private(set) var questions: [LessonQuestion] = []
    private(set) var network: String?
    private(set) var starter: LessonVariant?
    private(set) var solution: LessonVariant?
    private(set) var right: [LessonVariant] = []
    private(set) var wrong: [LessonVariant] = []

    private let file: String

    /// Takes a document apart.
    ///
    /// - Throws: `ProjectError` with the line of what is wrong.
    init(_ document: MarkdownDocument) throws(ProjectError) {
        file = document.file
        var sections = [LessonSection(title: "", line: 1)]
        for element in document.elements {
            if case .heading(let heading) = element {
                if heading.level == 1 { continue }
                if heading.level == 2 {
                    sections.append(LessonSection(title: heading.title, line: heading.line))
                    continue
                }
            }
            sections[sections.count - 1].append(element)
        }
        for section in sections { try add(section) }
        try checkNumbers()
    }

    private mutating func add(_ section: LessonSection) throws(ProjectError) {
        if let (number, title) = section.numbered("Task") {
            tasks.append(task(section, number, title))
        } else if let (number, title) = section.numbered("Question") {
            questions.append(try question(section, number, title))
        } else if let name = section.name(after: "Right") {
            right.append(try variant(section, name))
        } else if let name = section.name(after: "Wrong") {
            let variant = try variant(section, name)
            guard !variant.fails.isEmpty else {
                throw error(
                    section.line, "The wrong answer '\(name)' does not say by what it fails.",
                    "Add a line below its code, such as Fails: `operator-off-main`")
            }
            wrong.append(variant)
        } else if section.title == "Starter" {
            starter = try variant(section, "")
        } else if section.title == "Solution" {
            solution = try variant(section, "")
        } else if section.title == "Network" {
            guard let block = section.blocks("yaml", "tdn").first else {
                throw error(
                    section.line, "The section 'Network' has no network.",
                    "Add a block that begins with ```yaml and holds a network in TDN.")
            }
            network = block.text
        } else {
            if !introduction.isEmpty { introduction.append("") }
            if !section.title.isEmpty { introduction += [section.title, ""] }
            introduction += section.lines()
        }
    }

    private func task(_ section: LessonSection, _ number: Int, _ title: String) -> LessonTask {
        let text = section.lines(before: "Hints")
        let points = text.compactMap { $0.firstMatch(of: /\((\d{1,3}) points?\)/) }.first
        return LessonTask(
            number: number, title: title, text: text,
            points: points.flatMap { Int($0.output.1) } ?? 1,
            hints: section.numberedItems(below: "Hints"), line: section.line)
    }

    private func question(
        _ section: LessonSection, _ number: Int, _ title: String
    ) throws(ProjectError) -> LessonQuestion {
        var text: [String] = []
        var choices: [LessonQuestion.Choice] = []
        for line in section.lines() {
            if let mark = line.prefixMatch(of: /\s*[-*] \[([ xX])\] +/) {
                let words = line[mark.range.upperBound...].split(
                    separator: " — ", maxSplits: 1, omittingEmptySubsequences: false)
                choices.append(
                    .init(
                        text: String(words[0]), isRight: mark.output.1 != " ",
                        reason: words.count > 1 ? String(words[1]) : ""))
            } else if let last = choices.popLast() {
                let more = line.drop { $0 == " " }
                let reason = more.isEmpty ? last.reason : "\(last.reason) \(more)"
                choices.append(.init(text: last.text, isRight: last.isRight, reason: reason))
            } else {
                text.append(line)
            }
        }
        guard choices.count > 1, choices.contains(where: \.isRight),
            choices.contains(where: { !$0.isRight })
        else {
            throw error(
                section.line, "Question \(number) has no right and wrong answers to choose from.",
                "Write each as `- [ ] text — reason`, and `- [x]` for what is right.")
        }
        if let bare = choices.first(where: \.reason.isEmpty) {
            throw error(
                section.line, "The answer '\(bare.text)' gives no reason.",
                "Write it behind a dash: `- [ ] text — why not`.")
        }
        return LessonQuestion(
            number: number, title: title, text: text, choices: choices, line: section.line)
    }

    private func variant(
        _ section: LessonSection, _ name: String
    ) throws(ProjectError) -> LessonVariant {
        guard let block = section.blocks("python", "py", "python3").first else {
            throw error(
                section.line, "The section '\(section.title)' has no code.",
                "Add a block that begins with ```python.")
        }
        var fails: [FailureName] = []
        var explanation: [String] = []
        for line in section.lines() where !line.hasPrefix("    ") {
            guard line.hasPrefix("Fails:") else {
                explanation.append(line)
                continue
            }
            for name in line.matches(of: /`([^`]+)`/).map({ String($0.output.1) }) {
                guard let failure = FailureName(name) else {
                    throw error(
                        section.line, "Nothing fails by the name '\(name)'.",
                        "Use a rule's number, `exit N`, or one of "
                            + FailureName.known.joined(separator: ", ") + ".")
                }
                fails.append(failure)
            }
        }
        let text = explanation.drop { $0.isEmpty }
        return LessonVariant(
            name: name, code: block.text, place: block.place, fails: fails,
            explanation: Array(text))
    }

    private func checkNumbers() throws(ProjectError) {
        let numbered = [tasks.map { ($0.number, $0.line) }, questions.map { ($0.number, $0.line) }]
        for numbers in numbered {
            for (index, (number, line)) in numbers.enumerated() where number != index + 1 {
                throw error(
                    line, "Its number is \(number), and it comes as number \(index + 1).",
                    "Number tasks and questions from 1, without gaps.")
            }
        }
    }

    private func error(_ line: Int, _ reason: String, _ suggestion: String) -> ProjectError {
        ProjectError(file: file, line: line, reason: reason, suggestion: suggestion)
    }
}
