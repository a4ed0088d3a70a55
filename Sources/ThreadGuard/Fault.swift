/// An access that a thread other than the main thread must not make: who, where, what and when.
package struct Fault: Error, Sendable {
    /// How grave it is.
    package enum Severity: String, Sendable, CaseIterable {
        /// The access is dangerous; a run with one has failed.
        case fault
        /// The host makes it safe here, TouchDesigner does not.
        case advice
    }

    /// What was touched, and how.
    package var access: Access
    /// The rule that it breaks.
    package var rule: FaultRule
    /// How grave it is; set by the guard, which knows how strict to be.
    package var severity = Severity.fault
    /// The thread's Python name.
    package var threadName: String
    /// The thread's Python identifier.
    package var threadIdentifier: UInt64
    /// Whether the thread may be left behind when the program ends.
    package var isDaemon: Bool
    /// The stack at `Thread.start()`, the innermost call last; empty if nobody saw the start.
    package var startedAt: [StackEntry]
    /// The frame in which the thread was started; none if nobody saw the start.
    package var startedFrame: Int?
    /// The stack of the access, the innermost call last.
    package var stack: [StackEntry]
    /// The frame that ran, or that the main thread was waiting to leave.
    package var frame: Int
    /// What the main thread did meanwhile: `running onFrameStart of /project1/execute1`.
    package var mainActivity: String
    /// The main thread's stack, the innermost call last; empty while it waits.
    package var mainStack: [StackEntry]
    /// How to mend the offending line; without one the report derives it from the line.
    package var suggestion: FixSuggestion?

    /// Describes a fault.
    ///
    /// - Parameters:
    ///   - access: What was touched, and how.
    ///   - rule: The rule that it breaks.
    ///   - threadName: The thread's Python name.
    ///   - threadIdentifier: The thread's Python identifier.
    ///   - isDaemon: Whether the thread is a daemon.
    ///   - startedAt: The stack at `Thread.start()`, the innermost call last.
    ///   - startedFrame: The frame of the start.
    ///   - stack: The stack of the access, the innermost call last.
    ///   - frame: The running frame.
    ///   - mainActivity: What the main thread did, in words that follow "main was".
    ///   - mainStack: The main thread's stack, the innermost call last.
    ///   - suggestion: How to mend it; derived from the source line if absent.
    package init(
        access: Access, rule: FaultRule = .operatorAccess, threadName: String,
        threadIdentifier: UInt64 = 0, isDaemon: Bool = false, startedAt: [StackEntry] = [],
        startedFrame: Int? = nil, stack: [StackEntry] = [], frame: Int = 0,
        mainActivity: String = "", mainStack: [StackEntry] = [], suggestion: FixSuggestion? = nil
    ) {
        self.access = access
        self.rule = rule
        self.threadName = threadName
        self.threadIdentifier = threadIdentifier
        self.isDaemon = isDaemon
        self.startedAt = startedAt
        self.startedFrame = startedFrame
        self.stack = stack
        self.frame = frame
        self.mainActivity = mainActivity
        self.mainStack = mainStack
        self.suggestion = suggestion
    }

    /// The call that made the access.
    package var offender: StackEntry? { stack.last }

    /// The fault in one line, as the Python exception tells it.
    package var message: String {
        let place = offender.map { " at \($0.place) in \($0.function)" } ?? ""
        let line = "THREAD CONFLICT: thread \"\(threadName)\" \(access.deed)\(place); \(wayOut)"
        return PlainText.oneLine(line)
    }

    private var wayOut: String {
        switch (rule, access.kind) {
        case (.runFromThread, _):
            "only the main thread may call run(): put the call in a queue.Queue and make it in "
                + "onFrameStart."
        case (.operatorAccess, .read):
            "only the main thread may read it: read it before the thread starts and pass the "
                + "value in."
        case (.operatorAccess, _):
            "only the main thread may do that: put the value in a queue.Queue and use it in "
                + "onFrameStart."
        }
    }
}
