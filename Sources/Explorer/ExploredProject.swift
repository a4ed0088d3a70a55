internal import BundledPython
internal import CSchedule
internal import Exploration
internal import ExtensionHost
internal import Frames
internal import OperatorNetwork
internal import ProjectFiles
internal import PythonRuntime

/// The project of an exploration: read once, run anew in each schedule.
final class ExploredProject {
    /// What was read.
    let description: ProjectDescription
    let options: ExploreOptions
    /// What somebody has written beside it.
    let written: WrittenScenarios
    private let configuration: HostConfiguration
    private var host: Host
    private var isLoaded = false

    /// Reads the project, starts Python and makes an empty host.
    ///
    /// - Parameter options: Which project, and which of its components.
    /// - Throws: `ProjectError`, `HostError`, `InterpreterError`, `NoComponent`,
    ///   `WrittenScenarios.Unreadable`.
    init(_ options: ExploreOptions) throws {
        self.options = options
        var project = try ProjectCatalog.read(options.target)
        if let component = options.component { try Self.keep(component, of: &project) }
        description = project
        written = try WrittenScenarios(options.scenarioFiles)
        var python = InterpreterConfiguration()
        python.executable = options.python
        python.searchPaths = [BundledPython.folder]
        python.importsSite = false
        python.arguments = [options.target]
        python.hashSeed = 0
        CSchedule_keepChunks()
        try Interpreter.start(python)
        var configuration = HostConfiguration()
        configuration.rate = options.fps
        configuration.projectFolder = project.folder
        configuration.projectName = project.name
        configuration.isQuiet = true
        configuration.packageFolder = options.packages
        configuration.arguments = [options.target]
        self.configuration = configuration
        try Self.rehearse(configuration)
        host = try Self.host(configuration)
        let budget = options.budget.map { $0 / 1000 } ?? 1 / options.fps
        CSchedule_setFrame(UInt64(clamping: Int(clamping: (budget * 1e9).rounded())))
        for name in ["threading", "queue", "linecache", "traceback"] {
            _ = try PythonObject.module(name)
        }
    }

    private static func host(_ configuration: HostConfiguration) throws -> Host {
        let host = try Host(configuration: configuration, textport: Textport { _, _ in })
        // The wait for the GIL that it makes room for does not come about.
        host.loop.leadTime = 0
        return host
    }

    /// Runs a little of everything once, so that no schedule has to do what is done at first use.
    private static func rehearse(_ configuration: HostConfiguration) throws {
        let host = try host(configuration)
        let script = UnwiredScript(
            component: "rehearsal", text: rehearsal, file: "rehearsal.py", line: 1)
        _ = try host.wire([script], in: host.network.root)
        host.start()
        host.run(frames: 3)
        host.end()
    }

    private static let rehearsal = """
        import queue, threading

        class Rehearsal:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp
                self.results = queue.Queue()

            def StartWork(self):
                self.results.put(1)
                print('started')

            def CheckResults(self):
                try:
                    self.ownerComp.op('table1')[0, 0].val = self.results.get(block=False)
                except queue.Empty:
                    pass
        """

    /// A project has no component of a name.
    struct NoComponent: Error, CustomStringConvertible {
        let description: String
    }

    private static func keep(_ name: String, of project: inout ProjectDescription) throws {
        let children = project.target.children
        let last = name.split(separator: "/").last.map(String.init) ?? name
        project.target.children = children.filter { $0.name == last }
        project.scripts.removeAll { $0.component != last }
        guard project.target.children.isEmpty, project.scripts.isEmpty else { return }
        throw NoComponent(
            description: "\(project.file) has no component \(name); it has "
                + children.map(\.name).joined(separator: ", ") + ".")
    }

    /// Takes an empty host in the place of the one that has run.
    ///
    /// - Throws: `HostError`.
    func empty() throws { host = try Self.host(configuration) }

    /// Makes the project's operators.
    ///
    /// - Throws: What is wrong with the project, in a full sentence.
    func load() throws {
        isLoaded = true
        let target = try NetworkBuilder(host.network).build(description)
        guard description.needsDefaultWiring else { return }
        let scripts = description.scripts.map { script in
            UnwiredScript(
                component: script.component, text: script.text, file: script.place.file,
                line: script.place.line)
        }
        _ = try host.wire(scripts, in: target)
    }

    /// Why no schedule of the project runs anything of it, in a sentence; nil when something may run.
    var idleness: String? {
        guard isLoaded, !description.needsDefaultWiring, host.isIdle, options.calls.isEmpty else {
            return nil
        }
        return IdleProject.sentence(description.file)
    }

    /// Starts the loaded project, runs its frames and ends it.
    ///
    /// - Parameter scenario: What else happens.
    /// - Returns: What happened, and the invariants that did not hold.
    func run(_ scenario: Scenario) -> (summary: RunSummary, broken: [Defect]) {
        var broken: [Defect] = []
        let backlog = Backlog(project: self)
        let calls = options.calls + scenario.calls
        let end = min(options.frames, scenario.frames ?? options.frames)
        for call in calls where call.frame < 0 { _ = host.evaluate(call.expression) }
        host.start()
        host.run { frames in
            for call in calls where call.frame == frames { _ = host.evaluate(call.expression) }
            if scenario.stall == frames { CSchedule_standStill(Self.stall) }
            if let script = scenario.script {
                _ = host.evaluate(
                    written.act(script, after: frames), as: Self.activity(scenario))
            }
            backlog.look(frames, of: end)
            for invariant in options.invariants where host.evaluate("bool(\(invariant))") == "False"
            {
                broken.append(
                    Defect(.invariant, "\(invariant) is false after \(frames) frames."))
            }
            return frames < end && broken.isEmpty
        }
        CSchedule_ignoreStalls()
        if let script = scenario.script,
            host.evaluate(WrittenScenarios.end, as: Self.activity(scenario)) == "False"
        {
            broken.append(unfinished(script, after: end))
        }
        return (host.end(), broken + backlog.defects)
    }

    /// How long the frame takes that takes much longer than all others: what waits with a limit gives up.
    ///
    /// - Units: nanoseconds of virtual time
    private static let stall: UInt64 = 2_000_000_000

    private func unfinished(_ script: Scenario.Script, after frames: Int) -> Defect {
        Defect(
            .invariant, "\(script.function) of \(script.file) has not come to its end.",
            help: "It has \(frames) frames, one for each yield: explore more --frames.",
            identity: "\(script.file) \(script.function)")
    }

    private static func activity(_ scenario: Scenario) -> String {
        "the scenario '\(scenario.name)'"
    }

    /// What the project's operators hold.
    var states: OperatorStates { OperatorStates(inside: host.network.root) }

    /// What happened so far.
    var summary: RunSummary { host.summary() }

    /// The line of the project's files that a line of compiled code is.
    func place(_ file: String, _ line: Int, _ source: String = "") -> Defect.Place {
        let place = Host.place(ofCode: file, line: line)
        return Defect.Place(file: place.file, line: place.line, source: source)
    }
}
