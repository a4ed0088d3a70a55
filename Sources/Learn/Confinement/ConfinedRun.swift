internal import CConfinement
internal import Foundation

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// What became of a program that was run with limits, and what it reported.
struct ConfinedRun {
    /// Why it was ended before its time.
    enum Excess: Equatable {
        case time
        case processes
    }

    /// The last of what it wrote to its standard output and error.
    let output: String
    /// Its report; nil when it gave none, or one that is not its own.
    let report: Data?
    /// Whether somebody who does not know the secret wrote to the report's descriptor.
    let isForged: Bool
    let excess: Excess?
    /// The exit code; 128 and the number for a signal, as a shell tells it.
    let exitCode: Int32

    /// The descriptor of the report in the program that is run.
    static let reportVariable = "UNDERSTUDY_REPORT"
    /// How many characters the secret has that begins a report.
    static let secretLength = 32

    /// How much of the output is kept: its end.
    private static let mostOutput = 16_384
    private static let mostReport = 16 << 20
    /// How often it is looked at what the program uses.
    ///
    /// - Units: seconds
    private static let interval = 0.1

    /// Runs a program to its end, or to that of its limits.
    ///
    /// - Parameters:
    ///   - program: The program's file, absolute.
    ///   - arguments: What it is given.
    ///   - folder: Where it works; on Linux it can write nowhere else.
    ///   - limits: How much it may use.
    /// - Throws: `ConfinementFailure` when it cannot be started.
    init(
        _ program: String, _ arguments: [String], in folder: String, limits: Limits
    ) throws(ConfinementFailure) {
        let secret = Self.secret()
        var channel: [Int32] = [-1, -1]
        var output: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Self.stream, 0, &channel) == 0, pipe(&output) == 0 else {
            let reason = errno
            for descriptor in channel where descriptor >= 0 { close(descriptor) }
            throw ConfinementFailure(program: program, code: reason)
        }
        defer { for descriptor in [channel[0], output[0]] { close(descriptor) } }
        for descriptor in [channel[0], output[0]] {
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
        let greeting = Array(secret.utf8)
        _ = write(channel[0], greeting, greeting.count)
        let process = Self.start(
            [program] + arguments, Self.environment(folder), folder, limits,
            output: output[1], report: channel[1])
        let reason = errno
        for descriptor in [channel[1], output[1]] { close(descriptor) }
        guard process > 0 else { throw ConfinementFailure(program: program, code: reason) }

        var reading = Reading(output: output[0], report: channel[0])
        excess = reading.follow(process, limits)
        let status = CConfinement_end(process)
        reading.drain()
        exitCode = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        self.output = String(decoding: reading.outputBytes, as: UTF8.self)
        let isOwn = reading.reportBytes.starts(with: greeting)
        report = isOwn ? reading.reportBytes.dropFirst(greeting.count) : nil
        isForged = !isOwn && !reading.reportBytes.isEmpty
    }

    #if canImport(Darwin)
    private static let stream = SOCK_STREAM
    #else
    private static let stream = Int32(SOCK_STREAM.rawValue)
    #endif

    private static func secret() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<secretLength).map { _ in
            String(UInt8.random(in: 0..<16, using: &generator), radix: 16)
        }.joined()
    }

    /// What the program finds around it: the same for everybody, apart from where programs lie.
    private static func environment(_ folder: String) -> [String] {
        let own = ProcessInfo.processInfo.environment
        let kept = own.filter { name, _ in
            ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "VIRTUAL_ENV"].contains(name)
        }
        let fixed = [
            "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1",
            // Each arena reserves address space, which is what is limited.
            "MALLOC_ARENA_MAX": "2", reportVariable: "\(CCONFINEMENT_REPORT)",
        ]
        return kept.merging(fixed) { _, new in new }.map { "\($0)=\($1)" }.sorted()
    }

    private static func start(
        _ arguments: [String], _ environment: [String], _ folder: String, _ limits: Limits,
        output: Int32, report: Int32
    ) -> Int32 {
        var words = arguments.map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        // SAFETY: the plan and what it points to are read during the call only.
        return words.withUnsafeMutableBufferPointer { words in
            variables.withUnsafeMutableBufferPointer { variables in
                folder.withCString { folder in
                    var plan = CConfinement_Plan()
                    plan.arguments = UnsafePointer(words.baseAddress)
                    plan.environment = UnsafePointer(variables.baseAddress)
                    plan.folder = folder
                    (plan.output, plan.report) = (output, report)
                    (plan.memory, plan.fileSize) = (limits.memory, limits.fileSize)
                    plan.seconds = UInt64(clamping: Int(limits.seconds) + 5)
                    return CConfinement_start(&plan)
                }
            }
        }
    }

    /// What comes from the program while it runs.
    private struct Reading {
        let output: Int32
        let report: Int32
        var outputBytes = Data()
        var reportBytes = Data()

        /// Reads until the program has ended or used too much.
        mutating func follow(_ process: Int32, _ limits: Limits) -> Excess? {
            var counted = ContinuousClock.now
            var (waited, worked) = (0.0, 0.0)
            while !CConfinement_hasEnded(process) {
                var sources = [output, report].map {
                    pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
                }
                // A side that is closed is always ready, and would make this loop spin.
                for index in sources.indices where isClosed[index] { sources[index].fd = -1 }
                _ = poll(&sources, nfds_t(sources.count), 5)
                drain()
                let now = ContinuousClock.now
                guard now - counted > .seconds(ConfinedRun.interval) else { continue }
                // While this program itself was kept from working, so was the other.
                waited += min((now - counted) / .seconds(1), 2 * ConfinedRun.interval)
                counted = now
                let use = CConfinement_use(process)
                worked = max(worked, use.seconds)
                if use.processes > limits.processes { return .processes }
                if limits.areExceeded(worked: worked, waited: waited) { return .time }
            }
            return nil
        }

        private var isClosed = [false, false]

        init(output: Int32, report: Int32) {
            (self.output, self.report) = (output, report)
        }

        /// Takes what is there; of the output only the end is kept, of the report the beginning.
        mutating func drain() {
            isClosed[0] = !take(from: output) { bytes, fresh in
                bytes.outputBytes += fresh
                let extra = bytes.outputBytes.count - ConfinedRun.mostOutput
                if extra > ConfinedRun.mostOutput { bytes.outputBytes.removeFirst(extra) }
            }
            isClosed[1] = !take(from: report) { bytes, fresh in
                guard bytes.reportBytes.count < ConfinedRun.mostReport else { return }
                bytes.reportBytes += fresh
            }
        }

        /// Reads what is there, a bounded part of it; false at the end.
        private mutating func take(
            from descriptor: Int32, _ keep: (inout Self, ArraySlice<UInt8>) -> Void
        ) -> Bool {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            for _ in 0..<64 {
                let count = read(descriptor, &buffer, buffer.count)
                if count == 0 { return false }
                guard count > 0 else { return errno == EAGAIN || errno == EINTR }
                keep(&self, buffer[..<count])
            }
            return true
        }
    }
}
