/// What happened in a run, as plain values for people and programs.
public nonisolated struct RunSummary: Sendable, Codable {
    /// A line of a project's file, or of a DAT that came from none.
    public struct Place: Sendable, Codable, Hashable {
        /// The file, or the DAT's path.
        public let file: String
        /// The line, from 1.
        public let line: Int
    }

    /// An extension that was made.
    public struct Extension: Sendable, Codable {
        /// The COMP that owns it.
        public let owner: String
        /// The name by which `ext` finds it.
        public let name: String
        /// The frame in which it was made, the last time it was; 0 while loading.
        public let frame: Int
        /// How many times it was made.
        public var count: Int
    }

    /// A table or text that changed.
    public struct Change: Sendable, Codable {
        /// The DAT.
        public let path: String
        /// The row of the first cell that changed.
        public let row: Int
        /// The column of that cell.
        public let column: Int
        /// The cell's text at the end.
        public var value: String
        /// The frame of the first change.
        public let frame: Int
        /// In how many frames the DAT changed.
        public var count: Int
    }

    /// A thread that the project started.
    public struct Thread: Sendable, Codable {
        /// Its Python name.
        public let name: String
        /// The frame in which it was started.
        public let startedFrame: Int?
        /// Where it was started.
        public let startedAt: Place?
        /// The frame in which its end was seen; nil when it still ran at the end.
        public let endedFrame: Int?
        /// Whether it still ran at the end.
        public let isAlive: Bool
        /// Whether it is a daemon, which TouchDesigner ends with itself.
        public let isDaemon: Bool
        /// Where it was when the run ended, innermost first.
        public let waitsAt: [String]
        /// The extension that started it and is torn down since, such as `HelloExt of /project1/hello`.
        public let owner: String?
        /// The frame in which that extension was made anew or destroyed; nil at the end of the run.
        public let ownerEndedFrame: Int?
    }

    /// A callback that did not come back in time.
    public struct Standstill: Sendable, Codable {
        /// What the main thread was doing.
        public let activity: String
        /// Where its code stood, and what it waited in.
        public let place: String?
        /// The frame.
        public let frame: Int
    }

    /// Frames that began late because one thread, in one line, held the GIL.
    public struct HoldUp: Sendable, Codable {
        /// The thread's Python name.
        public let thread: String
        /// Where its code stood; nil where none of the project's is known.
        public let place: String?
        /// How long the frame that waited longest waited for the GIL.
        ///
        /// - Units: seconds
        public var seconds: Double
        /// That frame.
        public var frame: Int
        /// How many frames had to wait for a quarter of their time or more.
        public var count: Int
    }

    /// A process that the project started and that still ran at the end.
    public struct Child: Sendable, Codable {
        /// The system's number for it.
        public let identifier: Int
        /// What was started.
        public let command: String
        /// The frame in which it was started; nil where only the system knows of its start, as of a fork's.
        public let startedFrame: Int?
        /// Where it was started.
        public let startedAt: Place?
        /// The extension that started it.
        public let owner: String?
        /// The frame in which that was torn down; nil while it was there.
        public let ownerEndedFrame: Int?
        /// Whether it was to outlive the project; all others are asked to end with it.
        public let isDetached: Bool
    }

    /// An exception that reached the host.
    public struct Failure: Sendable, Codable {
        /// The operator or thread in whose code it happened.
        public let source: String
        /// The callback, extension or script.
        public let activity: String
        /// The exception's class and message.
        public let message: String
        /// Where it was raised.
        public let place: Place?
        /// The frame of the first time.
        public let frame: Int
        /// How many times it happened.
        public var count: Int
    }

    /// Notes that the run ended because the project's code did not come back, unless that code has told.
    public mutating func addOverdue() {
        let words = "did not come back"
        guard !failures.contains(where: { $0.message.contains(words) }) else { return }
        failures.append(
            Failure(
                source: project, activity: "the run", message: "its code \(words) in time",
                place: nil, frame: frames, count: 1))
    }

    /// An access off the main thread.
    public struct Fault: Sendable, Codable {
        /// The rule that is broken.
        public let rule: String
        /// `fault`, or `advice` where the host makes the access safe.
        public let severity: String
        /// The operator or object; empty for a function.
        public let path: String
        /// The member.
        public let member: String
        /// `read`, `write` or `call`.
        public let kind: String
        /// The thread's Python name.
        public let thread: String
        /// Where it happened.
        public let place: Place?
        /// Where the thread was started.
        public let startedAt: Place?
        /// The frame of the first time.
        public let frame: Int
        /// What the main thread was doing.
        public let mainActivity: String
        /// How many times it happened.
        public let count: Int
    }

    /// The project's name.
    public var project = ""
    /// `real` or `virtual`.
    public var clock = ""
    /// Frames that ran.
    public var frames = 0
    /// Frames that were left out because they came too late.
    public var dropped = 0
    /// How many frames a second were asked for.
    public var rate = 0.0
    /// The extensions, by owner.
    public var extensions: [Extension] = []
    /// What changed in DATs.
    public var changes: [Change] = []
    /// How many threads were started.
    public var threadsStarted = 0
    /// The threads, in order of their starts; of those that have ended the last 200.
    public var threads: [Thread] = []
    /// The child processes that still ran at the end.
    public var children: [Child] = []
    /// The callbacks that kept the main thread for so long that it was told, in order.
    public var standstills: [Standstill] = []
    /// Who held the GIL when frames were late, the longest delay first.
    public var holdUps: [HoldUp] = []
    /// Exceptions that reached the host.
    public var failures: [Failure] = []
    /// Accesses off the main thread.
    public var faults: [Fault] = []
    /// The values of the expressions that were asked for at the end; nil where one failed.
    public var values: [String: String?] = [:]
    /// What the program's exit code says.
    public var exitCode: Int32 = 0

    /// An empty summary.
    public init() {}

    /// The threads that would have kept TouchDesigner from ending.
    public var stranded: [Thread] { threads.filter { $0.isAlive && !$0.isDaemon } }
}
