internal import CPythonShims

/// The stretches of work of the main thread, and the thread that looks whether one does not end.
public enum WorkStretch {
    // SAFETY: set once by the main thread before the thread is started that reads it.
    nonisolated(unsafe) fileprivate static var tell: (@Sendable (Int) -> Void)?

    /// Begins a stretch or ends it.
    ///
    /// - Thread: main
    public static func turn() { CPythonShims_turnStretch() }

    /// Starts to look; there is one such thread in a process.
    ///
    /// - Parameters:
    ///   - seconds: How long a stretch may last.
    ///   - overdue: Called each time that one has lasted so long and goes on, with the number of times,
    ///     holding the GIL.
    /// - Units: seconds
    /// - Thread: main
    public static func watch(_ seconds: Double, overdue: @escaping @Sendable (Int) -> Void) {
        guard tell == nil else { return }
        tell = overdue
        // Without the thread a stretch that does not end is not told, and all else goes on.
        _ = CPythonShims_watchStretches(seconds, tellOverdue)
    }
}

@c private func tellOverdue(_ times: CInt) {
    WorkStretch.tell?(Int(times))
}
