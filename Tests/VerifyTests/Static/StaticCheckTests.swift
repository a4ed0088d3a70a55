import TestSupport
import Testing
import Verify

@MainActor @Suite(.serialized) struct StaticCheckTests {
    private func check(_ text: String) throws -> StaticCheck {
        try PythonSuite.start()
        return StaticCheck([.init(name: "script", file: "script.py", firstLine: 1, text: text)])
    }

    private func document(_ name: String) throws -> StaticCheck {
        let file = #filePath
        let root = file[..<(file.firstRange(of: "/Tests/")?.lowerBound ?? file.startIndex)]
        return StaticCheck(try CheckTarget(["\(root)/python/document/\(name)"]).sources)
    }

    private func rules(_ check: StaticCheck, from minimum: Severity = .warning) -> [String] {
        check.findings.filter { $0.severity >= minimum }.map(\.rule)
    }

    @Test func `the document's defects are found, and nothing in its pattern that is right`() throws
    {
        try PythonSuite.start()

        let check = try document("td-threading.md")

        #expect(
            check.findings.filter { $0.severity > .info }.map { "\($0.rule) \($0.location.line)" }
                == [
                    "TH209 68", "TH203 110", "TH601 123", "TH601 132", "TH201 136", "TH206 141",
                    "TH601 142",
                ])
    }

    @Test(
        arguments: [
            ("1-no-operators-off-main/breaks-uncaught.py", "TH101"),
            ("1-no-operators-off-main/breaks-swallowed.py", "TH101"),
            ("2-daemon-threads/breaks.py", "TH201"), ("3-a-queue-between/breaks.py", "TH501"),
            ("4-poll-never-wait/breaks.py", "TH301"), ("5-run-sparingly/breaks-flood.py", "TH105"),
        ])
    func `what breaks a rule of the document is found`(file: String, rule: String) throws {
        try PythonSuite.start()

        #expect(rules(try document("rules/\(file)"), from: .info).contains(rule))
    }

    @Test func `names that get values side by side get one each`() throws {
        let text = """
            import queue, threading

            class HelloExt:
                def __init__(self, ownerComp: baseCOMP):
                    self.ownerComp, [self.results, self.done] = ownerComp, (queue.Queue(), False)
                def StartWork(self):
                    threading.Thread(target=lambda: self.results.put(6 * 7), daemon=True).start()
                def CheckResults(self):
                    if not self.results.empty():
                        self.ownerComp.op('table1')[0, 0].val = self.results.get()
            """

        #expect(rules(try check(text)).isEmpty)
        let swapped = text.replacing("self.results.put", with: "self.ownerComp.op")
        #expect(rules(try check(swapped)) == ["TH102"])
    }

    @Test(
        arguments: [
            ("1-no-operators-off-main", "TH1"), ("2-daemon-threads", "TH201"),
            ("3-a-queue-between", "TH5"), ("4-poll-never-wait", "TH3"),
        ])
    func `what keeps a rule of the document is left alone`(folder: String, rule: String) throws {
        try PythonSuite.start()

        let found = rules(try document("rules/\(folder)/keeps.py"))

        #expect(!found.contains { $0.hasPrefix(rule) })
    }

    @Test func `a script that cannot be read is named with its line, and the others are looked at`()
        throws
    {
        try PythonSuite.start()

        let check = StaticCheck([
            .init(name: "broken", file: "broken.py", firstLine: 1, text: "x = 1\ndef f(:\n"),
            .init(name: "fine", file: "fine.py", firstLine: 1, text: "x = 1\n"),
        ])

        #expect(check.unreadable.map(\.line) == [2])
        #expect(check.scriptCount == 1)
    }

    @Test func `a suppression with a reason counts, one without does not`() throws {
        let line = "Thread(target=print).start()"
        let head = "from threading import Thread\n"

        #expect(rules(try check("\(head)\(line)\n")) == ["TH201"])
        #expect(rules(try check("\(head)\(line)  # noqa: TH201 prints and ends\n")).isEmpty)
        let bare = try check("\(head)\(line)  # noqa: TH201\n")
        #expect(rules(bare) == ["TH201"])
        #expect(bare.mistakes.map(\.line) == [2])
        #expect(try check("x = 1  # noqa: TH999 nothing\n").mistakes.count == 1)
    }

    @Test func `names of the script's own shadow TouchDesigner's`() throws {
        let check = try check(
            """
            import threading, pathlib
            def work():
                parent = pathlib.Path('a').parent
                print(parent.name)
            threading.Thread(target=work, daemon=True).start()
            """)

        #expect(rules(check).isEmpty)
    }

    @Test func `a function in another script of the project is followed`() throws {
        try PythonSuite.start()

        let check = StaticCheck([
            .init(
                name: "jobs", file: "jobs.py", firstLine: 1,
                text: "def work():\n    op('a').par.x = 1\n"),
            .init(
                name: "start", file: "start.py", firstLine: 1,
                text: "import threading, jobs\n"
                    + "threading.Thread(target=jobs.work, daemon=True).start()\n"),
        ])

        #expect(check.findings.map { "\($0.location.file) \($0.rule)" }.contains("jobs.py TH101"))
    }

    private static let counter = """
        import threading
        class CountExt:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp
                self.lock = threading.Lock()
                self.total = 0
            def one(self):
                return 1
            def StartCounting(self):
                for word in ('one', 'two'):
                    threading.Thread(target=self.work, args=(word,), daemon=True).start()
            def work(self, word):
                for _ in range(5):
                    self.count()

        """

    @Test(arguments: [
        ("self.total = self.total + self.one()", ["TH501"]),
        ("with self.lock:\n            self.total = self.total + self.one()", []),
        (
            "self.lock.acquire()\n        try:\n            self.total = self.total + self.one()\n"
                + "        finally:\n            self.lock.release()", []
        ),
        ("with self.lock:\n            self.add()", []), ("self.add()", ["TH501"]),
    ])
    func `an update is known by the lock around it, in whatever function that stands`(
        body: String, expected: [String]
    ) throws {
        let add = "    def add(self):\n        self.total = self.total + self.one()\n"
        let check = try check("\(Self.counter)    def count(self):\n        \(body)\n\(add)")

        // Nobody calls add() where count() does not.
        let unused =
            body.contains("self.add()")
            ? check
            : try self.check(
                "\(Self.counter)    def count(self):\n        \(body)\n")
        #expect(rules(unused) == expected)
    }

    @Test func `plain values of operators may be handed to threads`() throws {
        let check = try check(
            """
            import threading
            class NameExt:
                def __init__(self, ownerComp):
                    self.ownerComp = ownerComp
                def Start(self):
                    path, rows = self.ownerComp.path, self.ownerComp.op('data1').numRows
                    threading.Thread(target=self.work, args=(path, rows), daemon=True).start()
                def work(self, path, rows):
                    print(path, rows)
            """)

        #expect(rules(check).isEmpty)
    }

    @Test(arguments: [
        "with self.server:\n            self.server.serve_forever()",
        "try:\n            self.server.serve_forever()\n        finally:\n"
            + "            self.server.server_close()",
    ])
    func `a server that closes itself can be closed`(serve: String) throws {
        let check = try check(
            """
            import threading
            from http.server import BaseHTTPRequestHandler, HTTPServer
            class WebExt:
                def __init__(self, ownerComp):
                    self.server = None
                def StartWeb(self):
                    self.server = HTTPServer(('127.0.0.1', 0), BaseHTTPRequestHandler)
                    threading.Thread(target=self.serve, daemon=True).start()
                def StopWeb(self):
                    threading.Thread(target=self.server.shutdown, daemon=True).start()
                def serve(self):
                    \(serve)
            """)

        #expect(rules(check).isEmpty)
    }

    @Test func `a parameter hides TouchDesigner's name, whatever it is given`() throws {
        let check = try check(
            """
            import threading
            class Handler:
                def __init__(self, ext):
                    self.ext = ext
                def Start(self):
                    ext = self.ext
                    def work():
                        ext.results['a'] = ext.compute()
                    threading.Thread(target=work, daemon=True).start()
            """)

        #expect(rules(check).isEmpty)
    }

    @Test func `an heir's method is found through its base, whenever the heir is read`() throws {
        try PythonSuite.start()

        let check = StaticCheck([
            .init(
                name: "a", file: "a.py", firstLine: 1,
                text: "import threading\nclass Base:\n    def Start(self):\n"
                    + "        threading.Thread(target=self.work, daemon=True).start()\n"),
            .init(
                name: "b", file: "b.py", firstLine: 1,
                text: "from a import Base\nclass Heir(Base):\n    def work(self):\n"
                    + "        op('table1').clear()\n"),
        ])

        #expect(check.findings.map { "\($0.location.file) \($0.rule)" }.contains("b.py TH101"))
    }

    @Test func `a function that asks which thread it runs on may be called by any`() throws {
        let check = try check(
            """
            import threading
            def tell(text):
                if threading.current_thread() is threading.main_thread():
                    op('text1').text = text
            threading.Thread(target=lambda: tell('a'), daemon=True).start()
            """)

        #expect(rules(check).isEmpty)
    }

    @Test(arguments: ["getattr(self, 'job', None)", "hasattr(self, 'job')"])
    func `an attribute that a method asks for before it uses it may be missing`(
        question: String
    ) throws {
        let text = """
            import threading

            class Ext:
                def Start(self):
                    threading.Thread(target=self.work, daemon=True).start()

                def work(self):
                    self.job = [1]

                def Look(self):
                    if \(question):
                        self.job.pop()
            """

        #expect(try rules(check(text)).isEmpty)
        let unasked = text.replacing("self, 'job'", with: "self, 'other'")
        #expect(try rules(check(unasked)) == ["TH601"])
    }

    @Test func `a worker of a program of its own, or of a test, is no matter of TouchDesigner's`()
        throws
    {
        let worker = """
            import threading

            def work():
                while True:
                    print('on')

            threading.Thread(target=work).start()
            """
        let guarded = worker + "\n\nif __name__ == '__main__':\n    work()\n"

        #expect(try rules(check(worker)) == ["TH204", "TH201"])
        #expect(try rules(check(guarded)).isEmpty)
        #expect(try rules(check(guarded + "op('a').cook()\n")) == ["TH204", "TH201"])
    }

    @Test func `a method that is named as called with the lock held holds it`() throws {
        let text = """
            import threading

            class Ext:
                def __init__(self):
                    self.lock = threading.Lock()
                    self.server = None

                def Start(self):
                    threading.Thread(target=self.make_locked, daemon=True).start()
                    self.make_locked()

                def make_locked(self):
                    if self.server is None:
                        self.server = open('x')
            """

        #expect(try !rules(check(text)).contains("TH502"))
        #expect(
            try rules(check(text.replacing("make_locked", with: "make"))).contains("TH502"))
    }

    @Test(
        arguments: [
            ("x = 1\ny = \u{0}2\n", 2, "NUL byte"),
            ("x = " + String(repeating: "(", count: 10_000), 1, "nested parentheses"),
            ("x = a" + String(repeating: ".b", count: 20_000), 1, "nests more deeply"),
            ("x = " + String(repeating: "-", count: 5_000) + "1", 1, "nests more deeply"),
            ("import os\nprint 'two'\n", 2, "Missing parentheses"),
            ("if 1:\n\tx = 1\n        y = 2\n", 3, "TabError"),
        ])
    func `what Python cannot read is told with its line, whatever it is`(
        text: String, line: Int, reason: String
    ) throws {
        let unreadable = try check(text).unreadable

        #expect(unreadable.map(\.line) == [line])
        #expect(unreadable.first?.reason.contains(reason) == true)
    }

    @Test(
        arguments: [
            "x = " + String(repeating: "[", count: 150) + String(repeating: "]", count: 150),
            (0..<90).map { String(repeating: "    ", count: $0) + "def f\($0)():\n" }.joined()
                + String(repeating: "    ", count: 90) + "pass\n",
            "x = 1\r\r\ny = 2\r", "x = '\\ud800'\n",
            "# coding: klingon\nx = 1\n",
        ])
    func `what is odd but Python is looked at`(text: String) throws {
        let check = try check(text)

        #expect(check.unreadable.isEmpty)
        #expect(check.scriptCount == 1)
    }
}
