#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// For how many looks in a row this process has done nothing.
struct Idleness {
    private var used = 0.0
    private var since = 0
    private var last = 0

    /// What may be used from one look to the next: looking takes a little as well.
    ///
    /// - Units: seconds
    private static let least = 0.02

    /// Notes a look.
    ///
    /// - Parameter number: Its number in a row of looks, from 1.
    /// - Returns: How many looks ago the process was last seen at work, or had a child that may be.
    mutating func looked(_ number: Int) -> Double {
        let now = Self.processTime
        if number <= last || now - used > Self.least || Self.hasChildren { since = number }
        (used, last) = (now, number)
        return Double(number - since)
    }

    private static var processTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Whether a program that was started has not been awaited.
    private static var hasChildren: Bool {
        var found = siginfo_t()
        return waitid(P_ALL, 0, &found, WEXITED | WNOHANG | WNOWAIT) == 0
    }
}
