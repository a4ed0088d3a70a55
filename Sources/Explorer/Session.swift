internal import CSchedule
internal import Exploration
internal import ExtensionHost
internal import Foundation
internal import ProjectFiles
internal import PythonRuntime

/// The project starts threads while it is loaded.
struct StartsThreadsEarly: Error {}

/// One exploration or replay of a project, from reading it to its exit code.
struct Session {
    private let options: ExploreOptions
    private let runner: ForkedRunner
    private let code: ProjectCode

    /// Starts Python and loads the project.
    ///
    /// - Parameter options: What is asked for.
    /// - Throws: What is wrong with the project, in a full sentence; `StartsThreadsEarly`.
    init(_ options: ExploreOptions) throws {
        self.options = options
        let project = try ExploredProject(options)
        code = try ProjectCode(options, project.description)
        runner = ForkedRunner(project, code)
        guard !options.loadsEachTime else { return }
        try project.load()
        // A fork has one thread only, so what has started others cannot be shared.
        if CSchedule_threadCount() > 1 { throw StartsThreadsEarly() }
    }

    /// Explores the project and tells what was found.
    ///
    /// - Returns: The exit code.
    func explore() -> Int32 {
        let verdict = Exploring(
            options, seconds: { Double(CSchedule_realNanoseconds()) / 1e9 }, run: runner.run
        ).verdict()
        let files = verdict.counterexamples.enumerated().map { write($1, number: $0 + 1) }
        for line in VerdictText(verdict, options, files: files).lines { Program.say(line) }
        return verdict.counterexamples.isEmpty ? 0 : 1
    }

    /// Runs a schedule again and tells whether it shows its defect.
    ///
    /// - Parameter file: The schedule.
    /// - Returns: The exit code: 1 when the defect is there.
    func replay(_ file: ScheduleFile) -> Int32 {
        let differences = file.differences(from: conditions)
        guard differences.isEmpty else {
            Program.complain("The schedule was found with another program and is not replayed:")
            for difference in differences { Program.complain("  \(difference)") }
            return 2
        }
        let execution = runner.run(Policy(prefix: file.choices))
        if options.isStepping {
            for (index, step) in Interleaving(execution).steps.enumerated() {
                Program.say("\(index + 1)  \(step)")
            }
        }
        if let place = execution.divergedAt {
            Program.complain(
                "The schedule left its path at decision \(place): something here is not controlled."
            )
        }
        guard let defect = execution.defect(file.defect) else {
            Program.say("The defect is not there: \(file.sentence)")
            return 0
        }
        let example = Counterexample(
            defect: defect, execution: execution, foundAfter: 1, reproduced: 1)
        for line in CounterexampleText(example, options, isReplay: true).lines { Program.say(line) }
        let isSame = String(execution.hash, radix: 16) == file.hash
        Program.say(isSame ? "The same schedule, step by step." : "Not step by step the same.")
        return 1
    }

    private var conditions: ScheduleFile.Conditions {
        .init(options, python: Interpreter.version, code: code.checksums)
    }

    private func write(_ example: Counterexample, number: Int) -> String? {
        guard let folder = options.replayFolder else { return nil }
        let name = URL(fileURLWithPath: options.target).deletingPathExtension().lastPathComponent
        let path =
            folder == "." ? "\(name)-\(number).tdsched" : "\(folder)/\(name)-\(number).tdsched"
        do {
            try ScheduleFile(example, conditions: conditions).write(to: path)
            return path
        } catch {
            Program.complain("\(path) cannot be written: \(error.localizedDescription)")
            return nil
        }
    }
}
