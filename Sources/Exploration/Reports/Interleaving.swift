/// The lines of a schedule in the order in which they ran, shortened to what is around its switches.
package struct Interleaving {
    private let execution: Execution

    /// Lines shown before and after a switch.
    private static let context = 2
    private static let most = 40

    /// Takes a schedule.
    package init(_ execution: Execution) { self.execution = execution }

    /// Every line, one for each time that a thread came to another one.
    package var steps: [String] { runs().map(text) }

    /// The lines around the switches between threads, with marks where some are left out.
    package var lines: [String] {
        let runs = runs()
        var isShown = Array(repeating: false, count: runs.count)
        for index in runs.indices.dropFirst() where runs[index].thread != runs[index - 1].thread {
            let first = max(0, index - Self.context)
            let last = min(runs.count - 1, index + Self.context - 1)
            for place in first...last { isShown[place] = true }
        }
        var lines: [String] = []
        for index in runs.indices where isShown[index] {
            if index > 0, !isShown[index - 1], !lines.isEmpty { lines.append("…") }
            lines.append(text(runs[index]))
        }
        guard lines.count > Self.most else { return lines }
        return lines.prefix(Self.most / 2) + ["… \(lines.count - Self.most) lines …"]
            + lines.suffix(Self.most / 2)
    }

    /// Events of the same thread at the same line are one.
    private func runs() -> [Execution.Event] {
        var runs: [Execution.Event] = []
        // Code that stands in no file, such as what the default wiring makes, has no place.
        for event in execution.events where execution.sites[event.site] != nil {
            if let last = runs.last, last.thread == event.thread,
                execution.sites[last.site] == execution.sites[event.site]
            {
                continue
            }
            runs.append(event)
        }
        return runs
    }

    private func text(_ event: Execution.Event) -> String {
        let name = execution.names[event.thread] ?? "thread \(event.thread)"
        guard let place = execution.sites[event.site] else { return name }
        let file = place.file.split(separator: "/").last.map(String.init) ?? place.file
        let column = String(repeating: "    ", count: event.thread)
        return "\(column)[\(name)] \(file):\(place.line)  \(place.source)"
    }
}
