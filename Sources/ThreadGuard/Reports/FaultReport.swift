/// A fault told in full, in the manner of compilers: the line, how it came about, the way out.
///
/// A report has 30 lines at most, however deep the stacks are.
package struct FaultReport: Sendable {
    private let record: FaultRecord
    private var fault: Fault { record.fault }

    /// Prepares the report of a place.
    ///
    /// - Parameter record: The first fault of the place and how many followed.
    package init(_ record: FaultRecord) {
        self.record = record
    }

    /// Writes the report.
    ///
    /// - Parameter style: Plain, or coloured for a terminal.
    /// - Returns: Lines without a line break after the last.
    package func text(style: ReportStyle = .plain) -> String {
        ([headline(style)] + placeLines(style) + noteLines(style) + helpLines(style))
            .joined(separator: "\n")
    }

    private func headline(_ style: ReportStyle) -> String {
        let isFault = fault.severity == .fault
        let word = style.mark(
            isFault ? "THREAD CONFLICT" : "THREAD ADVICE", as: isFault ? .fault : .advice)
        let deed = PlainText.oneLine("\(fault.access.object) was \(fault.access.participle)")
        return "\(word) \(deed) off the main thread [\(fault.rule.rawValue)]"
    }

    private func placeLines(_ style: ReportStyle) -> [String] {
        let who = PlainText.oneLine(
            "on thread \"\(fault.threadName)\"\(fault.isDaemon ? " (daemon)" : ""), "
                + "frame \(fault.frame)")
        guard let offender = fault.offender else { return [note("touched", who, style)] }
        let columns = offender.columns ?? derivedColumns(of: offender)
        let column = columns.map { ":\($0.lowerBound + 1)" } ?? ""
        let arrow = "\(gutter())\(style.mark("-->", as: .frame)) "
        let place = arrow + PlainText.oneLine("\(offender.place)\(column) in \(offender.function)")
        guard let source = offender.source else { return [place, note("touched", who, style)] }
        let excerpt = SourceExcerpt(source: source, columns: columns)
        let bar = "\(gutter()) \(style.mark("|", as: .frame))"
        let number = style.mark("\(gutter(offender.line)) |", as: .frame)
        let marks = style.mark(excerpt.marks, as: fault.severity == .fault ? .fault : .advice)
        return [
            place, bar, "\(number) \(excerpt.text)",
            "\(bar) \(marks) \(fault.access.participle) \(who)", bar,
        ]
    }

    private func noteLines(_ style: ReportStyle) -> [String] {
        let started = fault.startedFrame.map { " (frame \($0))" } ?? ""
        let main = [fault.mainActivity] + fault.mainStack.suffix(1).map { "at \(told($0))" }
        let callers = own(fault.stack.dropLast()).suffix(3).reversed()
        let starters = own(fault.startedAt).suffix(2).reversed()
        var notes = callers.map { ("called from", told($0)) }
        notes += starters.enumerated().map { index, entry in
            index == 0 ? ("started at", told(entry) + started) : ("started via", told(entry))
        }
        if starters.isEmpty, let frame = fault.startedFrame {
            notes.append(("started in", "frame \(frame)"))
        }
        if !fault.mainActivity.isEmpty { notes.append(("main was", main.joined(separator: ", "))) }
        if record.count > 1 {
            notes.append(("repeated", "\(record.count) times, last in frame \(record.lastFrame)"))
        }
        return notes.map { note($0, $1, style) }
    }

    private func helpLines(_ style: ReportStyle) -> [String] {
        var lines: [String] = []
        if fault.rule == .runFromThread {
            let here =
                fault.severity == .advice
                ? "the call was handed to the main thread and is made in its next frame"
                : "the guard is strict, so that such a call counts as a fault"
            lines.append(note("here", here, style))
            lines.append(
                note(
                    "elsewhere",
                    "TouchDesigner 2025 takes such a call, damages its own state and may crash "
                        + "later; older builds refuse it",
                    style))
        }
        let suggestion = suggestion
        lines.append("\(style.mark("help:", as: .help)) \(PlainText.oneLine(suggestion.title))")
        guard let removed = suggestion.removed, let added = suggestion.added,
            let moment = suggestion.mainMoment, let mainLine = suggestion.mainLine
        else { return lines }
        let number = gutter(fault.offender?.line)
        func shown(_ text: String) -> String { PlainText.oneLine(text, limit: 140) }
        return lines + [
            style.mark("\(number) - \(shown(removed))", as: .removed),
            style.mark("\(number) + \(shown(added))", as: .added),
            "\(gutter())   \(PlainText.oneLine(moment))",
            style.mark("\(gutter()) + \(shown("    " + mainLine))", as: .added),
        ]
    }

    private var suggestion: FixSuggestion {
        fault.suggestion ?? handOver(for: fault.offender)?.suggestion
            ?? HandOver(source: "", columns: nil, access: fault.access, rule: fault.rule).suggestion
    }

    private func handOver(for entry: StackEntry?) -> HandOver? {
        entry?.source.map {
            HandOver(
                source: $0, columns: entry?.columns, access: fault.access, rule: fault.rule)
        }
    }

    private func derivedColumns(of entry: StackEntry) -> Range<Int>? {
        guard let source = entry.source, let found = handOver(for: entry)?.expression else {
            return nil
        }
        let indentation = source.prefix { $0 == " " || $0 == "\t" }.count
        return (found.lowerBound + indentation)..<(found.upperBound + indentation)
    }

    // The calls inside Python's own `threading` are the same for every thread and tell nothing.
    private func own(_ stack: some Sequence<StackEntry>) -> [StackEntry] {
        stack.filter { entry in
            !(entry.file == "threading.py" || entry.file.hasSuffix("/threading.py"))
        }
    }

    private func told(_ entry: StackEntry) -> String {
        let source = entry.source.map { ": \($0.drop { $0.isWhitespace })" } ?? ""
        return PlainText.oneLine("\(entry.place) in \(entry.function)\(source)", limit: 120)
    }

    private func note(_ label: String, _ text: String, _ style: ReportStyle) -> String {
        let padding = String(repeating: " ", count: max(0, 11 - label.count))
        let sign = "\(gutter()) \(style.mark("=", as: .frame))"
        return "\(sign) \(label)\(padding) \(PlainText.oneLine(text))"
    }

    // The numbers' column: as wide as the line number that stands in it.
    private func gutter(_ number: Int? = nil) -> String {
        let width = max(2, String(fault.offender?.line ?? 0).count)
        let text = number.map(String.init) ?? ""
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
