internal import CSchedule
internal import Exploration
internal import Foundation
internal import PythonRuntime

/// One exploration or replay of a project, from reading it to what came of it.
struct Session {
    private let options: ExploreOptions
    private let project: ExploredProject
    private let runner: ForkedRunner
    private let code: ProjectCode
    private let patience: Patience
    /// Where the program was called; the project's folder takes its place.
    private let folder = URL(
        fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)

    /// Starts Python and loads the project.
    ///
    /// - Parameters:
    ///   - options: What is asked for.
    ///   - channel: The way to who asked, which schedules are not to have.
    /// - Throws: What is wrong with the project, in a full sentence.
    init(_ options: ExploreOptions, _ channel: Channel) throws {
        self.options = options
        project = try ExploredProject(options)
        code = try ProjectCode(options, project.description, project.written)
        patience = Patience(seconds: options.seconds)
        runner = ForkedRunner(project, code, channel, patience)
        try runner.load()
    }

    /// Explores the project.
    ///
    /// - Returns: What was found and proved; the replay files are written.
    func explore() -> ExplorationReport {
        defer { runner.dismiss() }
        var rest = options
        rest.seconds = patience.left
        let endless: (any ScheduleRunning)? = runner.endless.map { one in
            OneAfterAnother { _, _ in one }
        }
        var verdict = Campaign(
            rest, scenarios: runner.scenarios, seconds: { Patience.now }, runner: endless ?? runner
        ).verdict()
        verdict.seconds = options.seconds - patience.left
        verdict.idleness = project.idleness
        if let file = verdict.given.file, !FileManager.default.fileExists(atPath: file) {
            verdict.given.file = nil
        }
        verdict.given.packages = runner.habits.packages
        verdict.given.isByChance = runner.habits.isByChance
        let files = verdict.counterexamples.enumerated().map { write($1, number: $0 + 1) }
        return ExplorationReport(verdict, options, files: files)
    }

    /// Runs a schedule again.
    ///
    /// - Parameter file: The schedule.
    /// - Returns: Whether it shows its defect; a refusal when it was found with another program.
    func replay(_ file: ScheduleFile) -> ExplorerAnswer {
        let differences = file.differences(from: conditions)
        guard differences.isEmpty else {
            let reasons = differences.map { "\n  \($0)" }.joined()
            return .refused(
                "The schedule was found with another program and is not replayed:\(reasons)")
        }
        defer { runner.dismiss() }
        let scenario = file.conditions.scenario ?? .own
        return .replayed(ReplayReport(file, runner.run(Policy(prefix: file.choices), scenario)))
    }

    /// How many decisions one move may take, most of them inside of Python's library.
    private static let mostDecisions = 100

    /// Runs a schedule with some choices, up to the next one that somebody has to make.
    ///
    /// - Parameter move: The choices, and who moves then.
    /// - Returns: Who may move next, or what came of it.
    func play(_ move: PlayMove) -> PlayReport {
        var policy = Policy(prefix: move.choices)
        policy.pauses = !move.isToEnd
        if let mover = move.mover { policy.prefix.append(mover) }
        while true {
            let report = PlayReport(
                runner.run(policy, .own), choices: policy.prefix, conditions: conditions)
            guard let mover = move.mover, report.lineCount <= move.linesBefore,
                report.candidates.contains(where: { $0.thread == Int(mover) }),
                policy.prefix.count - move.choices.count < Self.mostDecisions
            else { return report }
            policy.prefix.append(mover)
        }
    }

    private var conditions: ScheduleFile.Conditions {
        .init(options, python: Interpreter.version, code: code.checksums)
    }

    /// A file for each counterexample: `NAME-1.tdsched`, or with the component's name in between.
    private func write(_ example: Counterexample, number: Int) -> String? {
        guard let folder = options.replayFolder else { return nil }
        let target = URL(fileURLWithPath: options.target)
        let part = options.component?.split(separator: "/").last.map { "-\($0)" } ?? ""
        let name = "\(target.deletingPathExtension().lastPathComponent)\(part)-\(number).tdsched"
        let path = folder == "." ? name : "\(folder)/\(name)"
        let place = URL(fileURLWithPath: path, relativeTo: self.folder)
        do {
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try ScheduleFile(example, conditions: conditions).write(to: place.path)
            return path
        } catch {
            let line = "\(path) cannot be written: \(error.localizedDescription)\n"
            try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
            return nil
        }
    }
}
