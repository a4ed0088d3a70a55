/// What the program's exit code says.
enum ExitStatus: Int32 {
    /// All is well.
    case success = 0
    /// The user's code failed.
    case failure = 1
    /// The command line or a project file is wrong, or the output could not be written.
    case misuse = 2
}

/// Why a command did nothing, or not all of it.
struct CommandFailure: Error {
    /// A full sentence for the person at the terminal.
    let message: String
    /// What the exit code says.
    let code: ExitStatus
}
