#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// The terminal as a place where single keys count; as it was before when the program ends.
final class Terminal {
    private var before = termios()

    /// Whether a person sits at both ends.
    static var isThere: Bool { isatty(0) == 1 && isatty(1) == 1 }

    /// Lets keys come one by one; nil when this is no terminal.
    init?() {
        guard Self.isThere, tcgetattr(0, &before) == 0 else { return nil }
        isReady = true
        listen(forKeys: true)
    }

    private var isReady = false

    deinit { listen(forKeys: false) }

    /// Waits for a key.
    ///
    /// - Parameter milliseconds: How long.
    /// - Returns: The key; nil when none came, and an end of input is `q`.
    func key(within milliseconds: Int32) -> Character? {
        var source = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        guard poll(&source, 1, milliseconds) > 0 else { return nil }
        var byte: UInt8 = 0
        let count = read(0, &byte, 1)
        guard count > 0 else { return count == 0 ? "q" : nil }
        let interrupt: UInt8 = 3
        return byte == interrupt ? "q" : Character(UnicodeScalar(byte))
    }

    /// Lets whole lines be typed meanwhile, as other programs do.
    func withLines(_ body: () throws -> Void) rethrows {
        listen(forKeys: false)
        defer { listen(forKeys: true) }
        try body()
    }

    /// Clears the screen.
    func clear() { Console.write("\u{1B}[H\u{1B}[2J", to: 1) }

    private func listen(forKeys isForKeys: Bool) {
        guard isReady else { return }
        var now = before
        // Ctrl-C comes as a key as well, so that the terminal is left as it was.
        if isForKeys { now.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG) }
        tcsetattr(0, TCSADRAIN, &now)
    }
}
