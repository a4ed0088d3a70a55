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
                    "TH203 110", "TH601 123", "TH601 132", "TH201 136", "TH206 141", "TH601 142",
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
}
