internal import ExtensionHost
internal import Frames
internal import Foundation
internal import OperatorNetwork
internal import PythonRuntime

/// How late frames start, beside threads that compute for ever.
///
/// Each run is a process of its own, because such threads end with their process only.
struct FrameCases {
    /// How long each run takes; `UNDERSTUDY_BENCH_SECONDS=60` makes them longer.
    ///
    /// - Units: seconds
    private static let seconds =
        ProcessInfo.processInfo.environment["UNDERSTUDY_BENCH_SECONDS"].flatMap(Double.init) ?? 4
    private static let settings =
        [60.0, 240.0].flatMap { rate in
            [0, 1, 2, 4, 16].map { (rate: rate, threads: $0, kind: "loops") }
        } + BusySource.kinds.dropFirst().map { (rate: 60.0, threads: 4, kind: $0) }

    /// Measures all rates and numbers of threads, ours and Python's in turns.
    ///
    /// - Parameter python: The `python3` that belongs to the linked library.
    /// - Returns: A line for each rate and number of threads.
    /// - Throws: What starting a process says against it.
    static func run(python: String) throws -> [FrameComparison] {
        let program = CommandLine.arguments[0]
        let hasNumpy =
            try PythonObject.module("importlib.util")
            .callMethod("find_spec", "numpy".python()).isNone == false
        if !hasNumpy { print("numpy is not installed: threads that compute with it are left out.") }
        return try settings.filter { $0.kind != "numpy" || hasNumpy }.map { rate, threads, kind in
            let arguments = ["\(rate)", "\(threads)", kind, "\(seconds)"]
            return FrameComparison(
                rate: rate, threads: threads, kind: kind,
                ours: try lateness(program, ["--frames-child"] + arguments),
                python: try lateness(python, ["-I", "-c", SleepLoopSource.text] + arguments))
        }
    }

    /// The process of one of our runs: prints the lateness's percentiles, and what the threads have done.
    ///
    /// - Parameter arguments: Rate, busy threads, what they do, seconds.
    /// - Throws: What Python or the network says against it.
    static func runChild(_ arguments: [String]) throws {
        guard arguments.count == 4, let rate = Double(arguments[0]),
            let seconds = Double(arguments[3])
        else { throw BenchmarkError(description: "--frames-child RATE THREADS KIND SECONDS") }
        var configuration = HostConfiguration()
        configuration.rate = rate
        let host = try Host(configuration: configuration)
        let project = try Rehearsal.create("baseCOMP", "project1", in: host.network.root)
        let table = try Rehearsal.create("tableDAT", "table0", in: project)
        try table.content?.table.setSize(rows: 8, columns: 8)
        let busy = try Rehearsal.create("textDAT", "busy", in: project)
        try busy.content?.setText(BusySource.text)
        let execute = try Rehearsal.create("executeDAT", "execute1", in: project)
        try execute.content?.setText(
            """
            def onFrameStart(frame):
                table = op('table0')
                for row in range(8):
                    table[row, 0].val = 'x'
            """)
        try execute.parameters["framestart"]?.set(.bool(true))
        host.start()
        let call = "op('busy').module.start_busy_threads(\(arguments[1]), '\(arguments[2])')"
        guard host.evaluate(call) != nil else {
            throw BenchmarkError(description: "The busy threads do not start; see above.")
        }
        let begin = host.loop.clock.now
        let before = try workDone(host)
        host.run { _ in host.loop.clock.now < begin + seconds }
        let work = try (workDone(host) - before) / (host.loop.clock.now - begin)
        let lateness = host.loop.statistics.lateness
        print(
            lateness.percentile(0.5), lateness.percentile(0.99), lateness.maximum,
            host.loop.statistics.framesDropped, work)
        Interpreter.end(code: 0)
    }

    private static func workDone(_ host: ExtensionHost.Host) throws -> Double {
        guard let work = host.evaluate("op('busy').module.work_done()").flatMap(Double.init) else {
            throw BenchmarkError(description: "The busy threads are not heard of; see above.")
        }
        return work
    }

    private static func lateness(_ program: String, _ arguments: [String]) throws -> FrameLateness {
        let output = try output(of: program, arguments).split(separator: " ").compactMap {
            Double($0.filter { !$0.isWhitespace })
        }
        if arguments.first == "--frames-child" {
            guard output.count == 5 else { throw failed(program) }
            return FrameLateness(
                p50: output[0], p99: output[1], maximum: output[2], dropped: Int(output[3]),
                work: output[4])
        }
        guard output.count > 1, let rate = Double(arguments[3]) else { throw failed(program) }
        let late = output.dropFirst()
        var histogram = DurationHistogram()
        for value in late { histogram.record(value / 1e9) }
        return FrameLateness(
            p50: histogram.percentile(0.5), p99: histogram.percentile(0.99),
            maximum: histogram.maximum, dropped: Int(rate * seconds) - late.count, work: output[0])
    }

    private static func output(of program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    private static func failed(_ program: String) -> BenchmarkError {
        BenchmarkError(description: "\(program) gave no frame times; see above.")
    }
}
