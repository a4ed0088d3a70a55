internal import ProjectFiles

/// What a lesson says of one text of its answer's file, and whether that is so.
struct LessonClaim {
    private let lesson: LessonDocument
    private let variant: LessonVariant
    private let words: String
    private let wanted: Set<FailureName>
    private let passes: Bool

    /// What a lesson says of each of its texts.
    static func all(of lesson: LessonDocument) -> [LessonClaim] {
        var claims: [LessonClaim] = []
        if let starter = lesson.starter {
            var wanted = Set(starter.fails)
            if let goal = lesson.goal { wanted.insert(goal) }
            let passes = !lesson.judgesCode && wanted.isEmpty
            claims.append(.init(lesson, starter, "The starter", wanted, passes: passes))
        }
        if let solution = lesson.solution {
            claims.append(.init(lesson, solution, "The solution", [], passes: true))
        }
        claims += lesson.right.map {
            .init(lesson, $0, "The right answer '\($0.name)'", [], passes: true)
        }
        return claims
            + lesson.wrong.map {
                .init(
                    lesson, $0, "The wrong answer '\($0.name)'", Set($0.fails), passes: false)
            }
    }

    private init(
        _ lesson: LessonDocument, _ variant: LessonVariant, _ words: String,
        _ wanted: Set<FailureName>, passes: Bool
    ) {
        (self.lesson, self.variant, self.words) = (lesson, variant, words)
        (self.wanted, self.passes) = (wanted, passes)
    }

    /// Judges the text.
    ///
    /// - Returns: What is wrong with the claim; nil when it holds.
    /// - Throws: What keeps the text from being judged.
    func problem(_ judge: Judge) throws -> LessonProblem? {
        let judgement = try judge.judge(variant.code, of: lesson, until: wanted)
        let seen = judgement.failures.flatMap { failure in
            ["\(failure.name): \(failure.message)"] + failure.details.map { "  \($0)" }
        }
        if passes {
            guard !judgement.passed else { return nil }
            return LessonProblem(variant.place, "\(words) does not pass.", details: seen)
        }
        guard !judgement.passed else {
            return LessonProblem(variant.place, "\(words) passes.")
        }
        let missing = wanted.subtracting(judgement.names).map(\.description).sorted()
        guard !missing.isEmpty else { return nil }
        return LessonProblem(
            variant.place, "\(words) does not fail by \(missing.joined(separator: ", ")).",
            details: seen)
    }
}
