/// What came of the exploration of one component, or of a project as a whole.
package struct ExplorationReport: Sendable, Codable, Equatable {
    /// What an exploration says in one word.
    package enum Outcome: String, Sendable, Codable {
        /// No defect in any schedule with as many preemptions as were asked for.
        case proved
        /// There are defects.
        case failed
        /// No defect was seen, and not all schedules were.
        case unproved
    }

    /// Schedules all of which were run.
    package struct Proof: Sendable, Codable, Equatable {
        /// The most preemptions of which every schedule was run.
        package let preemptions: Int
        package let level: ExploreOptions.Level
        /// How many schedules that are.
        package let schedules: Int
    }

    /// The component's path, or the target when it was explored as a whole.
    package let name: String
    package let level: ExploreOptions.Level
    package let outcome: Outcome
    /// Schedules that were run, repetitions apart.
    package let schedules: Int
    /// Those of them that differ.
    package let different: Int
    /// - Units: seconds of real time
    package let seconds: Double
    package let proof: Proof?
    /// What was tried beside what the project does by itself.
    package let scenarios: [Verdict.Searched]
    /// What was proved, or why it was not, in a sentence.
    package let reason: String
    /// What it does not speak of, a sentence each.
    package let given: [String]
    package private(set) var defects: [DefectReport]
    /// Defects that were seen and not looked into.
    package let more: Int

    /// Sums up a verdict.
    ///
    /// - Parameters:
    ///   - verdict: What was found and proved.
    ///   - options: What was asked for.
    ///   - files: The replay file of each counterexample, if they were written.
    package init(_ verdict: Verdict, _ options: ExploreOptions, files: [String?] = []) {
        name = options.component ?? options.target
        level = options.level
        schedules = verdict.schedules
        different = verdict.distinct
        seconds = (verdict.seconds * 1000).rounded() / 1000
        more = verdict.more
        scenarios = verdict.scenarios
        defects = verdict.counterexamples.enumerated().map { index, example in
            DefectReport(example, replay: index < files.count ? files[index] : nil)
        }
        proof =
            verdict.isRepeatable && verdict.asked == nil
            ? verdict.exhausted.map { bound in
                Proof(
                    preemptions: bound, level: options.level,
                    schedules: verdict.searched[...bound].reduce(0, +))
            } : nil
        let open = scenarios.filter { ($0.exhausted ?? -1) < min(options.bound, Campaign.bound) }
        let isProved =
            (proof?.preemptions ?? -1) >= options.bound && open.isEmpty && verdict.idleness == nil
        outcome =
            defects.contains { !$0.defect.isAdvice } ? .failed : isProved ? .proved : .unproved
        reason = Self.reason(verdict, options, proof)
        given = proof == nil ? [] : verdict.given.sentences(frames: options.frames)
    }

    /// An exploration that came to no answer.
    ///
    /// - Parameters:
    ///   - options: What was asked for.
    ///   - reason: Why there is none, in a sentence.
    package init(unanswered options: ExploreOptions, reason: String) {
        name = options.component ?? options.target
        level = options.level
        outcome = .unproved
        (schedules, different, seconds, more) = (0, 0, 0, 0)
        (proof, scenarios, given) = (nil, [], [])
        self.reason = reason
        defects = []
    }

    /// The same with the rules' own help where a defect has none.
    ///
    /// - Parameter help: What a rule's number says to do.
    /// - Returns: The report in which every defect says what to do.
    package func mended(by help: (String) -> String?) -> Self {
        var report = self
        for index in defects.indices where defects[index].defect.help.isEmpty {
            let defect = defects[index].defect
            let isRaised = defect.kind == .exception
            report.defects[index].defect.help =
                (isRaised ? DefectRule.help(defect.sentence) : nil) ?? help(defect.rule) ?? ""
        }
        return report
    }

    private static func reason(_ verdict: Verdict, _ options: ExploreOptions, _ proof: Proof?)
        -> String
    {
        let level = "at level \(options.level.rawValue), \(options.frames) frames"
        guard verdict.isRepeatable else {
            return "Nothing is proved: the same decisions did not give the same schedule twice, so "
                + "something is not controlled, such as another program or the network, \(level)."
        }
        if let idleness = verdict.idleness { return "Nothing is proved. \(idleness)" }
        if let asked = verdict.asked {
            return "Nothing is proved: the project asks \(asked), which is not in it, and no "
                + "schedule waits for the answers, \(level)."
        }
        if let proof {
            let rest =
                proof.preemptions < options.bound
                ? "; those with \(proof.preemptions + 1) were not all reached" : ""
            let isFine = verdict.counterexamples.allSatisfy(\.defect.isAdvice)
            let claim =
                isFine ? "Proved\(rest.isEmpty ? "" : " in part"): no defect in" : "Run were"
            if proof.schedules == 1, rest.isEmpty, verdict.scenarios.isEmpty {
                return "\(claim) the only schedule there is, \(level): at no point could two "
                    + "threads go on."
            }
            return "\(claim) all schedules with up to "
                + "\(Counted.text(proof.preemptions, "preemption")), \(proof.schedules) of them, "
                + "\(level)\(rest)."
        }
        if verdict.counterexamples.contains(where: { $0.defect.kind == .overdue }) {
            return "Nothing is proved: not all schedules come to their end, \(level)."
        }
        let reason =
            verdict.isCut ? "schedules are too long to be searched" : "the budget was used up"
        return "Nothing is proved: \(reason), \(level)."
    }
}
