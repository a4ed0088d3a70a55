/// What follows a fault; the raw value is the word of the command line.
package enum GuardPolicy: String, Sendable, CaseIterable {
    /// The access is refused with an exception, and the run has failed.
    case fault
    /// The access is recorded and let pass.
    case report
    /// The access is reported and ends the program.
    case abort

    /// The exit code of a run with a fault.
    package static let exitCode: Int32 = 10
}
