internal import Foundation

/// A report as tables for people.
struct ReportText {
    private let report: BenchmarkReport

    init(_ report: BenchmarkReport) { self.report = report }

    /// The lines, each table under its title.
    var lines: [String] {
        comparisonLines + cookLines + networkLines + frameLines + startLines + loadingLines
            + projectLines + verdictLines + schedulingLines
    }

    private var schedulingLines: [String] {
        guard !report.scheduling.isEmpty else { return [] }
        return [
            "",
            "Orders of threads, a second (ours: with network, guard and oracles)",
            Self.columns(["", "Understudy", "a scheduler in Python", "ratio"]),
        ]
            + report.scheduling.map { one in
                let cells = [one.ours, one.python, one.ratio].map {
                    String(format: $0 < 10 ? "%.2f" : "%.0f", $0)
                }
                return Self.columns([one.name] + cells)
            }
    }

    private var cookLines: [String] {
        guard !report.cooks.isEmpty else { return [] }
        return [
            "", "Cooking: values made, ms (constants count when they are read for the first time)",
            Self.columns(["", "Understudy", "a graph in Python"], first: 52),
        ]
            + report.cooks.map { timing in
                let looks = [timing.ours, timing.python].map {
                    String(format: "%d, %.3f", $0.evaluated, $0.time)
                }
                return Self.columns([timing.name] + looks, first: 52)
            }
    }

    private var networkLines: [String] {
        guard !report.networks.isEmpty else { return [] }
        let costs: [(String, KeyPath<NetworkCosts, Double>)] = [
            ("create, with ten parameters, ns", \.create), ("find by path, ns", \.look),
            ("find among all by type, ns", \.find),
            ("a frame with 1 in 100 dirty, ns", \.frame),
            ("memory, bytes", \.bytes),
        ]
        let sizes = report.networks.map { "\($0.operators) operators" }
        return ["", "Large networks, an operator each: Understudy / plain Python objects"]
            + [Self.columns([""] + sizes)]
            + costs.map { name, cost in
                Self.columns(
                    [name]
                        + report.networks.map {
                            String(
                                format: "%.0f / %.0f", $0.ours[keyPath: cost],
                                $0.python[keyPath: cost])
                        })
            }
    }

    private static func columns(_ cells: [String], first: Int = 34) -> String {
        cells.enumerated().map { index, cell in
            cell.padding(
                toLength: max(index == 0 ? first : 22, cell.count), withPad: " ", startingAt: 0)
        }.joined()
    }

    private var frameLines: [String] {
        guard !report.frames.isEmpty else { return [] }
        return [
            "",
            "Frame lateness in ms: p50 / p99 / max, frames dropped; the threads' work, Python = 1",
            "frames a second, busy threads     Understudy                          Python, time.sleep"
                + "                   work",
        ]
            + report.frames.map { entry in
                let kind = entry.threads == 0 ? "" : " × \(entry.kind)"
                let name = "\(Int(entry.rate)) Hz, \(entry.threads)\(kind)"
                let work = Self.ratio(
                    entry.python.work > 0 ? entry.ours.work / entry.python.work : nil)
                return [
                    (name, 34), (Self.cell(entry.ours), 36), (Self.cell(entry.python), 37),
                    (work, 0),
                ]
                .map {
                    $0.0.padding(toLength: max($0.1, $0.0.count), withPad: " ", startingAt: 0)
                }
                .joined()
            }
    }

    private var verdictLines: [String] {
        guard !report.verdicts.isEmpty else { return [] }
        return ["", "From saving an answer to its verdict in ms: median, p95"]
            + report.verdicts.map { verdict in
                let name = verdict.name.padding(toLength: 54, withPad: " ", startingAt: 0)
                return "\(name)\(Int(verdict.median.rounded())), \(Int(verdict.p95.rounded()))"
            }
    }

    private var startLines: [String] {
        guard !report.start.isEmpty else { return [] }
        return ["", "Start, first frame and end in ms: median (p10–p90)"]
            + report.start.flatMap(Self.lines)
    }

