internal import Foundation

/// A report as tables for people.
struct ReportText {
    private let report: BenchmarkReport

    init(_ report: BenchmarkReport) { self.report = report }

    /// The lines, each table under its title.
    var lines: [String] {
        comparisonLines
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
