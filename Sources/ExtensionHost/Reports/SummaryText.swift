internal import OperatorNetwork
internal import ThreadGuard

/// A run's summary for a person: what was made, what came of it, what went wrong.
public nonisolated struct SummaryText: Sendable {
    private let summary: RunSummary
    private let valueOrder: [String]

    /// Prepares the text of a summary.
    ///
    /// - Parameters:
    ///   - summary: What happened.
    ///   - valueOrder: The expressions in the order in which they were asked for.
    public init(_ summary: RunSummary, valueOrder: [String] = []) {
        self.summary = summary
        self.valueOrder = valueOrder
    }

    /// The lines, without a line break at the end.
    public var lines: [String] {
        var lines = [head]
        lines += section("extensions", summary.extensions.map(describe))
        lines += section(
            "results", summary.changes.prefix(12).map(describe) + more(summary.changes.count, 12))
        lines += section("values", values)
        lines += section("threads", ThreadLines(summary).lines)
        lines += section(
            "processes",
            summary.children.prefix(12).map(describe) + more(summary.children.count, 12))
        lines += section("standstills", summary.standstills.prefix(12).map(describe))
        lines += section(
            "held up",
            summary.holdUps.prefix(12).map(describe) + more(summary.holdUps.count, 12))
        lines += section("errors", summary.failures.map(describe))
        lines += section("faults", summary.faults.map(describe))
        lines.append(verdict)
        return lines.map(plain)
    }

    /// What names and messages of the project hold cannot move the terminal's cursor.
    private func plain(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { PlainText.oneLine(String($0), limit: .max) }.joined(separator: "\n")
    }

    private var values: [String] {
        let rest = summary.values.keys.filter { !valueOrder.contains($0) }.sorted()
        return (valueOrder + rest).map { expression in
            guard let value = summary.values[expression] ?? nil else {
                return "\(expression) failed, see errors"
            }
            return "\(expression) = \(value)"
        }
    }

    private var head: String {
        let dropped = summary.dropped == 0 ? "none dropped" : "\(summary.dropped) dropped"
        return "\(summary.project): \(summary.frames) frames at \(number(summary.rate)) fps, "
            + "\(dropped), clock \(summary.clock)"
    }

    private func section(_ title: String, _ entries: [String]) -> [String] {
        entries.enumerated().map { index, entry in
            let head = index == 0 ? title : ""
            return "  \(head)\(String(repeating: " ", count: max(1, 12 - head.count)))\(entry)"
        }
    }

    private func more(_ count: Int, _ shown: Int) -> [String] {
        count > shown ? ["… and \(count - shown) more"] : []
    }

    private func describe(_ made: RunSummary.Extension) -> String {
        let again = made.count > 1 ? ", made \(made.count) times" : ""
        return "\(made.name) of \(made.owner), made \(Moment(made.frame))\(again)"
    }

    private func describe(_ change: RunSummary.Change) -> String {
        let text = change.value.count > 60 ? "\(change.value.prefix(60))…" : change.value
        let value = text.replacing("\n", with: "\\n").replacing("\t", with: "\\t")
        let times = change.count > 1 ? ", changed in \(change.count) frames" : ""
        let cell = "\(change.path)[\(change.row), \(change.column)]"
        return "\(cell) = '\(value)' since \(Moment(change.frame))\(times)"
    }

    private func describe(_ standstill: RunSummary.Standstill) -> String {
        let place = standstill.place.map { " at \($0)" } ?? ""
        return "\(standstill.activity)\(place), \(Moment(standstill.frame))"
    }

    private func describe(_ holdUp: RunSummary.HoldUp) -> String {
        let place = holdUp.place.map { " at \($0)" } ?? ""
        let most = number((holdUp.seconds * 10_000).rounded() / 10)
        return holdUp.count == 1
            ? "\(Moment(holdUp.frame)) for \(most) ms: \(holdUp.thread) held the GIL\(place)"
            : "\(holdUp.count) frames for up to \(most) ms: \(holdUp.thread) held the GIL\(place)"
    }

    private func describe(_ child: RunSummary.Child) -> String {
        let place = child.startedAt.map { " at \($0.file):\($0.line)" } ?? ""
        let end = child.isDetached ? "detached, so it runs on" : "asked to end with the run"
        let owner = child.ownerEndedFrame.flatMap { frame in
            child.owner.map { ", though \($0) was torn down in frame \(frame)" }
        }
        let start = child.startedFrame.map { ", started \(Moment($0))" } ?? ""
        return "\(child.command) (\(child.identifier))\(start)\(place)\(owner ?? ""), \(end)"
    }

    private func describe(_ failure: RunSummary.Failure) -> String {
        let place = failure.place.map { " at \($0.file):\($0.line)" } ?? ""
        let times = failure.count > 1 ? " (\(failure.count) times)" : ""
        return "\(failure.source): \(failure.activity) failed: \(failure.message)\(place)\(times)"
    }

    private func describe(_ fault: RunSummary.Fault) -> String {
        let object = fault.path.isEmpty ? fault.member : "\(fault.path) \(fault.member)"
        let place = fault.place.map { " at \($0.file):\($0.line)" } ?? ""
        let times = fault.count > 1 ? " (\(fault.count) times)" : ""
        return "\(fault.severity): \(fault.kind) of \(object) by \(fault.thread)\(place)\(times)"
    }

    private var verdict: String {
        let faults = summary.faults.filter { $0.severity == "fault" }.reduce(0) { $0 + $1.count }
        let failures = summary.failures.reduce(0) { $0 + $1.count }
        var parts: [String] = []
        if faults > 0 { parts.append(count(faults, "thread conflict")) }
        if failures > 0 { parts.append(count(failures, "error")) }
        if !summary.stranded.isEmpty {
            parts.append(count(summary.stranded.count, "thread") + " that would hang the exit")
        }
        switch summary.exitCode {
        case 0: if parts.isEmpty { return "ok" }
        case 130: parts.append("ended by Ctrl-C")
        case 143: parts.append("ended by SIGTERM")
        default: if parts.isEmpty { parts.append("ended by the project's own code") }
        }
        return "\(parts.joined(separator: ", ")) (exit \(summary.exitCode))"
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(clamping: value))" : "\(value)"
    }
}
