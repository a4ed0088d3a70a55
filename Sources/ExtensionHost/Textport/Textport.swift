internal import PythonRuntime
private import Synchronization

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Where `print`, tracebacks and messages of the host go: whole lines, never two threads' mixed.
///
/// - Thread: any
/// - Source: <https://docs.derivative.ca/Textport>
public nonisolated final class Textport: Sendable {
    /// Which of the program's two streams a text is for.
    public enum Stream: Int32, Sendable {
        /// `sys.stdout` and the host's own messages.
        case output = 1
        /// `sys.stderr`.
        case error = 2
    }

    /// What a thread has written of a line that has no end yet.
    private struct Unfinished {
        let thread: UInt
        let stream: Stream
        var text: String
    }

    /// Takes a whole line, its line break included.
    public typealias Sink = @Sendable (_ line: String, _ stream: Stream) -> Void

    // A script that never ends its line, such as one that prints a dot each frame, must not fill the
    // memory: a line of so many bytes goes out in pieces.
    private static let longestWaiting = 1 << 20

    // Few threads are in the middle of a line at a time.
    private let unfinished = Mutex<[Unfinished]>([])
    private let sink: Sink

    /// Makes a textport.
    ///
    /// - Parameter sink: Where lines go; by default to the program's own streams.
    public init(sink: @escaping Sink = Textport.writeToStream) {
        self.sink = sink
    }

    /// Writes a line of the host.
    ///
    /// - Parameters:
    ///   - line: The text, without a line break.
    ///   - stream: Which stream it is for.
    public func say(_ line: String, to stream: Stream = .output) {
        sink(line + "\n", stream)
    }

    /// Takes a piece of text; what ends in a line break goes out, the rest waits for its line.
    func write(_ text: String, to stream: Stream) {
        // `print(…, end='')` writes an empty text, which is no unfinished line.
        guard !text.isEmpty else { return }
        let thread = Self.currentThread
        let lines: String? = unfinished.withLock { unfinished in
            let known = unfinished.firstIndex { $0.thread == thread && $0.stream == stream }
            // Taken out, so that it grows in place.
            var line = known.map { unfinished.remove(at: $0).text } ?? ""
            guard let end = text.utf8.lastIndex(of: UInt8(ascii: "\n")) else {
                line += text
                if line.utf8.count > Self.longestWaiting { return line }
                unfinished.append(Unfinished(thread: thread, stream: stream, text: line))
                return nil
            }
            let rest = String(text[text.utf8.index(after: end)...])
            if !rest.isEmpty {
                unfinished.append(Unfinished(thread: thread, stream: stream, text: rest))
            }
            return line + String(text[...end])
        }
        if let lines { sink(lines, stream) }
    }

    /// Lets every unfinished line out, with a line break added.
    func flushAll() {
        let rest = unfinished.withLock { unfinished in
            let taken = unfinished
            unfinished = []
            return taken
        }
        for line in rest { sink(line.text + "\n", line.stream) }
    }

    /// Writes a text to the program's stream; a closed or full stream is nobody's error here.
    public static let writeToStream: Sink = { line, stream in
        var bytes = Array(line.utf8)[...]
        while !bytes.isEmpty {
            // SAFETY: the bytes are read during the call only.
            let written = bytes.withUnsafeBytes { unsafe in
                systemWrite(stream.rawValue, unsafe.baseAddress, unsafe.count)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }

    private static var currentThread: UInt {
        #if canImport(Darwin)
        UInt(bitPattern: pthread_self())
        #else
        pthread_self()
        #endif
    }
}

/// The system's `write`, which inside of `Textport` would mean the method.
private nonisolated func systemWrite(
    _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
    write(descriptor, bytes, count)
}
