internal import Foundation
internal import PythonRuntime

/// `Benchmarks [access] [calls] [cooks] [networks] [frames] [start] [loading] [learn] [explore]
/// [--json]`: measures and prints; all parts when none is named.
@main
enum Program {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        do {
            if arguments.first == "--frames-child" {
                try FrameCases.runChild(Array(arguments.dropFirst()))
            }
            let report = try measure(parts: Set(arguments.filter { !$0.hasPrefix("-") }))
            if arguments.contains("--json") {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
                print(String(decoding: try encoder.encode(report), as: UTF8.self))
            } else {
                ReportText(report).lines.forEach { print($0) }
            }
        } catch {
            print("The benchmarks ended early: \(error)")
            exit(1)
        }
        // Python is never finalised.
        Interpreter.end(code: 0)
    }

    private static func measure(parts: Set<String>) throws -> BenchmarkReport {
        func wants(_ part: String) -> Bool { parts.isEmpty || parts.contains(part) }
        let stage = try Rehearsal()
        var report = BenchmarkReport(python: Interpreter.version)
        if wants("access") || wants("calls") {
            if wants("access") { report.comparisons += try AccessCases(stage: stage).run() }
            if wants("calls") { report.comparisons += try CallCases(stage: stage).run() }
        }
        if wants("loading") { report.loading = try LoadingCases.run() }
        if wants("cooks") { report.cooks = try CookCases(stage: stage).run() }
        if wants("networks") { report.networks = try NetworkCases(stage: stage).run() }
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let program = folder.appendingPathComponent("understudy").path
        let python = try PythonObject.module("sys").attribute("executable").text()
        if wants("loading") {
            report.projects = try ProjectCases.run(program: program, python: python)
        }
        if wants("learn") { report.verdicts = try LearnCases.run(program: program) }
        if wants("explore") {
            report.scheduling = try ExploreCases.run(program: program, python: python)
        }
        if wants("frames") { report.frames = try FrameCases.run(python: python) }
        if wants("start") {
            report.start = try StartCases.run(program: program, python: python)
        }
        return report
    }
}
