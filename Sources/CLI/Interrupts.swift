internal import Frames
private import Synchronization

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Ctrl-C and `kill`: the first ends the run in order, the second ends the program.
enum Interrupts {
    // SAFETY: set once before the handler is installed; the handler only reads it.
    nonisolated(unsafe) fileprivate static var interruption: Interruption?
    fileprivate static let first = Atomic<Int32>(0)
    // SAFETY: as above.
    nonisolated(unsafe) fileprivate static var hint: [UInt8] = []

    /// The exit code that says which signal ended the run, as a shell would give it; nil for none.
    static var exitCode: Int32? {
        let number = first.load(ordering: .acquiring)
        return number == 0 ? nil : 128 + number
    }

    static func watch(_ interruption: Interruption) {
        self.interruption = interruption
        // Made now: the handler must find it made.
        first.store(0, ordering: .releasing)
        if Console.errorIsTerminal {
            hint = Array("\nThe run ends after this frame. Ctrl-C again ends it at once.\n".utf8)
        }
        // Whoever started the program may have left them blocked.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        signal(SIGINT, handleInterrupt)
        signal(SIGTERM, handleInterrupt)
    }
}

@c private func handleInterrupt(_ number: Int32) {
    guard let interruption = Interrupts.interruption, !interruption.isRaised else {
        _exit(128 + number)
    }
    Interrupts.first.store(number, ordering: .releasing)
    interruption.raise()
    let before = errno
    // SAFETY: the bytes are never changed again, and `write` may be called inside a handler.
    _ = Interrupts.hint.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    errno = before
}
