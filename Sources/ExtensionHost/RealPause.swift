#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// A moment of real time for the project's threads while the frames run on virtual time.
nonisolated enum RealPause {
    /// Sleeps one millisecond.
    static func forThreads() {
        var pause = timespec(tv_sec: 0, tv_nsec: 1_000_000)
        nanosleep(&pause, nil)
    }
}
