#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Why an answer could not be run at all.
package struct ConfinementFailure: Error, CustomStringConvertible {
    /// The program that was to be started.
    let program: String
    /// The system's error number.
    let code: Int32

    package var description: String {
        let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
        return "\(program) cannot be started with limits around it: \(reason)."
    }
}
