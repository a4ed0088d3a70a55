package import Frames
package import OperatorNetwork
internal import BundledPython
internal import PythonRuntime
internal import ThreadGuard

/// One running project: interpreter, network, frame loop and guard, wired once.
///
/// - Thread: main
public final class Host {
    /// The project that runs now.
    private(set) static var current: Host?

    /// The running project, for members that cannot answer without one.
    static var running: Host {
        get throws(PythonError) {
            guard let current else {
                throw TDErrors.error(
                    "No project is running in this process: its operators are in the one that runs it."
                )
            }
            return current
        }
    }

    /// The running project's operators; an empty network when none runs.
    static var network: Network { current?.network ?? nowhere }
    private static let nowhere = Network()

    /// The operator types there are; the file that tells most of them is read when one is needed.
    static let catalog = OperatorCatalog(
        rows: OperatorRows(file: bundledFolder + "/understudy_api/operators.txt"))

    /// How long before a frame's moment the GIL is asked for, which a busy thread may hold.
    ///
    /// - Units: seconds
    private static let leadTime = 0.000_3

    /// Where the Python modules that come with the host lie.
    nonisolated static let bundledFolder = BundledPython.folder

    /// Where Python's own library lies.
    static let libraryFolder: String = {
        let os = try? PythonObject.module("os").attribute("__file__").text()
        guard let os, let slash = os.lastIndex(of: "/") else { return "" }
        return String(os[...slash])
    }()

    /// How the project is run.
    public let configuration: HostConfiguration
    /// The operators.
    package let network: Network
    /// Asks whoever runs the project for an end, when a frame will not come back; called from a thread
    /// that holds the GIL.
    public var givesUp: (() -> Void)?
    /// Told when a hook that was interrupted, because it did not come back, has come back.
    public var overdueHookCameBack: (() -> Void)?
    /// Where `print` and messages go.
    public let textport: Textport
    let threadGuard: MainThreadGuard
    let timeline: Timeline
    package let loop: FrameLoop
    let activity = Activity()
    let chronicle = Chronicle()
    let holdUps = HoldUps()
    let modules = DATModules()
    let scripts = ScriptEngine()
    let scriptErrors = ScriptErrors()
    /// What is wrong with operators themselves, such as a port that is taken.
    let operatorErrors = ScriptErrors()
    let pulses = ParameterPulses()
    private let storageCopies = StorageCopies()
    let runs: DelayedRuns
    private(set) lazy var syncedFiles = SyncedFiles(host: self)
    private(set) lazy var resources = TDResources(loop)
    private(set) lazy var extensions = ExtensionLifecycle(host: self)
    private(set) lazy var callbacks = ExecuteCallbacks(host: self)
    private(set) lazy var clock = HostClock(host: self)
    private(set) lazy var callbackDATs = CallbackDATs(host: self)
    private(set) lazy var sockets = NetworkDATs(host: self)
    private(set) lazy var cooks = BundledCooks(host: self)
    private(set) lazy var watches = ChangeWatches(host: self)
    private(set) lazy var errorLog = ErrorLog(host: self)
    private(set) lazy var parameterCallbacks = ParameterCallbacks(host: self)
    private(set) lazy var components = ComponentLife(host: self)
    private(set) lazy var interface = UserInterface(network: network, textport: textport)
    private(set) lazy var undo = UndoStack(host: self)
    let held = HeldProperty.Values()
    private let birth = ContinuousClock.now
    /// How long it took from the host's start to the project's.
    ///
    /// - Units: seconds
    private(set) var launchTime = 0.0
    private(set) lazy var channelDuties = ChannelDuties(host: self)
    private(set) lazy var channelExports = ChannelExports(host: self)
    private(set) lazy var scriptCallbacks = ScriptCallbacks(host: self)
    private lazy var frameWork = FrameWork(host: self)
    private(set) var hasEnded = false
    /// The child processes that still ran when the project ended.
    private(set) var childrenAtEnd: [RunSummary.Child] = []
    /// What reads and writes COMPs on disk, where there is one.
    package var projectStore: (any ProjectStore)?
    /// What reads and writes the files of DATs, where there is something.
    package var fileStore: (any FileStore)?
    /// What builds the project that is to follow the running one.
    var nextProject: ((Host) throws(ProjectStoreError) -> Void)?
    /// The exit code a script asked for by `SystemExit`.
    var requestedExit: Int32?

