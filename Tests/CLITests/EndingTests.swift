import Foundation
import Testing

/// Ends of the program with daemon workers that are busy in every way a thread can be.
@Suite(.serialized) struct EndingTests {
    /// `make stress` asks for 1,000 ends.
    private static let wanted =
        ProcessInfo.processInfo.environment["UNDERSTUDY_ENDINGS"].flatMap { Int($0) }
    private static let count = wanted ?? 3 * mixes.count
    /// The longest that may pass between the last thing the project does and the program's end.
    ///
    /// - Units: seconds
    private static let limit = 0.25
    /// After so long the program cuts off an end that does not come to one.
    ///
    /// - Units: seconds
    private static let cutOff = 2.0

    private static let workers = """
        import hashlib, os, random, socket, subprocess, sys, threading, time, zlib

        def in_python():
        \twhile True:
        \t\tsum(range(1000))

        def in_python_objects():
        \tkept = []
        \twhile True:
        \t\tkept.append([object() for _ in range(100)])
        \t\tif len(kept) > 100: kept.clear()

        numbers = random.Random(1).sample(range(20000), 20000)

        def in_sort():
        \twhile True: sorted(numbers)

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
        "in_sort in_sort in_sort in_sort",
    ]

    @Test func `the program ends at once, whatever its workers do`() async throws {
        let scratch = try Scratch()
        for (number, mix) in Self.mixes.enumerated() {
            try scratch.add("mix\(number).py", Self.project(mix))
        }
        var times: [[Double]] = Self.mixes.map { _ in [] }

        for number in 0..<Self.count {
            let mix = number % Self.mixes.count
            let run = try await ProgramRun.understudy(
                ["mix\(mix).py", "--frames", "3", "-q"], in: scratch.folder, limit: 20)
            let time = run.endedAt - (try endBegan(run))
            // Touching an operator is a fault, and the rest is not.
            let expected: Int32 = Self.mixes[mix].contains("refused") ? 10 : 0
            #expect(run.exitCode == expected, "\(Self.mixes[mix]): \(run.text.suffix(2000))")
            #expect(!run.isTooSlow)
            times[mix].append(time)
        }

        for (mix, times) in zip(Self.mixes, times) {
            // Only where nothing else runs is it the program that takes long.
            let (time, limit) =
                Self.wanted == nil
                ? (times.min() ?? 0, Self.cutOff) : (times.max() ?? 0, Self.limit)
            #expect(time < limit, "\(mix) took \(time) s")
            print(
                "\(mix): \(times.count) ends, half within "
                    + "\(Self.milliseconds(times.sorted()[times.count / 2])), all within "
                    + "\(Self.milliseconds(times.max() ?? 0))")
        }
    }

    @Test func `a worker that is no daemon is told and cannot hold up the end`() async throws {
        let scratch = try Scratch()
        try scratch.add("a.py", Self.project("in_c_sleep", daemon: false))

        let run = try await ProgramRun.understudy(
            ["a.py", "--frames", "3"], in: scratch.folder, limit: 20)

        #expect(run.exitCode == 11)
        #expect(run.output.contains("STILL ALIVE"))
        let time = run.endedAt - (try endBegan(run))
        #expect(Self.wanted == nil || time < Self.limit, "\(time) s")
    }

    @Test func `a handler at the end that does not come back is cut off and told`() async throws {
        let scratch = try Scratch()
        try scratch.add(
            "a.py",
            """
            import atexit, threading

            def hang():
            \tthreading.Event().wait()

            def onStart():
            \tatexit.register(hang)
            """)

        let run = try await ProgramRun.understudy(
            ["a.py", "--frames", "3"], in: scratch.folder, limit: 60)

        #expect(run.exitCode == 1, "\(run.text)")
        #expect(run.errors.contains("registered with atexit did not come back"), "\(run.text)")
        #expect(run.errors.contains("line 4 in hang"), "\(run.text)")
    }

    @Test func `the end does not take turns with its workers`() async throws {
        let scratch = try Scratch()
        try scratch.add("a.py", Self.countingSorts)

        let run = try await ProgramRun.understudy(
            ["a.py", "--frames", "3", "-q"], in: scratch.folder, limit: 60)

        #expect(run.exitCode == 0, "\(run.text)")
        let line = run.output.split(separator: "\n").first { $0.hasPrefix("sorts ") } ?? ""
        let numbers = line.split(separator: " ").dropFirst().compactMap { Double($0) }
        try #require(numbers.count == 2, "\(run.text)")
        let (sorts, milliseconds) = (numbers[0], numbers[1])
        // Each turn is a sort at least. Where the end's protection is over before the end is, workers have
        // a turn each 5 ms; an end with short turns gives them two or three in each millisecond of its own.
        #expect(sorts < 15 + milliseconds / 2, "\(sorts) sorts in \(milliseconds) ms of work")
    }

    @Test func `the end imports nothing, for which it might wait for its workers`() async throws {
        let scratch = try Scratch()
        try scratch.add("a.py", Self.importing)

        let run = try await ProgramRun.understudy(
            ["a.py", "--frames", "3"], in: scratch.folder, limit: 60)

        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.output.contains("the end begins"))
        #expect(!run.output.contains("imports"), "\(run.output)")
    }

    /// Tells of each import at the end.
    private static let importing = """
        import sys, threading, time

        class Tell:
        \tdef find_spec(self, name, path=None, target=None):
        \t\tprint('imports', name)

        class Lamp:
        \tdef __init__(self, ownerComp):
        \t\tthreading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
        \tdef onDestroyTD(self):
        \t\tsys.meta_path.insert(0, Tell())
        \t\tprint('the end begins')
        """

    /// Tells how many sorts its workers have ended while the main thread did its work at the end, 20 ms of
    /// which are the project's own, and how many milliseconds of processor time that work took.
    private static let countingSorts = """
        import atexit, random, threading, time

        numbers = random.Random(1).sample(range(20000), 20000)
        sorts = [0] * 30
        begin = threading.Event()

        def work(index):
        \tbegin.wait()
        \twhile True:
        \t\tsorted(numbers)
        \t\tsorts[index] += 1

        def onStart():
        \tfor index in range(len(sorts)):
        \t\tthreading.Thread(target=work, args=(index,), daemon=True).start()
        \tbegin.set()

        def onExit():
        \tbefore, began = sum(sorts), time.thread_time()
        \tdef tell():
        \t\tprint('sorts', sum(sorts) - before, (time.thread_time() - began) * 1000)
        \tatexit.register(tell)
        \twhile time.thread_time() - began < 0.02: pass
        """

    /// When the project did its last thing.
    private func endBegan(_ run: ProgramRun) throws -> Double {
        let mark = run.errors.components(separatedBy: "ending ").last?.split(separator: "\n")
        return try #require(mark?.first.flatMap { Double($0) }, "\(run.text.suffix(2000))")
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
