/// The parts of what `understudy verify --format json` reports that an answer is judged by.
struct VerifyOutcome: Decodable {
    /// A part of the project that was explored by itself.
    struct Component: Decodable {
        let name: String?
        let schedules: Int
        let proof: Proof?
        let reason: String?
        let defects: [Defect]
    }

    struct Proof: Decodable {
        let preemptions: Int
        let level: String
    }

    /// What goes wrong in some order of the threads.
    struct Defect: Decodable {
        let kind: String
        let sentence: String
        let help: String
        /// Whether it does no harm by itself.
        let advice: Bool?
        let place: RunOutcome.Place?
        let replay: String?
        let stacks: [Stack]?
        let steps: [Step]
    }

    /// Where a thread stood, the innermost call first.
    struct Stack: Decodable {
        let title: String
        let calls: [String]
    }

    /// A line that a thread came to.
    struct Step: Decodable {
        let thread: String
        let file: String
        let line: Int
        let source: String
    }

    let components: [Component]

    /// How many orders of threads were run.
    var schedules: Int { components.map(\.schedules).reduce(0, +) }

    /// Whether every part is proved up to a bound, whatever the static rules say of it.
    private func isProved(_ preemptions: Int) -> Bool {
        !components.isEmpty && components.allSatisfy { $0.proof?.preemptions ?? -1 >= preemptions }
    }

    /// What is proved.
    ///
    /// - Parameter preemptions: The bound that was asked for.
    /// - Returns: A sentence; nil for nothing.
    func proofSentence(_ preemptions: Int) -> String? {
        guard isProved(preemptions),
            components.allSatisfy({ $0.defects.allSatisfy { $0.advice == true } }),
            let proof = components.first?.proof
        else { return nil }
        let bound = "\(proof.preemptions) preemption\(proof.preemptions == 1 ? "" : "s")"
        return "Right in all \(schedules) orders of its threads with up to \(bound), "
            + "at level \(proof.level)."
    }

    /// The defects; that something is not proved counts as one, when there is no other.
    ///
    /// - Parameter preemptions: The bound that was asked for.
    /// - Returns: A failure for each.
    func failures(_ preemptions: Int) -> [JudgedFailure] {
        let harmful = components.flatMap(\.defects).filter { $0.advice != true }
        let found = harmful.map { defect in
            JudgedFailure(
                .defect(defect.kind), defect.sentence, line: defect.place?.line,
                details: defect.details,
                help: defect.help)
        }
        guard found.isEmpty, !isProved(preemptions) else { return found }
        let reasons = components.compactMap(\.reason).filter { !$0.isEmpty }
        return [
            JudgedFailure(
                .unproved, "It could not be shown to be right in all orders of its threads.",
                details: reasons,
                help: "Use fewer threads, shorter loops and fewer waits, and nothing outside of "
                    + "Python.")
        ]
    }
}

extension VerifyOutcome.Defect {
    /// The place, where each thread stands, and the order that led there.
    fileprivate var details: [String] {
        var lines = [place?.text].compactMap { $0 }
        for stack in stacks ?? [] { lines += [stack.title] + stack.calls.map { "  \($0)" } }
        return lines + ThreadLanes(steps).lines
    }
}
