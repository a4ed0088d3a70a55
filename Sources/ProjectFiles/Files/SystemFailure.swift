#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Why the operating system refused a call.
struct SystemFailure: Error, Equatable {
    /// The system's error number.
    let code: Int32

    /// The failure of the call just made on this thread.
    static var current: SystemFailure { SystemFailure(code: errno) }

    /// The system's own words for it.
    var reason: String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}
