import Testing

@testable import Learn

struct FairnessTests {
    @Test(arguments: [
        "import ctypes", "sys.modules['td'].op = fake", "import understudy_explore",
        "open('/proc/self/mem', 'rb')", "__import__('builtins').print = None",
        "threading.excepthook = print", "work.__code__ = other.__code__",
    ])
    func `reaching for the judge is told with its line`(line: String) {
        let failures = Fairness.failures(of: "import sys\n\(line)\n")

        #expect(failures.map(\.name) == [.unfair])
        #expect(failures.first?.line == 2)
    }

    @Test func `ordinary code is let pass`() {
        let code = """
            import queue, sys, threading, subprocess, os
            results = queue.Queue()  # builtin containers do as well
            subprocess.Popen([sys.executable, '-c', 'print(1)'])
            """

        #expect(Fairness.failures(of: code).isEmpty)
    }
}
