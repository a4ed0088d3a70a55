internal import ExtensionHost
internal import Frames
internal import ProjectFiles

/// One run of a project from the command line, from reading it to its exit code.
@MainActor
struct ProjectRun {
    /// Seconds that virtual frames may wait, in all, for threads that are at work: as long as the
    /// default run takes on the wall clock.
    private static let patience = 2.0

    /// How long a frame may stand still before it is told: 30 frames at 60 a second.
    ///
    /// - Units: seconds
    private static let patienceWithFrames = 0.5

    /// How long a frame may wait in virtual time while nothing works that could end the wait.
    ///
    /// - Units: seconds of real time
    private static let patienceWithWaits = 20.0

    private let options: RunOptions
    private let calls: [ScheduledCall]

    init(_ options: RunOptions) throws {
        self.options = options
        calls = try options.call.map { try ScheduledCall($0) }
    }

    func run() throws -> Never {
        let interruption = Interruption()
        // Before Python starts, which otherwise takes Ctrl-C for itself.
        Interrupts.watch(interruption)
        let project = try read()
        // The host makes the project's folder the working directory.
        let folder = ContentFile.realPath(of: ".") ?? "/"
        let progress = Progress(isWanted: options.format == .text && !options.quiet)
        let host = try makeHost(
            project, progress.sink(isJSON: options.format == .json), interruption)
        host.givesUp = { Interrupts.giveUp() }
        if let port = options.debugger { try wait(for: port, host, folder) }
        for notice in project.notices { say(host, notice.description) }
        try load(project, into: host)
        host.start()
        runFrames(host, progress)
        Interrupts.codeCameBack()
        finish(host)
    }

    private func read() throws -> ProjectDescription {
        do throws(ProjectError) {
            return try ProjectCatalog.read(options.target)
        } catch {
            throw CommandFailure(message: error.description, code: .misuse)
        }
    }

    private func makeHost(
        _ project: ProjectDescription, _ sink: @escaping Textport.Sink, _ interruption: Interruption
    ) throws -> Host {
        var configuration = HostConfiguration()
        configuration.rate = options.fps
        configuration.clock = options.clock
        configuration.guardPolicy = options.guardPolicy
        configuration.isStrict = options.strict
        configuration.projectFolder = project.folder
        configuration.listenAddress = options.listen
        configuration.isQuiet = options.quiet
        configuration.patience = Self.patience
        configuration.projectName = project.name
        configuration.projectFile = project.networkFile
        configuration.projectPath = project.networkPath
        configuration.projectSource = ContentFile.realPath(of: options.target)
        configuration.arguments = [options.target] + options.arguments
        configuration.pythonProgram = Environment.program
        // A debugger may have started its own.
        configuration.hasProcessToItself = options.debugger == nil
        if options.debugger == nil {
            // At a breakpoint a frame stands still for as long as somebody reads.
            configuration.patienceWithFrames = Self.patienceWithFrames
            if options.clock == .virtual {
                configuration.patienceWithWaits = Self.patienceWithWaits
            }
        }
        let packages = try Environment.find(
            for: project.folder, given: options.venv
        ) { notice in
            if !options.quiet { Console.complain("[understudy] \(notice)") }
        }
        configuration.pythonExecutable = packages.python
        configuration.packageFolder = packages.folder
        do throws(HostError) {
            return try Host(
                configuration: configuration, textport: Textport(sink: sink),
                interruption: interruption)
        } catch {
            throw CommandFailure(message: error.description, code: .misuse)
        }
    }

    private func wait(for port: Int, _ host: Host, _ folder: String) throws {
        do throws(HostError) {
            try host.waitForDebugger(port: port, folder: folder)
        } catch {
            if let code = Interrupts.exitCode { host.endNow(code: code) }
            throw CommandFailure(message: error.description, code: .misuse)
        }
    }

    private func load(_ project: ProjectDescription, into host: Host) throws {
        let store = TextProjectStore { line in say(host, line) }
        (host.projectStore, host.fileStore) = (store, store)
        do {
            try store.build(project, in: host)
        } catch let error as ProjectError {
            throw CommandFailure(message: error.description, code: .misuse)
        } catch let error as HostError {
            throw CommandFailure(
                message: error.description, code: error.isUsersCode ? .failure : .misuse)
        }
        if !project.needsDefaultWiring, host.isIdle, calls.isEmpty {
            say(host, IdleProject.sentence(project.file))
        }
    }

    private func runFrames(_ host: Host, _ progress: Progress) {
        var limit = options.frames ?? (options.seconds == nil && !options.forever ? 120 : nil)
        var end = options.seconds.map { host.loop.clock.now + $0 }
        if let seconds = options.seconds, options.clock == .virtual {
            // No frame is left out in virtual time, so the seconds are so many frames.
            (limit, end) = (Int((seconds * options.fps).rounded(.up)), nil)
        }
        host.run { frames in
            for call in calls where call.frame == frames { _ = host.evaluate(call.expression) }
            if let limit, frames >= limit { return false }
            if let end, host.loop.clock.now >= end { return false }
            progress.show(frames, of: limit)
            return true
        }
        progress.clear()
    }

    private func finish(_ host: Host) -> Never {
        var values: [String: String?] = [:]
        for expression in options.print { values[expression] = host.evaluate(expression) }
        host.overdueHookCameBack = { Interrupts.codeCameBack() }
        // At a breakpoint a hook stands still for as long as somebody reads.
        if options.debugger == nil { Interrupts.endBegins() }
        var summary = host.end()
        Interrupts.projectIsOver()
        summary.values = values
        if Interrupts.hasGivenUp { summary.addOverdue() }
        if let code = Interrupts.exitCode, summary.exitCode < 10 { summary.exitCode = code }
        switch options.format {
        case .json: ReportChannel.say(SummaryJSON.text(summary))
        case .text:
            if options.quiet {
                for expression in options.print { Console.say((values[expression] ?? nil) ?? "") }
            } else {
                let text = SummaryText(summary, valueOrder: options.print)
                for line in text.lines { Console.say(line) }
            }
        }
        host.endNow(code: exitCode(summary))
    }

    /// A program that reads the output must not take a part of it for all of it.
    private func exitCode(_ summary: RunSummary) -> Int32 {
        guard let reason = Console.lossReason else { return summary.exitCode }
        Console.complain("Standard output could not be written: \(reason).")
        return summary.exitCode == 0 ? ExitStatus.misuse.rawValue : summary.exitCode
    }

    private func say(_ host: Host, _ line: String) {
        if !options.quiet { host.textport.say("[understudy] \(line)") }
    }
}
