/// A counterexample for people: the sentence, the line, the stacks, the order of the threads.
package struct CounterexampleText {
    private let example: Counterexample
    private let options: ExploreOptions
    private let isReplay: Bool

    /// Takes a example.
    ///
    /// - Parameters:
    ///   - example: The counterexample.
    ///   - options: What was asked for.
    ///   - isReplay: Whether it comes of a replay, so that how it was found is not known.
    package init(_ example: Counterexample, _ options: ExploreOptions, isReplay: Bool = false) {
        self.example = example
        self.options = options
        self.isReplay = isReplay
    }

    /// The lines.
    package var lines: [String] {
        let defect = example.defect
        var lines = ["\(defect.kind.rawValue): \(defect.sentence)"]
        if let place = defect.place {
            lines.append("  --> \(place.file):\(place.line)")
            if !place.source.isEmpty { lines.append("      \(place.source)") }
        }
        for stack in defect.stacks {
            lines.append("  \(stack.title)")
            lines += stack.calls.map { "      \($0)" }
        }
        let shown = Interleaving(example.execution).lines
        if example.execution.preemptions > 0, !shown.isEmpty {
            lines.append("  in this order:")
            lines += shown.map { "      \($0)" }
        }
        if !defect.help.isEmpty { lines.append("  help: \(defect.help)") }
        return lines + (isReplay ? [] : [history])
    }

    private var history: String {
        let found = "  seen after \(Counted.text(example.foundAfter, "schedule"))"
        guard let reproduced = example.reproduced else { return found + ", and not run again" }
        return found + ", shrunk to \(Counted.text(example.execution.preemptions, "preemption")) "
            + "at level \(options.level.rawValue), reproduced \(reproduced) of "
            + "\(Exploring.repetitions)"
    }
}
