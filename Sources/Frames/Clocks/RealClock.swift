/// The clock on the wall: frames take as long as they really take.
package final class RealClock: FrameClock {
    /// The request to stop waiting, shared with signal handlers.
    package let interruption: Interruption

    private let origin = MonotonicTime.nanoseconds

    // A signal between the look at the flag and the start of the sleep would wake nobody. No sleep
    // is longer than this slice, so such a request is seen after it at the latest.
    private let longestSleep: UInt64 = 20_000_000

    /// Starts a clock that shows zero seconds now.
    ///
    /// - Parameter interruption: The flag that ends its waits.
    package init(interruption: Interruption = Interruption()) {
        self.interruption = interruption
    }

    /// The time since the clock was made.
    ///
    /// - Units: seconds
    package var now: Double { Double(MonotonicTime.nanoseconds &- origin) / 1_000_000_000 }

    /// Sleeps towards an absolute deadline, so that late wake-ups never add up.
    ///
    /// - Parameter deadline: When to return.
    /// - Units: seconds
    package func wait(until deadline: Double) {
        let end = nanoseconds(at: deadline)
        while !interruption.isRaised {
            let now = MonotonicTime.nanoseconds
            guard now < end else { return }
            MonotonicTime.sleep(until: min(end, now &+ longestSleep))
        }
    }

    /// Reads the time over and over until the deadline.
    ///
    /// - Parameter deadline: When to return.
    /// - Units: seconds
    package func spin(until deadline: Double) {
        let end = nanoseconds(at: deadline)
        while MonotonicTime.nanoseconds < end, !interruption.isRaised {}
    }

    private func nanoseconds(at seconds: Double) -> UInt64 {
        guard seconds > 0, seconds.isFinite else { return 0 }
        // Rounded up: a wait that ends a nanosecond early would show the frame before.
        let offset = UInt64(min((seconds * 1_000_000_000).rounded(.up), 9e18))
        return origin &+ offset
    }
}
