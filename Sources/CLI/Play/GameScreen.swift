internal import Exploration
private import Foundation

/// A game as it stands, for its player.
struct GameScreen {
    private let report: PlayReport
    private let options: ExploreOptions
    private let move: Int

    /// Lines of the run so far that are shown.
    private static let mostSteps = 10

    /// Takes a game.
    ///
    /// - Parameters:
    ///   - report: How it stands.
    ///   - options: What is played.
    ///   - move: The number of the next move.
    init(_ report: PlayReport, _ options: ExploreOptions, move: Int) {
        (self.report, self.options, self.move) = (report, options, move)
    }

    /// The lines.
    var lines: [String] {
        let switches = "\(report.preemptions) \(report.preemptions == 1 ? "switch" : "switches")"
        let title = "\(options.target)   move \(move), \(switches) so far"
        return ["", title, ""] + steps + threads + operators
            + (report.candidates.isEmpty ? end : question)
    }

    private var steps: [String] {
        let shown = report.steps.suffix(Self.mostSteps)
        guard !shown.isEmpty else { return [] }
        return Interleaving.lines(of: Array(shown)).map { "    \($0)" } + [""]
    }

    private var threads: [String] {
        report.threads.flatMap { thread -> [String] in
            let wait = thread.wait.isEmpty ? "can go on" : "waits for \(thread.wait)"
            let line = thread.place.map { "  at \($0.line)  \(source($0))" } ?? ""
            return ["  \(thread.name): \(wait)\(line)"] + thread.values.map { "      \($0)" }
        }
    }

    private var operators: [String] {
        guard !report.changes.isEmpty else { return [] }
        return ["  operators:"] + report.changes.map { "      \($0)" }
    }

    private var question: [String] {
        ["", "Who moves next?"]
            + report.candidates.enumerated().map { index, one in
                let meaning =
                    one.letsTimePass
                    ? "  the time it waits for comes" : one.isPreemption ? "  a switch" : ""
                return "  \(index + 1)  \(one.name)\(meaning)"
            } + ["a number; Enter is 1; u takes the last move back; e to the end; q quits"]
    }

    private var end: [String] {
        guard let defect = report.defects.first else {
            return ["The project came to its end, and nothing broke. u takes the last move back."]
        }
        return DefectText(defect, level: options.level).lines + [""]
    }

    /// The line of a file, without the space before it.
    private func source(_ place: Defect.Place) -> String {
        guard place.source.isEmpty,
            let text = try? String(contentsOfFile: place.file, encoding: .utf8)
        else { return place.source }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(place.line - 1) else { return "" }
        return lines[place.line - 1].trimmingCharacters(in: .whitespaces)
    }
}
