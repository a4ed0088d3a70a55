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

        // More turns than the gate needs to learn and threads to take part; each one is waited for.
        var rounds = 0
        while rounds < 100_000, try PythonSuite.evaluate("min(counts) < 50", in: globals).isTrue() {
            GIL.letGo().takeBack()
            rounds += 1
        }
        try globals.setItem("done", to: true.python())
        try PythonSuite.run("for thread in threads: thread.join(10)", in: globals)

        #expect(rounds < 100_000)
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
