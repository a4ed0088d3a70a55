/// The lines of a schedule in the order in which they ran, shortened to what is around its switches.
package struct Interleaving {
    /// Every line, one for each time that a thread came to another one.
    package let steps: [Step]

    /// Lines shown before and after a switch.
    private static let context = 2
    private static let most = 40

    /// Takes a schedule.
    package init(_ execution: Execution) { steps = Self.steps(of: execution) }

    /// The steps around the switches between threads, which tell how many are left out before them.
    package var shown: [Step] {
        var isShown = Array(repeating: false, count: steps.count)
        for index in steps.indices.dropFirst() where steps[index].thread != steps[index - 1].thread
        {
            let first = max(0, index - Self.context)
            let last = min(steps.count - 1, index + Self.context - 1)
            for place in first...last { isShown[place] = true }
        }
        var shown: [Step] = []
        var skipped = 0
        for (step, isShown) in zip(steps, isShown) {
            guard isShown else {
                skipped += 1
                continue
            }
            var step = step
            step.skipped = skipped
            shown.append(step)
            skipped = 0
        }
        guard shown.count > Self.most else { return shown }
        var end = Array(shown.suffix(Self.most / 2))
        let left = shown[(Self.most / 2)..<(shown.count - end.count)]
        end[0].skipped += left.reduce(left.count) { $0 + $1.skipped }
        return shown.prefix(Self.most / 2) + end
    }

    /// Steps as lines of text, a column for each thread, with marks where some are left out.
    ///
    /// - Parameter steps: What is to be shown.
    /// - Returns: The lines.
    package static func lines(of steps: [Step]) -> [String] {
        steps.enumerated().flatMap { index, step in
            let isGap = index > 0 && step.skipped > 0
            return (isGap ? ["… \(Counted.text(step.skipped, "line")) …"] : []) + [text(step)]
        }
    }

    /// A step as a line of text.
    package static func text(_ step: Step) -> String {
        let column = String(repeating: "    ", count: step.thread)
        return "\(column)[\(step.name)] \(step.fileName):\(step.place.line)  "
            + (step.goesOn ? "goes on: " : "") + step.place.source
    }

    /// Events of the same thread at the same line are one.
    private static func steps(of execution: Execution) -> [Step] {
        var steps: [Step] = []
        for event in execution.events {
            // Code that stands in no file, such as what the default wiring makes, has no place.
            guard let place = execution.sites[event.site] else { continue }
            if let last = steps.last, last.thread == event.thread, last.place == place { continue }
            let name = execution.names[event.thread] ?? "thread \(event.thread)"
            steps.append(
                Step(thread: event.thread, name: name, place: place, goesOn: event.goesOn))
        }
        return steps
    }
}
