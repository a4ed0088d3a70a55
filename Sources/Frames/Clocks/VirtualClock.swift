/// A clock that stands still unless somebody waits or turns it: runs are fast and repeatable.
package final class VirtualClock: FrameClock {
    /// The time to which the clock was turned.
    ///
    /// - Units: seconds
    package private(set) var now: Double

    /// The request to stop waiting, shared with signal handlers.
    package let interruption: Interruption

    /// Makes a clock that stands at a given time.
    ///
    /// - Parameters:
    ///   - now: The time to start from; zero where it is not finite.
    ///   - interruption: The flag that ends its waits.
    /// - Units: seconds
    package init(now: Double = 0, interruption: Interruption = Interruption()) {
        self.now = now.isFinite ? now : 0
        self.interruption = interruption
    }

    /// Jumps to the deadline.
    ///
    /// - Parameter deadline: The time to show afterwards; a past one leaves the clock as it is.
    /// - Units: seconds
    package func wait(until deadline: Double) {
        guard deadline > now, deadline.isFinite, !interruption.isRaised else { return }
        now = deadline
    }

    /// Jumps to the deadline, as `wait(until:)` does: virtual time has no processor to keep.
    ///
    /// - Parameter deadline: The time to show afterwards.
    /// - Units: seconds
    package func spin(until deadline: Double) { wait(until: deadline) }

    /// Turns the clock forward, as if work had taken that long.
    ///
    /// - Parameter seconds: How far; negative and non-finite values change nothing.
    /// - Units: seconds
    package func advance(by seconds: Double) {
        guard seconds > 0, seconds.isFinite else { return }
        now = min(now + seconds, .greatestFiniteMagnitude)
    }
}
