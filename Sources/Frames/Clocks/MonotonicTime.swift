#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The steady time of the machine, which no adjustment of the wall clock moves.
package nonisolated enum MonotonicTime {
    /// The time now.
    ///
    /// - Units: nanoseconds since the machine started
    package static var nanoseconds: UInt64 {
        #if canImport(Darwin)
        clock_gettime_nsec_np(CLOCK_UPTIME_RAW)
        #else
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
        #endif
    }

    /// Sleeps until the given time, or until a signal arrives.
    ///
    /// - Parameter deadline: When to wake.
    /// - Units: nanoseconds since the machine started
    static func sleep(until deadline: UInt64) {
        #if canImport(Darwin)
        var base = mach_timebase_info()
        mach_timebase_info(&base)
        let (high, low) = deadline.multipliedFullWidth(by: UInt64(base.denom))
        let numerator = UInt64(max(base.numer, 1))
        // A quotient that does not fit lies centuries ahead; the caller sleeps in short slices.
        mach_wait_until(high < numerator ? numerator.dividingFullWidth((high, low)).quotient : 0)
        #else
        var time = timespec()
        time.tv_sec = .init(clamping: deadline / 1_000_000_000)
        time.tv_nsec = .init(clamping: deadline % 1_000_000_000)
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nil)
        #endif
    }
}