    /// Starts Python if need be and makes an empty project, which becomes the running one.
    ///
    /// - Parameters:
    ///   - configuration: How the project is run.
    ///   - textport: Where `print` and messages go.
    ///   - interruption: Raised by signal handlers to end the run.
    /// - Throws: `HostError` when Python does not start.
    package init(
        configuration: HostConfiguration = .init(), textport: Textport = Textport(),
        interruption: Interruption = Interruption()
    ) throws(HostError) {
        self.configuration = configuration
        self.textport = textport
        threadGuard = MainThreadGuard(
            policy: GuardPolicy(rawValue: configuration.guardPolicy.rawValue) ?? .fault,
            isStrict: configuration.isStrict)
        let clock: any FrameClock =
            configuration.clock == .real
            ? RealClock(interruption: interruption) : VirtualClock(interruption: interruption)
        timeline = Timeline(rate: configuration.rate)
        network = Network(catalog: Self.catalog)
        var reportRun: (PythonError, DelayedCall) -> Void = { _, _ in }
        runs = DelayedRuns(clock: clock, timeline: timeline, activity: activity) {
            reportRun($0, $1)
        }
        loop = FrameLoop(
            rate: configuration.rate, clock: clock, timeline: timeline, runs: runs.queue)
        if configuration.clock == .real { loop.leadTime = Self.leadTime }
        try Self.startPython(configuration)
        let former = Self.current
        former?.leave()
        Self.current = self
        // Not before: its end may run code of its project, which asks for the current host.
        withExtendedLifetime(former) {}
        do throws(PythonError) {
            try prepare()
        } catch {
            throw HostError(description: "The td module cannot be set up: \(error).")
        }
        reportRun = { [weak self] error, call in
            guard let self else { return }
            report(error, in: "run()", of: call.origin ?? network.root)
        }
    }

    /// Calls `onCreate` and `onStart`, as TouchDesigner does once a project is loaded.
    public func start() {
        syncedFiles.start()
        chronicle.startWatching()
        components.unsaved.startWatching()
        launchTime = birth.duration(to: .now).inSeconds
        FrameWatch.works()
        startOperators()
    }

    /// Calls what a loaded project is told of its start.
    func startOperators() {
        components.replicators.adoptReplicants(inside: network.root)
        callbacks.call(.create)
        for node in network.root.withDescendants
        where node.type.family == .comp
            && node.parameters.value(of: "initextonstart") == .bool(true)
        {
            _ = try? extensions.slots(of: node)
        }
        callbacks.call(.start)
        extensions.callOnInit()
    }

    /// Wires scripts that come without a network; see ``DefaultWiring``.
    ///
    /// - Parameters:
    ///   - scripts: The scripts, in order.
    ///   - target: The COMP whose children they become.
    /// - Returns: What was done, a line each.
    /// - Throws: `HostError` when a script cannot be read.
    package func wire(_ scripts: [UnwiredScript], in target: Operator) throws(HostError) -> [String]
    {
        try DefaultWiring(host: self, target: target).wire(scripts)
    }

    /// Runs frames while the condition holds.
    ///
    /// - Parameter condition: Asked before each frame with the number of frames run so far.
    public func run(while condition: (_ framesRun: Int) -> Bool) {
        loop.run { _ in
            requestedExit == nil && condition(loop.statistics.framesRun)
        }
    }

    /// Runs a number of frames.
    ///
    /// - Parameter count: How many.
    public func run(frames count: Int) {
        let end = loop.statistics.framesRun + count
        run { $0 < end }
    }