    private static func lines(_ start: StartComparison) -> [String] {
        guard let ours = start.ours, let python = start.python else { return [] }
        func line(_ name: String, _ spread: Spread, _ best: Double) -> String {
            name.padding(toLength: 54, withPad: " ", startingAt: 0) + cell(spread)
                + String(format: ", best %.1f", best)
        }
        let code = start.imported.isEmpty ? "pass" : "'\(start.imported)'"
        let with = start.imported.isEmpty ? "" : ", \(start.imported)"
        return [
            line("understudy run extension.py\(with)", ours, start.ourBest),
            line("python3 -I -c \(code)", python, start.pythonBest),
            String(format: "ratio of the medians %.2f", ours.median / python.median),
        ]
    }

    private var loadingLines: [String] {
        guard let loading = report.loading, let ours = loading.ours, let reading = loading.reading
        else { return [] }
        func line(_ name: String, _ spread: Spread) -> String {
            name.padding(toLength: 34, withPad: " ", startingAt: 0) + Self.cell(spread)
        }
        let head = [
            "",
            "Loading \(loading.operators) operators from \(loading.size / 1000) kB of TDN in ms: "
                + "median (p10–p90)",
            line("read, checked and built", ours), line("read and checked", reading),
        ]
        guard let python = loading.python else {
            return head + ["PyYAML is not installed here, so there is nothing to compare with."]
        }
        return head + [
            line("PyYAML, CSafeLoader, parsed only", python),
            String(format: "ratio of the medians %.2f", ours.median / python.median),
        ]
    }

    private var projectLines: [String] {
        guard !report.projects.isEmpty else { return [] }
        return [
            "",
            "Whole projects, read, checked and shown, ms and at most MB: "
                + "understudy tree / PyYAML, parsed only",
        ]
            + report.projects.map { project in
                let ours = Self.cell(project.ours)
                let python = Self.cell(project.python)
                let memory = Self.megabytes(project.oursMemory)
                let rival = project.pythonMemory.map(Self.megabytes) ?? "-"
                return Self.columns([
                    project.name, "\(ours) / \(python) ms, \(memory) / \(rival) MB",
                ])
            }
    }

    private static func megabytes(_ count: Double) -> String { String(format: "%.1f", count) }

    private static func cell(_ lateness: FrameLateness) -> String {
        let times = [lateness.p50, lateness.p99, lateness.maximum]
            .map { String(format: "%.3f", $0 * 1e3) }
        return times.joined(separator: " / ") + ", \(lateness.dropped)"
    }

    private var comparisonLines: [String] {
        guard !report.comparisons.isEmpty else { return [] }
        let head = Self.row(
            "", "Understudy", "C extension", "pure Python", "× C", "faster than Python")
        let rows = report.comparisons.map { comparison in
            Self.row(
                comparison.name, Self.cell(comparison.ours), Self.cell(comparison.rival),
                Self.cell(comparison.mock), Self.ratio(comparison.timesC),
                Self.ratio(comparison.fasterThanMock))
        }
        let rejected = report.comparisons.map(\.rejected).max() ?? 0
        return [
            "CPython \(report.python), ns an operation: median (p10–p90), empty loop taken away; "
                + "up to \(rejected) disturbed samples thrown away", head,
        ] + rows
    }

    private static func row(_ cells: String...) -> String {
        zip(cells, [34, 22, 22, 24, 7, 20]).map { cell, width in
            cell + String(repeating: " ", count: max(1, width - cell.count))
        }.joined()
    }

    private static func cell(_ spread: Spread?) -> String {
        guard let spread else { return "–" }
        return String(format: "%.1f (%.1f–%.1f)", spread.median, spread.p10, spread.p90)
    }

    private static func ratio(_ ratio: Double?) -> String {
        ratio.map { String(format: "%.2f", $0) } ?? "–"
    }
}
