internal import PythonRuntime

/// What a program can do about a project whose code does not come back when the run is to end.
///
/// - Thread: any; all of it may be done in a signal handler.
public nonisolated enum OverdueCode {
    /// Raises `KeyboardInterrupt` where the main thread runs the project's code.
    public static func interrupt() { StuckCode.interrupt() }

    /// Takes an interrupt back that has not been raised.
    public static func spare() { StuckCode.withdraw() }

    /// Writes where the code of each thread stands to standard error.
    public static func report() { StuckCode.writeStacks(to: 2) }
}
