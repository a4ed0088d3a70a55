import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct GILReleasedTests {
    init() throws { try PythonSuite.start() }

    @Test func `the GIL comes back beside busy threads, and each of them gets its turns`() throws {
        let globals = try PythonSuite.run(
            """
            import threading
            counts, done = [0] * 4, False
            def compute(index):
                while not done:
                    counts[index] += 1
                    sum(range(100))
            threads = [threading.Thread(target=compute, args=(i,), daemon=True) for i in range(4)]
            for thread in threads: thread.start()
            """)

        #if os(Linux)
        // No thread asks another for the GIL by itself now: a turn comes from the main thread's own
        // asking and from a wake-up, and one that is lost shows.
        try PythonSuite.run("import sys; sys.setswitchinterval(5)", in: globals)
        #endif
        var rounds = 0
        while rounds < 2_000, try PythonSuite.evaluate("min(counts) < 50", in: globals).isTrue() {
            let released = GIL.letGo()
            // Long enough for a thread that was woken to take the GIL.
            let end = ContinuousClock.now + .milliseconds(1)
            while ContinuousClock.now < end {}
            released.takeBack()
            rounds += 1
        }
        try PythonSuite.run("import sys; sys.setswitchinterval(0.005)", in: globals)
        try globals.setItem("done", to: true.python())
        try PythonSuite.run("for thread in threads: thread.join(10)", in: globals)

        #expect(rounds < 2_000)
        #expect(
            try !PythonSuite.evaluate("any(t.is_alive() for t in threads)", in: globals).isTrue())
    }

    @Test func `a thread that the main thread waits for in Python is woken`() throws {
        let globals = try PythonSuite.run(
            """
            import queue, threading
            asked, answered = queue.Queue(), queue.Queue()
            def echo():
                while (question := asked.get()) is not None: answered.put(question)
            thread = threading.Thread(target=echo, daemon=True)
            thread.start()
            """)

        for number in 0..<200 {
            GIL.letGo().takeBack()
            try PythonSuite.run(
                "asked.put(\(number)); assert answered.get(timeout=10) == \(number)", in: globals)
        }

        try PythonSuite.run("asked.put(None); thread.join(10)", in: globals)
        #expect(try !PythonSuite.evaluate("thread.is_alive()", in: globals).isTrue())
    }
}
