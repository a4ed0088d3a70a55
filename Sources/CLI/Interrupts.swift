internal import Frames

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Ctrl-C and `kill`: the first ends the run in order, the second ends the program.
enum Interrupts {
    // SAFETY: set once before the handler is installed; the handler only reads it.
    nonisolated(unsafe) fileprivate static var interruption: Interruption?

    static func watch(_ interruption: Interruption) {
        self.interruption = interruption
        signal(SIGINT, handleInterrupt)
        signal(SIGTERM, handleInterrupt)
    }
}

@c private func handleInterrupt(_ number: Int32) {
    guard let interruption = Interrupts.interruption, !interruption.isRaised else {
        _exit(128 + number)
    }
    interruption.raise()
}
