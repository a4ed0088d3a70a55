import Testing

#if os(Linux)
/// Whatever a project does, `verify` answers in a sentence, and its exit code fits.
@Suite struct OddProjectsTests {
    /// A project, what `verify` says of it, and its exit code.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let target: String
        let files: [String: String]
        let exitCode: Int32
        let says: String

        /// A project of one file.
        init(_ name: String, _ text: String, _ exitCode: Int32, _ says: String) {
            self.init(name, "odd.py", ["odd.py": text], exitCode, says)
        }

        init(
            _ name: String, _ target: String, _ files: [String: String], _ exitCode: Int32,
            _ says: String
        ) {
            testDescription = name
            self.target = target
            self.files = files
            self.exitCode = exitCode
            self.says = says
        }
    }

    private static let stubborn = """
        import threading
        def work():
            while True:
                try: len('a')
                except BaseException: pass
        threading.Thread(target=work, daemon=True).start()
        """

    private static let garbage = """
        import gc, threading
        gc.set_threshold(1)
        def work():
            for _ in range(20): [].append(gc.collect())
        threading.Thread(target=work, daemon=True).start()
        """

    private static let hundreds = """
        import threading
        for _ in range(300):
            thread = threading.Thread(target=len, args=('a',))
            thread.start()
            thread.join()
        """

    private static let endlessExtension = """
        class Lamp:
            def __init__(self, ownerComp): sum(iter(int, 1))
            def Start(self): pass
            def CheckResults(self): pass
        """

    private static let asking = """
        import socket
        one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        one.bind(('127.0.0.1', 0))
        one.settimeout(0.01)
        one.sendto(b'lamp', ('127.0.0.1', %))
        try:
            one.recv(9)
        except OSError:
            pass
        """

    private static let yielding = """
        import ctypes, threading
        library = ctypes.CDLL(None)
        isLit = threading.Event()
        def work():
            while not isLit.is_set(): library.sched_yield()
        threading.Thread(target=work, daemon=True).start()
        isLit.set()
        """

    static let ending = [
        Case("os._exit", "import os\nos._exit(3)", 1, "ended the process with code 3"),
        Case("SIGSEGV", "import os\nos.kill(os.getpid(), 11)", 1, "ended by signal 11"),
        Case("SIGKILL", "import os\nos.kill(os.getpid(), 9)", 1, "ended by signal 9"),
        Case(
            "the end of the program that explores", "import os\nos.kill(os.getppid(), 9)", 1,
            "Nothing is proved: the exploration ended without an answer"),
        Case("an exception", "raise ValueError('no')", 1, "exception: ValueError: no"),
        Case(
            "a sleep of years", "import time\ntime.sleep(1e9)", 1,
            "The main thread waits 1000000000 s in the project's code"),
        Case("recursion", "def f(): f()\nf()", 1, "exception: RecursionError"),
        Case("memory", "bytearray(1 << 62)", 1, "exception: MemoryError"),
        Case(
            "a message of a megabyte", "raise ValueError('\\x1b[2J' + 'x' * (1 << 20))", 1,
            "exception: ValueError: \u{FFFD}[2Jxxx"),
        Case(
            "an event loop that nobody ends", "import asyncio\nasyncio.run(asyncio.Event().wait())",
            1,
            "MainThread waits for an event loop's work to be done. [TH306]"),
    ]

    static let living = [
        Case("a loop", "while True:\n    len('a')", 1, "endless loop: MainThread loops"),
        Case(
            "a loop that eats what should end it",
            "while True:\n    try: raise SystemExit\n    except BaseException: pass", 1,
            "endless loop: MainThread loops"),
        Case(
            "hundreds of threads", hundreds, 1,
            "not controlled: The project starts more than 249 threads"),
        Case(
            "an extension that is never made", endlessExtension, 1,
            "takes too long: A schedule did not end within"),
        Case("a loop that lets others on", yielding, 0, "no defect"),
        Case(
            "a question to another program", asking.replacing("%", with: "9"), 0,
            "the project asks 127.0.0.1:9, which is not in it"),
        Case(
            "a question to itself", asking.replacing("%", with: "one.getsockname()[1]"), 0,
            "Proved: no defect"),
        Case("a thread that eats what should end it", stubborn, 1, "1 schedule explored"),
        Case("os.fork", "import os\nif os.fork() == 0: os._exit(0)\nos.wait()", 0, "no defect"),
        Case("no standard streams", "import os\nos.closerange(0, 3)", 0, "no defect"),
        Case("no descriptors", "import os\nos.closerange(0, 4096)", 0, "no defect"),
        Case("garbage at every step", garbage, 0, "no defect"),
    ]

    static let texts = [
        Case("no Python", "def f(:\n    pass\n", 2, "odd.py:1: this Python cannot be read"),
        Case("Python 2", "print 'a'\n", 2, "odd.py:1: this Python cannot be read"),
        Case("50,000 lines", (0..<50_000).map { "a\($0) = 1\n" }.joined(), 0, "no defect"),
        Case(
            "imports in a circle", "odd",
            [
                "odd/execute1.py": "import b\nvalue = 1\ndef onStart(): pass\n",
                "odd/b.py": "import execute1\nother = execute1.value\n",
            ], 1, "has no attribute 'value'"),
        Case(
            "a script that nobody calls", "odd", ["odd/helper.py": "def work(): pass\n"], 0,
            "Nothing is proved. Nothing in odd is ever called"),
    ]

    @Test(arguments: ending + living + texts)
    func `whatever a project does, the answer is a sentence`(project: Case) async throws {
        let scratch = try Scratch()
        for (name, text) in project.files { try scratch.add(name, text) }

        let run = try await ProgramRun.understudy(
            [project.target, "--frames", "2", "--schedules", "1", "--replays", "none"],
            command: "verify", in: scratch.folder, limit: 300)

        #expect(!run.isTooSlow)
        #expect(run.exitCode == project.exitCode, "\(run.text)")
        #expect(run.text.contains(project.says), "\(run.text)")
    }
}
#endif
