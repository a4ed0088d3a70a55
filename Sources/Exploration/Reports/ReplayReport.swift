/// What came of a schedule that was run again.
package struct ReplayReport: Sendable, Codable, Equatable {
    /// What it was to show, in a sentence.
    package let sentence: String
    /// The defect, if it is there again.
    package let defect: DefectReport?
    /// Where threads could be switched.
    package let level: ExploreOptions.Level
    /// Whether it was the same schedule, step by step.
    package let isSame: Bool
    /// The decision at which it left its path.
    package let divergedAt: Int?
    /// Every step.
    package let steps: [Step]

    /// Takes a schedule's file and what its schedule did.
    package init(_ file: ScheduleFile, _ execution: Execution) {
        sentence = file.sentence
        defect = execution.defect(file.defect).map {
            DefectReport($0, in: execution, of: file.conditions.scenario)
        }
        level = file.conditions.level
        isSame = String(execution.hash, radix: 16) == file.hash
        divergedAt = execution.divergedAt
        steps = Interleaving(execution).steps
    }

    /// Whether it was another schedule, and did not show the defect: that says nothing of it.
    package var isLost: Bool { defect == nil && divergedAt != nil }

    /// The report for people.
    ///
    /// - Parameter isStepping: Whether each step is told.
    /// - Returns: The lines.
    package func lines(isStepping: Bool) -> [String] {
        var lines: [String] = []
        if isStepping {
            lines += steps.enumerated().map { "\($0 + 1)  \(Interleaving.text($1))" }
        }
        if let divergedAt {
            lines.append(
                "The schedule left its path at decision \(divergedAt): something here is not "
                    + "controlled.")
        }
        guard let defect else {
            let words =
                isLost ? "Whether the defect is there is not known" : "The defect is not there"
            return lines + ["\(words): \(sentence)"]
        }
        return lines + DefectText(defect, level: level).lines
            + [isSame ? "The same schedule, step by step." : "Not step by step the same."]
    }
}
