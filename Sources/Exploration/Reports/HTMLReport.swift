/// What `verify` found as one page for a browser, in which the threads run side by side.
///
/// The page needs nothing from anywhere: no script, no font, no picture.
package enum HTMLReport {
    /// Writes it.
    ///
    /// - Parameters:
    ///   - reports: What came of each exploration.
    ///   - target: The project.
    ///   - check: The lines of the static check's report.
    /// - Returns: The text.
    package static func text(
        _ reports: [ExplorationReport], target: String, check: [String]
    ) -> String {
        let verdict = ExplorationReport.Outcome.worst(of: reports)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>\(escaped(target)): \(verdict.rawValue)</title>
            <style>\(style)</style>
            <h1>\(escaped(target)) \(mark(verdict))</h1>
            \(reports.map(section).joined(separator: "\n"))
            <section><h2>Static rules</h2>
            <pre>\(escaped(check.joined(separator: "\n")))</pre></section>
            </html>
            """
    }

    private static func section(_ report: ExplorationReport) -> String {
        let defects = report.defects.map { article($0, report.level) }.joined(separator: "\n")
        let tried = report.scenarios.map { "<li>\(escaped($0.name))</li>" }.joined()
        let details =
            tried.isEmpty
            ? "" : "<details><summary>What else was tried</summary><ul>\(tried)</ul></details>"
        return """
            <section>
            <h2>\(escaped(report.name)) \(mark(report.outcome))</h2>
            <p>\(Counted.text(report.schedules, "schedule")), \(report.different) different, in \
            \(report.seconds) s. \(escaped(([report.reason] + report.given).joined(separator: " ")))</p>
            \(details)
            \(defects)
            </section>
            """
    }

    private static func mark(_ outcome: ExplorationReport.Outcome) -> String {
        // Where something is proved, though not all that was asked for, the plain word would deny it.
        let words = outcome == .unproved ? "not all orders were run" : outcome.rawValue
        return "<span class=\"\(outcome.rawValue)\">\(words)</span>"
    }

    private static func article(_ report: DefectReport, _ level: ExploreOptions.Level) -> String {
        let defect = report.defect
        let place = defect.place.map { place in
            "<p class=\"place\">\(escaped(place.file)):\(place.line) "
                + "<code>\(escaped(place.source))</code></p>"
        }
        let stacks = defect.stacks.map { stack in
            "<p>\(escaped(stack.title))</p><pre>\(escaped(stack.calls.joined(separator: "\n")))</pre>"
        }
        let scenario = report.scenario.map { "<p>When \(escaped($0)).</p>" }
        let help = defect.help.isEmpty ? "" : "<p class=\"help\">\(escaped(defect.help))</p>"
        let replay = report.replay.map { "<p><code>understudy replay \(escaped($0))</code></p>" }
        let isCrossing = report.preemptions > 0 || defect.stacks.count > 1
        let lanes = isCrossing ? lanes(report.steps, defect.stacks) : ""
        return """
            <article\(defect.isAdvice ? " class=\"advice\"" : "")>
            <h3><b>\(escaped(defect.kind.title))</b> \(escaped(defect.sentence)) \
            <code>\(escaped(defect.rule))</code></h3>
            \(scenario ?? "")\(place ?? "")\(stacks.joined())\(lanes)\(help)\(replay ?? "")
            </article>
            """
    }

    /// A table with a column for each thread, a row for each step and one for where threads stand at last.
    private static func lanes(_ steps: [Step], _ stacks: [Defect.Stack]) -> String {
        let threads = Set(steps.map(\.thread)).sorted()
        guard threads.count > 1 else { return "" }
        let heads = threads.map { thread in
            "<th>\(escaped(steps.first { $0.thread == thread }?.name ?? ""))</th>"
        }
        var rows: [String] = []
        for (index, step) in steps.enumerated() {
            if index > 0, step.skipped > 0 {
                rows.append(
                    "<tr class=\"gap\"><td colspan=\"\(threads.count)\">"
                        + "\(Counted.text(step.skipped, "line")) left out</td></tr>")
            }
            let isSwitch = index > 0 && steps[index - 1].thread != step.thread
            let cells = threads.map { thread in
                thread == step.thread
                    ? "<td class=\"runs\"><i>\(escaped(step.fileName)):\(step.place.line)"
                        + "\(step.goesOn ? " goes on" : "")</i>"
                        + "<code>\(escaped(step.place.source))</code></td>" : "<td></td>"
            }
            rows.append("<tr\(isSwitch ? " class=\"switch\"" : "")>\(cells.joined())</tr>")
        }
        let ends = threads.map { thread in
            end(of: steps.first { $0.thread == thread }?.name ?? "", stacks)
        }
        if ends.contains(where: { $0 != nil }) {
            let cells = ends.map { $0.map { "<td class=\"runs\">\($0)</td>" } ?? "<td></td>" }
            rows.append("<tr class=\"end\">\(cells.joined())</tr>")
        }
        return "<table><thead><tr>\(heads.joined())</tr></thead>"
            + "<tbody>\(rows.joined(separator: "\n"))</tbody></table>"
    }

    /// Where a thread stands when nothing goes on; nil for one of which nothing is said.
    private static func end(of name: String, _ stacks: [Defect.Stack]) -> String? {
        guard let stack = stacks.first(where: { $0.title.hasPrefix(name + " ") }) else {
            return nil
        }
        let words = stack.title.dropFirst(name.count + 1).prefix { $0 != ":" }
        return "<i>\(escaped(stack.calls.first ?? ""))</i>\(escaped(String(words)))"
    }

    private static func escaped(_ text: String) -> String { MarkupText.escaped(text) }

    private static let style = """
        :root { color-scheme: light dark; --line: #8885; --soft: #8881; }
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto;
          padding: 0 1rem; }
        h1 { font-size: 1.4rem } h2 { font-size: 1.15rem; margin-top: 2.5rem }
        h3 { font-size: 1rem; font-weight: 400; margin: 0 0 .5rem }
        code, pre, i { font: 13px/1.45 ui-monospace, monospace } pre { overflow-x: auto;
          background: var(--soft); padding: .5rem .75rem; border-radius: 4px }
        article { border-left: 3px solid #c33; padding: .25rem 1rem; margin: 1.5rem 0 }
        article.advice { border-left-color: #888 }
        .proved, .failed, .unproved { font-size: .8em; padding: .1em .6em; border-radius: 1em;
          color: #fff; background: #777 }
        .proved { background: #287a3e } .failed { background: #b3261e }
        .place, i { opacity: .75 } .help::before { content: "Mend: "; font-weight: 600 }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: .75rem 0 }
        th { text-align: left; border-bottom: 2px solid var(--line); padding: .25rem .5rem }
        td { padding: .15rem .5rem; border-left: 1px solid var(--line); overflow-wrap: anywhere }
        td.runs { background: #4a90d92b } td i { display: block; font-size: 11px }
        tr.switch td { border-top: 2px solid #d98a1f }
        tr.end td { border-top: 2px solid #c33 }
        tr.gap td { text-align: center; opacity: .6; font-style: italic; font-size: 12px }
        """
}
