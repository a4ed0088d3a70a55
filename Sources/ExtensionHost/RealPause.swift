internal import OperatorNetwork

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Moments of real time for the project's threads while the frames run on virtual time.
struct RealPause {
    /// The least that threads get in each frame: enough for one that only waits to be let in.
    private static let least = 0.001
    /// The longest that one frame waits, so that Ctrl-C is heard.
    private static let longest = 0.1
    private var patience: Double

    /// Starts with all of the patience.
    ///
    /// - Parameter patience: How long the frames may wait in all, beyond the least.
    /// - Units: seconds
    init(patience: Double) { self.patience = patience }

    /// Sleeps as long as a frame takes in real time while the patience lasts, then a millisecond.
    ///
    /// - Parameter frame: How long a frame takes in real time.
    /// - Units: seconds
    mutating func forThreads(frame: Double) {
        let seconds = max(Self.least, min(frame, Self.longest, patience))
        patience -= seconds
        var pause = timespec(tv_sec: 0, tv_nsec: Int(clamping: seconds * 1e9))
        nanosleep(&pause, nil)
    }
}
