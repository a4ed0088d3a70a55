private import Synchronization

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// The program's own two streams.
enum Console {
    private static let failure = Atomic<Int32>(0)

    /// Why standard output lost something that was written to it; nil when it lost nothing, or when
    /// its reader has gone or it was closed from the start, which somebody wanted.
    static var lossReason: String? {
        let code = failure.load(ordering: .acquiring)
        return code == 0 ? nil : String(cString: strerror(code))
    }

    /// Opens what the caller has closed of the three standard streams, on nothing: otherwise the first
    /// file that the project opens becomes its standard output.
    static func fillGaps() {
        for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
            _ = open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY)
        }
    }

    /// Writes a line to standard output.
    static func say(_ line: String) { write(line + "\n", to: 1) }

    /// Writes a line to standard error.
    static func complain(_ line: String) { write(line + "\n", to: 2) }

    /// Writes a text as it is; what becomes of it is told by ``lossReason``.
    static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            // SAFETY: the bytes are read during the call only.
            let written = bytes.withUnsafeBytes { buffer in
                #if canImport(Darwin)
                Darwin.write(descriptor, buffer.baseAddress, buffer.count)
                #else
                Glibc.write(descriptor, buffer.baseAddress, buffer.count)
                #endif
            }
            if written < 0, errno == EINTR { continue }
            if written < 0, errno == EAGAIN {
                // Somebody made the pipe or terminal non-blocking; it takes more in a moment.
                var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&room, 1, 1000)
                continue
            }
            guard written > 0 else {
                if descriptor == 1, errno != EPIPE { failure.store(errno, ordering: .releasing) }
                return
            }
            bytes = bytes.dropFirst(written)
        }
    }

    /// Whether standard error is a terminal that can take a line back.
    static var errorIsTerminal: Bool {
        guard isatty(2) == 1, let kind = getenv("TERM") else { return false }
        return strcmp(kind, "dumb") != 0
    }
}
