import Foundation
import Testing

/// Ends of the program with daemon workers that are busy in every way a thread can be.
@Suite(.serialized) struct EndingTests {
    /// The longest that may pass between the last thing the project does and the program's end.
    private static let limit = 0.25
    /// `make stress` asks for 1,000.
    private static let count =
        ProcessInfo.processInfo.environment["UNDERSTUDY_ENDINGS"].flatMap { Int($0) } ?? 60

    private static let workers = """
        import hashlib, os, socket, subprocess, sys, threading, time, zlib

        def in_python():
        \twhile True:
        \t\tsum(range(1000))

        def in_python_objects():
        \tkept = []
        \twhile True:
        \t\tkept.append([object() for _ in range(100)])
        \t\tif len(kept) > 100: kept.clear()

        def in_c_sleep():
        \ttime.sleep(1000)

        def in_short_sleeps():
        \twhile True: time.sleep(0.0001)

        def in_c_without_gil():
        \tdata = bytes(1 << 22)
        \twhile True: hashlib.sha256(zlib.compress(data, 1)).digest()

        def in_socket():
        \tone, other = socket.socketpair()
        \tone.recv(1)

        def in_pipe():
        \tend, _ = os.pipe()
        \tos.read(end, 1)

        def in_lock():
        \tlock = threading.Lock()
        \twith lock: lock.acquire()

        def in_print():
        \twhile True: print('worker')

        refused = threading.Event()

        def in_refused():
        \twhile True:
        \t\ttry: me.parent().time.rate
        \t\texcept Exception: refused.set()

        def in_new_threads():
        \twhile True:
        \t\tthreading.Thread(target=time.sleep, args=(0.001,), daemon=True).start()
        \t\ttime.sleep(0.0005)

        """
    /// Which workers are busy in a run; runs take these in turn.
    private static let mixes = [
        "in_python in_c_sleep in_socket", "in_python in_python in_python in_python",
        "in_short_sleeps in_short_sleeps in_pipe in_lock", "in_c_without_gil in_c_without_gil",
        "in_print in_print in_python", "in_python_objects in_python_objects in_short_sleeps",
        "in_new_threads in_python in_pipe", "in_refused in_refused in_c_sleep",
    ]

    @Test func `the program ends at once, whatever its workers do`() async throws {
        let scratch = try Scratch()
        for (number, mix) in Self.mixes.enumerated() {
            try scratch.add("mix\(number).py", Self.project(mix))
        }
        var slowest = (0.0, "")
        var times: [Double] = []

        for number in 0..<Self.count {
            let mix = number % Self.mixes.count
            let run = try await ProgramRun.understudy(
                ["mix\(mix).py", "--frames", "3", "-q"], in: scratch.folder, limit: 20)
            let mark = run.errors.components(separatedBy: "ending ").last?.split(separator: "\n")
            let start = try #require(mark?.first.flatMap { Double($0) }, "\(run.text.suffix(2000))")
            let time = run.endedAt - start
            // Touching an operator is a fault, and the rest is not.
            let expected: Int32 = Self.mixes[mix].contains("refused") ? 10 : 0
            #expect(run.exitCode == expected, "\(Self.mixes[mix]): \(run.text.suffix(2000))")
            #expect(!run.isTooSlow && time < Self.limit, "\(Self.mixes[mix]) took \(time) s")
            times.append(time)
            if time > slowest.0 { slowest = (time, Self.mixes[mix]) }
        }

        times.sort()
        let middle = times[times.count / 2]
        print(
            "\(times.count) ends: half within \(Self.milliseconds(middle)), the slowest "
                + "\(Self.milliseconds(slowest.0)) with \(slowest.1)")
    }

    @Test func `a worker that is no daemon is told and cannot hold up the end`() async throws {
        let scratch = try Scratch()
        try scratch.add("a.py", Self.project("in_c_sleep", daemon: false))

        let run = try await ProgramRun.understudy(
            ["a.py", "--frames", "3"], in: scratch.folder, limit: 20)

        let mark = run.errors.components(separatedBy: "ending ").last?.split(separator: "\n")
        let start = try #require(mark?.first.flatMap { Double($0) })
        #expect(run.exitCode == 11)
        #expect(run.endedAt - start < Self.limit)
        #expect(run.output.contains("STILL ALIVE"))
    }

    private static func project(_ mix: String, daemon: Bool = true) -> String {
        let names = mix.split(separator: " ").joined(separator: ", ")
        return workers + """
            def onStart():
            \tfor work in (\(names),):
            \t\tthreading.Thread(target=work, daemon=\(daemon ? "True" : "False")).start()
            \tif in_refused in (\(names),): refused.wait(20)

            def onExit():
            \tprint('ending', time.monotonic(), file=sys.stderr)
            """
    }

    private static func milliseconds(_ seconds: Double) -> String {
        "\((seconds * 10_000).rounded() / 10) ms"
    }
}
