internal import ExtensionHost
internal import Frames
private import Synchronization

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Ctrl-C and `kill`: the first ends the run in order, the second ends the program.
///
/// Code that does not come back after the first is interrupted, and when that does not help, the
/// program tells where it stands and ends. So is an end that does not come to one, though nobody asked
/// for it. An alarm counts the time, which needs no thread.
enum Interrupts {
    /// How long a frame may take to come back.
    ///
    /// - Units: seconds
    fileprivate static let patience: UInt32 = 2
    /// How long `onExit` and `onDestroyTD` may take, which may have files to save.
    ///
    /// - Units: seconds
    private static let patienceAtEnd: UInt32 = 5
    /// How long they may take when nobody waits for the end who could press Ctrl-C.
    ///
    /// - Units: seconds
    private static let patienceUnasked: UInt32 = 20
    /// What is no signal's number, and gives the exit code of a failure.
    fileprivate static let failed = ExitStatus.failure.rawValue - 128

    // SAFETY: set once before the handler is installed; the handler only reads it.
    nonisolated(unsafe) fileprivate static var interruption: Interruption?
    fileprivate static let first = Atomic<Int32>(0)
    fileprivate static let hasInsisted = Atomic<Bool>(false)
    // SAFETY: as above.
    nonisolated(unsafe) fileprivate static var hint: [UInt8] = []
    fileprivate static let lastWords: StaticString =
        "\nThe run is to end, and its code does not come back. Where each thread stands:\n"

    /// The exit code that says which signal ended the run, as a shell would give it; nil for none.
    static var exitCode: Int32? {
        let number = first.load(ordering: .acquiring)
        return number == 0 ? nil : 128 + number
    }

    /// Whether the run ends because its code did not come back, and nobody asked for it.
    static var hasGivenUp: Bool { first.load(ordering: .acquiring) == failed }

    static func watch(_ interruption: Interruption) {
        self.interruption = interruption
        // Made now: the handler must find it made.
        first.store(0, ordering: .releasing)
        hasInsisted.store(false, ordering: .releasing)
        if Console.errorIsTerminal {
            hint = Array("\nThe run ends after this frame. Ctrl-C again ends it at once.\n".utf8)
        }
        // Whoever started the program may have left them blocked.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGALRM)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        signal(SIGINT, handleInterrupt)
        signal(SIGTERM, handleInterrupt)
    }

    /// Ends the run as the first signal does: a frame waits for what will not come.
    static func giveUp() {
        guard let interruption, !interruption.isRaised else { return }
        first.store(failed, ordering: .releasing)
        interruption.raise()
        insist(after: patience)
    }

    /// Notes that the frames, or a hook at the end that was interrupted, have come back if they were
    /// asked to: what follows has its own time.
    static func codeCameBack() {
        guard exitCode != nil else { return }
        alarm(patienceAtEnd)
        OverdueCode.spare()
        hasInsisted.store(false, ordering: .releasing)
    }

    /// Notes that the last hooks are called now.
    static func endBegins() {
        if exitCode == nil { insist(after: patienceUnasked) }
    }

    /// Notes that all of the project's code has come back.
    static func projectIsOver() {
        alarm(0)
        OverdueCode.spare()
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
    insist(after: Interrupts.patience)
    errno = before
}

/// Asks for the alarm, whose handler may come while it runs itself: when the first does not get on.
private func insist(after seconds: UInt32) {
    var action = sigaction()
    #if canImport(Darwin)
    action.__sigaction_u.__sa_handler = handleAlarm
    #else
    action.__sigaction_handler.sa_handler = handleAlarm
    #endif
    // Without SA_RESTART it wakes code that waits for a lock, which then hears of the interrupt.
    action.sa_flags = CInt(bitPattern: UInt32(SA_NODEFER))
    sigaction(SIGALRM, &action, nil)
    alarm(seconds)
}

@c private func handleAlarm(_ number: Int32) {
    let before = errno
    if !Interrupts.hasInsisted.exchange(true, ordering: .acquiringAndReleasing) {
        if Interrupts.exitCode == nil {
            Interrupts.first.store(Interrupts.failed, ordering: .releasing)
            Interrupts.interruption?.raise()
        }
        alarm(Interrupts.patience)
        OverdueCode.interrupt()
        errno = before
        return
    }
    signal(SIGALRM, endAtOnce)
    alarm(1)
    let words = Interrupts.lastWords
    _ = write(2, words.utf8Start, words.utf8CodeUnitCount)
    OverdueCode.report()
    endAtOnce(number)
}

/// The end, also of a report that does not come to one.
@c private func endAtOnce(_ number: Int32) {
    _exit(128 + Interrupts.first.load(ordering: .acquiring))
}
