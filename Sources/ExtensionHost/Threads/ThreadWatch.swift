internal import PythonRuntime
internal import ThreadGuard

/// The threads that project code started, as `understudy_threads` remembers them.
enum ThreadWatch {
    /// One thread.
    struct Watched {
        let name: String
        let identifier: UInt64
        let isDaemon: Bool
        let isAlive: Bool
        let startedFrame: Int?
        let endedFrame: Int?
        let startedAt: [StackEntry]
        /// Where it is now; empty once it has ended.
        let stack: [StackEntry]
        /// The extension that started it, once that is torn down.
        let owner: String?
        /// The frame in which that was, nil at the end of the run.
        let ownerEndedFrame: Int?

        /// A thread of which nothing can be learned.
        static let unknown = Watched(
            name: "a thread without a name", identifier: 0, isDaemon: true, isAlive: true,
            startedFrame: nil, endedFrame: nil, startedAt: [], stack: [], owner: nil,
            ownerEndedFrame: nil)
    }

    /// Whether threads are remembered; before the first import none can be started.
    private static var isInstalled = false

    private static func module() throws(PythonError) -> PythonObject {
        try PythonObject.module("understudy_threads")
    }

    /// Starts to remember threads, and to hear of exceptions that end one.
    ///
    /// - Parameters:
    ///   - failed: Called with a thread's name and the exception.
    ///   - frame: The number of the frame that runs.
    /// - Throws: What went wrong inside of `understudy_threads`.
    static func install(_ failed: PythonObject, frame: Int) throws(PythonError) {
        try module().callMethod("install", failed)
        isInstalled = true
        _ = try poll(frame: frame)
    }

    /// Tells the frame's number, and notes which threads have ended since.
    ///
    /// - Returns: How many threads are alive.
    /// - Throws: What a trace function or a signal handler of the project raised in between.
    static func poll(frame: Int) throws(PythonError) -> Int {
        guard isInstalled else { return 0 }
        return try Int(python: module().callMethod("poll", frame.python()))
    }

    /// The calling thread.
    static func current() throws(PythonError) -> Watched {
        try read(module().callMethod("current"), isQuoting: true)
    }

    /// Every thread started since the project was loaded.
    static func all() throws(PythonError) -> [Watched] {
        var threads: [Watched] = []
        guard isInstalled else { return threads }
        for entry in try module().callMethod("summary").elements() {
            threads.append(try read(entry, isQuoting: false))
        }
        return threads
    }

    /// How many threads were started; more than `all` remembers, when there were many.
    static var startedCount: Int {
        guard isInstalled else { return 0 }
        return (try? module().attribute("started")).flatMap { try? Int(python: $0) } ?? 0
    }

    /// Waits for the threads that are no daemons.
    ///
    /// - Parameter seconds: How long all of them together may take.
    static func join(within seconds: Double) {
        guard isInstalled else { return }
        _ = try? module().callMethod("join", seconds.python())
    }

    /// Forgets all threads, for the next host.
    static func forgetAll() {
        if isInstalled { _ = try? module().callMethod("forget") }
    }

    /// Notes that an extension is torn down: what it started and did not end is told.
    ///
    /// - Parameters:
    ///   - instance: The extension.
    ///   - owner: What people call it.
    ///   - isOver: Whether the run ends as well.
    static func tornDown(_ instance: PythonObject, _ owner: String, isOver: Bool) {
        guard isInstalled else { return }
        _ = try? module().callMethod("torn_down", instance, owner.python(), isOver.python())
    }

    private static func read(
        _ entry: PythonObject, isQuoting: Bool
    ) throws(PythonError) -> Watched {
        let parts = try entry.elements()
        guard parts.count == 10 else {
            throw PythonError(.systemError, "understudy_threads gave \(parts.count) parts, not 10")
        }
        let owner = try parts[8].text()
        return Watched(
            name: try parts[0].text(),
            identifier: UInt64(truncatingIfNeeded: try Int(python: parts[1])),
            isDaemon: try parts[2].isTrue(), isAlive: try parts[3].isTrue(),
            startedFrame: try parts[4].isNone ? nil : Int(python: parts[4]),
            endedFrame: try parts[5].isNone ? nil : Int(python: parts[5]),
            startedAt: try stack(parts[6], isQuoting), stack: try stack(parts[7], isQuoting),
            owner: owner.isEmpty ? nil : owner,
            ownerEndedFrame: try parts[9].isNone ? nil : Int(python: parts[9]))
    }

    /// The calls that Python code of ours describes, the innermost last.
    static func stack(
        _ entries: PythonObject, _ isQuoting: Bool
    ) throws(PythonError) -> [StackEntry] {
        var frames: [StackEntry] = []
        for entry in try entries.elements() {
            let parts = try entry.elements()
            guard parts.count == 3 else { continue }
            frames.append(
                CodeStack.entry(
                    .init(
                        file: try parts[0].text(), line: try Int(python: parts[1]),
                        function: try parts[2].text()), isQuoting: isQuoting))
        }
        return frames
    }
}
