import Foundation
import TestSupport
import Testing
import Verify

/// What `--fix` makes of files: nothing else changes, the result parses, and a second time changes
/// nothing.
@MainActor @Suite(.serialized) struct MendingTests {
    init() throws { try PythonSuite.start() }

    private func mend(
        _ text: String, name: String = "a.py", select: String? = nil, unsafe: Bool = true
    ) throws -> (text: String, rules: [String], left: [String]) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mend-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        let mending = try Checking([file.path], select: select).mending(allowsUnsafe: unsafe)
        try mending.write()
        let again = try Checking([file.path], select: select)
        let second = again.mending(allowsUnsafe: unsafe)
        #expect(second.changes.isEmpty, "a second time changes something")
        return (
            String(decoding: try Data(contentsOf: file), as: UTF8.self),
            mending.mended.map(\.rule), again.check.findings.map(\.rule)
        )
    }

    private static let start = "from threading import Thread\ndef work(n=0):\n    pass\n"

    @Test(arguments: [
        ("Thread(target=work).start()", "Thread(target=work, daemon=True).start()"),
        ("Thread(None, work, ).start()", "Thread(None, work, daemon=True, ).start()"),
        (
            "Thread(\n    target=work,  # it works\n).start()",
            "Thread(\n    target=work, daemon=True,  # it works\n).start()"
        ),
        ("Thread().start()", "Thread(daemon=True).start()"),
        ("Thread(target=work, **{}).start()", "Thread(target=work, **{}).start()"),
        (
            "Thread(target=(work)).start()", "Thread(target=(work)).start()"
        ),
    ])
    func `a thread becomes a daemon, and what cannot be mended stays`(
        old: String, new: String
    ) throws {
        let result = try mend("\(Self.start)\(old)\n", select: "TH201")

        #expect(result.text == "\(Self.start)\(new)\n")
    }

    @Test(arguments: [
        ("args=('a')", "args=('a',)"), ("args=( work )", "args=( work, )"), ("args=7", "args=(7,)"),
        ("args=(\n    1\n)", "args=(\n    1\n)"),
    ])
    func `what is no tuple becomes one`(old: String, new: String) throws {
        let line = "Thread(target=work, daemon=True, "
        let result = try mend(
            "\(Self.start)\(line)\(old)).start()\n", select: "TH607", unsafe: false)

        #expect(result.text == "\(Self.start)\(line)\(new)).start()\n")
    }

    @Test(arguments: [
        ("target=work()", "target=work"), ("target=work(1)", "target=work, args=(1,)"),
        ("target=work(n=1)", "target=work(n=1)"),
    ])
    func `a target is passed with its arguments`(old: String, new: String) throws {
        let result = try mend(
            "\(Self.start)Thread(\(old), daemon=True).start()\n", select: "TH606")

        #expect(result.text == "\(Self.start)Thread(\(new), daemon=True).start()\n")
    }

    @Test func `daemon moves up before start, with its comment and its line breaks`() throws {
        let head = "import threading\r\ndef go():\r\n    t = threading.Thread(target=print)\r\n"
        let result = try mend(
            head + "    t.start()\r\n    t.daemon = True  # ends with us\r\n    return t\r\n",
            unsafe: false)

        #expect(
            result.text
                == head + "    t.daemon = True  # ends with us\r\n    t.start()\r\n    return t\r\n"
        )
        #expect(result.rules == ["TH202"])
    }

    @Test func `a signal moves up before the wait, only when it may`() throws {
        let head = """
            import threading

            class Server:
                def __init__(self):
                    self.stop = threading.Event()
                    self.thread = threading.Thread(target=self.stop.wait, daemon=True)
                def Stop(self):

            """
        let text = head + "        self.thread.join()\n        self.stop.set()\n"

        #expect(try mend(text, unsafe: false).text == text)
        #expect(
            try mend(text).text == head + "        self.stop.set()\n        self.thread.join()\n")
    }

    @Test func `locks made where they are used become one attribute`() throws {
        let text = """
            import threading
            class Box:
                def __init__(self):
                    self.n = 0  # none yet
                def a(self):
                    with threading.Lock():
                        self.n = 1
                def b(self):
                    with threading.Lock():
                        self.n = 2
            """

        let result = try mend(text, select: "TH506")

        #expect(result.text.components(separatedBy: "self.lock = threading.Lock()").count == 2)
        #expect(result.text.components(separatedBy: "with self.lock:").count == 3)
        #expect(result.left.isEmpty)
    }

    @Test func `a poll that hides everything hides an empty queue alone`() throws {
        let text = """
            import queue
            results = queue.Queue()
            def onFrameStart(frame):
                try:
                    results.get_nowait()
                except:
                    pass

            """

        #expect(try mend(text).text == text.replacing("except:", with: "except queue.Empty:"))
    }

    @Test func `code inside a document is mended where it stands`() throws {
        let text = """
            # A document

            ```python
            import threading

            def work():
                pass

            def start():
                threading.Thread(target=work()).start()
            ```

            Words after it.
            """

        let result = try mend(text, name: "a.md")

        #expect(
            result.text
                == text.replacing("target=work()", with: "target=work, daemon=True"))
        #expect(result.rules == ["TH606", "TH201"])
    }

    @Test func `a difference is shown as other tools show it`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mend-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a.py").path
        try Data("\(Self.start)Thread(target=work).start()".utf8).write(to: URL(filePath: file))

        let mending = try Checking([file]).mending(allowsUnsafe: true)

        #expect(
            try mending.diff() == [
                "--- \(file)", "+++ \(file)", "@@ -1,4 +1,4 @@", " from threading import Thread",
                " def work(n=0):", "     pass", "-Thread(target=work).start()",
                "\\ No newline at end of file", "+Thread(target=work, daemon=True).start()",
                "\\ No newline at end of file",
            ])
    }

    @Test(arguments: RuleCatalog.all.map { $0.id })
    func `the example of a rule's page that is mended breaks the rule no more`(id: String) throws {
        let rule = try #require(RuleCatalog.rule(id))
        let page = try #require(RuleDocument.text(of: rule))
        let start = try #require(page.range(of: "```python breaks\n")).upperBound
        let end = try #require(page.range(of: "```\n", range: start..<page.endIndex)).lowerBound

        let result = try mend(String(page[start..<end]), select: "TH")

        if result.rules.contains(id) { #expect(!result.left.contains(id), "\(result.text)") }
    }
}
