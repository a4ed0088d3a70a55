#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// The processor time of the calling thread, to which other programs' load adds nothing directly.
nonisolated enum ThreadTime {
    /// The time used so far.
    ///
    /// - Units: nanoseconds
    static var now: UInt64 { read(CLOCK_THREAD_CPUTIME_ID) }

    /// The time of the machine, for budgets.
    ///
    /// - Units: nanoseconds
    static var wall: UInt64 { read(CLOCK_MONOTONIC) }

    /// How long a body takes.
    ///
    /// - Parameter body: What is timed.
    /// - Returns: Thread time.
    /// - Throws: What the body throws.
    /// - Units: nanoseconds
    @inline(__always)
    static func of<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) -> UInt64 {
        let begin = now
        try body()
        return now &- begin
    }

    private static func read(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
    }
}
