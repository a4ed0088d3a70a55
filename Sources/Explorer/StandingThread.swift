internal import CSchedule

/// A thread where it stands.
struct StandingThread {
    let number: Int
    let waiting: CSchedule_Waiting
    /// What Python knows of it; nil when it has ended.
    let python: PythonThread?

    /// Whether it waits for something that somebody else in this process has to do.
    var isStuck: Bool { waiting.isWaiting && !waiting.hasDeadline && !waiting.waitsOutside }

    /// Whether it is for sure a lock that it waits for, and nothing that is made of locks.
    var awaitsLock: Bool { isStuck && python?.wait == PythonThread.lock }

    var name: String { python?.name ?? "thread \(number)" }
}