    /// Ends the project: `onExit`, `onDestroyTD`, a grace period for threads that are no daemons.
    ///
    /// - Returns: What happened in the run.
    @discardableResult
    public func end() -> RunSummary {
        guard !hasEnded else { return summary() }
        hasEnded = true
        return GIL.hurrying {
            callbacks.call(.exit)
            sockets.end()
            extensions.tearDownAll()
            runs.queue.killAll()
            syncedFiles.end()
            chronicle.lookAtContents()
            ProcessPlace.leave()
            ThreadWatch.join(within: configuration.gracePeriod)
            let isAlone = configuration.hasProcessToItself
            childrenAtEnd = Belongings.children(isAlone: isAlone)
            _ = try? ThreadWatch.poll(frame: loop.frame.number)
            FrameWatch.waits()
            // Who waits for a child would have waited on: that it is ended does not count.
            let summary = summary()
            Belongings.endChildren(isAlone: isAlone)
            textport.flushAll()
            return summary
        }
    }

    /// Ends the project and lets its operators' Python objects go; what scripts kept of them is stale.
    private func leave() {
        end()
        network.observer = nil
        for node in network.root.withDescendants.reversed() {
            modules.forget(node.id)
            OperatorObject.release(node)
        }
    }

    /// Ends the program at once, with all its threads.
    ///
    /// - Parameter code: The exit code.
    public func endNow(code: Int32) -> Never {
        textport.flushAll()
        Interpreter.end(code: code)
    }

    /// Evaluates an expression as code of the project's COMP would, for people who ask.
    ///
    /// - Parameter expression: A Python expression; `me` is the COMP at `/project1`.
    /// - Returns: What `print` would show, or nil with the error reported.
    public func evaluate(_ expression: String) -> String? {
        evaluate(expression, as: "evaluating \(expression)")
    }

    /// Evaluates an expression that stands for something.
    ///
    /// - Parameters:
    ///   - expression: A Python expression; `me` is the COMP at `/project1`.
    ///   - activityName: What it is, as an error's report says it.
    /// - Returns: What `print` would show, or nil with the error reported.
    package func evaluate(_ expression: String, as activityName: String) -> String? {
        let me = network.root.child(named: "project1") ?? network.root
        do throws(PythonError) {
            return try activity.during(activityName) { () throws(PythonError) in
                try scripts.evaluateInside(expression, me).text()
            }
        } catch {
            report(error, in: activityName, of: me)
            return nil
        }
    }

    private static func startPython(_ configuration: HostConfiguration) throws(HostError) {
        guard !Interpreter.isRunning else { return }
        var python = InterpreterConfiguration()
        python.executable = configuration.pythonExecutable
        python.searchPaths = [bundledFolder]
        python.importsSite = false
        python.arguments = configuration.arguments
        do throws(InterpreterError) {
            try Interpreter.start(python)
        } catch {
            throw HostError(description: error.description)
        }
    }

    private func prepare() throws(PythonError) {
        try TDModule.install()
        try TextportStream.install(textport)
        try ImportHook.install()
        try TDUConnection.reconnect()
        Guardian.install()
        ScriptSources.clear()
        ThreadWatch.forgetAll()
        FrameWatch.forget()
        ProcessPlace.enter(configuration.projectFolder)
        try FirstImport.prepare(self)
        network.observer = frameWork
        network.evaluator = scripts
        network.callbacks = scriptCallbacks
        network.storageKeeper = storageCopies
        network.clock = clock
        network.scripts = cooks
        CookFlag.connect()
        loop.observer = frameWork
        frameWork.adopt(network.root)
        threadGuard.log.setObserver { [textport] fault, count in
            guard count == 1 else { return }
            textport.say(FaultReport(FaultRecord(fault)).text(), to: .error)
        }
    }

    /// The time that governs an operator.
    func timeline(of node: Operator) -> Timeline {
        resources.timeline(of: node) ?? components.time.timeline(of: node) ?? timeline
    }
}
