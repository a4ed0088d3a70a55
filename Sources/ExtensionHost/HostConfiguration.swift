/// How a project is run.
public nonisolated struct HostConfiguration: Sendable {
    /// Which time paces the frames.
    public enum Clock: String, Sendable, CaseIterable {
        /// The wall clock; late frames are dropped and counted.
        case real
        /// Time that moves a frame at a time, as fast as the project runs.
        case virtual
    }

    /// What follows when a thread other than the main thread touches the project.
    public enum Guard: String, Sendable, CaseIterable {
        /// An exception in the thread, and the run has failed.
        case fault
        /// It is recorded and let pass.
        case report
        /// The program ends at once.
        case abort
    }

    /// Frames a second.
    ///
    /// - Units: frames per second
    public var rate = 60.0
    /// Which time paces the frames.
    public var clock = Clock.real
    /// What follows when another thread touches the project.
    public var guardPolicy = Guard.fault
    /// Whether advices, such as `run()` from a thread, count as faults.
    public var isStrict = false
    /// The folder that the project's relative paths start from; `project.folder`.
    public var projectFolder = "."
    /// What `project.name` says.
    public var projectName = "untitled"
    /// The file that `project.save()` writes, absolute; nil for one in the working directory that bears
    /// the project's name.
    public var projectFile: String?
    /// The COMP that the project's file holds.
    public var projectPath = "/"
    /// What `app.build` says: the TouchDesigner build whose API is followed.
    public var apiLevel = "2025.32050"
    /// The `python3` for child processes; nil finds the one that belongs to the linked library.
    public var pythonExecutable: String?
    /// A folder of packages that come before those of the linked Python; nil for none.
    public var packageFolder: String?
    /// A program that takes Python's command line and knows module `td`, for `sys.executable`; nil leaves
    /// the `python3` itself there.
    public var pythonProgram: String?
    /// What the project was read from, for `project.load()` to read it anew; nil when it was made here.
    public var projectSource: String?
    /// What `sys.argv` holds.
    public var arguments: [String] = [""]
    /// The address on which network DATs open ports, unless a Local Address parameter names another.
    ///
    /// TouchDesigner opens them to every machine that can reach this one. A headless run is often left
    /// alone with code of others, so here that is asked for: `0.0.0.0` is every address.
    public var listenAddress = HostConfiguration.loopback
    /// The address that only this machine reaches.
    public static let loopback = "127.0.0.1"
    /// Whether the host keeps to itself what it does of its own accord, such as opening a port.
    public var isQuiet = false
    /// Whether this process runs nothing but the project, so that each child process is the project's.
    public var hasProcessToItself = false
    /// How long threads that are no daemons may take to end when the run ends.
    ///
    /// - Units: seconds
    public var gracePeriod = 0.1

    /// How long the frames of a virtual clock may wait, in all, for threads that are at work.
    ///
    /// While it lasts, each frame with a thread alive takes its real time; after that a millisecond.
    ///
    /// - Units: seconds
    public var patience = 0.0

    /// How long a frame may take before it is told what it does; nil tells nothing.
    ///
    /// - Units: seconds
    public var patienceWithFrames: Double?

    /// How long a frame may stand still while nothing in this process works, before `Host.givesUp` is
    /// called; nil waits for ever.
    ///
    /// - Units: seconds
    public var patienceWithWaits: Double?

    /// A run at 60 frames a second in real time, faults refused.
    public init() {}
}
