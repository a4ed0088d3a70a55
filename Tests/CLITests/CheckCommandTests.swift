import Foundation
import Testing

@Suite struct CheckCommandTests {
    private static let broken = """
        import threading
        def work():
            op('table1').appendRow([1])
        threading.Thread(target=work, daemon=True).start()
        """

    private func check(_ text: String, _ options: [String] = []) async throws -> ProgramRun {
        let scratch = try Scratch()
        try scratch.add("a.py", text)
        return try await ProgramRun.understudy(
            ["a.py"] + options, command: "check", in: scratch.folder)
    }

    @Test func `a finding is shown with its line, its cause and what to do`() async throws {
        let run = try await check(Self.broken)

        #expect(run.exitCode == 1)
        #expect(run.output.contains("--> a.py:3:5"))
        #expect(run.output.contains("threading.Thread runs it: a.py:4"))
        #expect(run.output.contains("help: Put the value into a queue"))
        #expect(run.output.hasSuffix("1 script looked at: 1 error.\n"))
    }

    @Test func `an empty file beside others keeps nobody from looking at those`() async throws {
        let scratch = try Scratch()
        try scratch.add("a.py", Self.broken)
        try scratch.add("__init__.py", "")

        let run = try await ProgramRun.understudy(
            ["__init__.py", "a.py"], command: "check", in: scratch.folder)

        #expect(run.exitCode == 1)
        #expect(run.output.hasSuffix("1 script looked at: 1 error.\n"), "\(run.text)")
    }

    @Test func `nothing of the project runs`() async throws {
        let run = try await check("print('ran')\nraise SystemExit(5)\n")

        #expect(run.exitCode == 0)
        #expect(!run.output.contains("ran\n"))
    }

    @Test(arguments: ["json", "sarif"])
    func `programs get one object that holds the finding`(format: String) async throws {
        let run = try await check(Self.broken, ["--format", format])

        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let text = String(describing: object)
        #expect(run.exitCode == 1)
        #expect(text.contains("TH101"))
        #expect(text.contains("a.py"))
    }

    @Test func `GitHub gets an annotation`() async throws {
        let run = try await check(Self.broken, ["--format", "github"])

        #expect(
            run.output.hasPrefix("::error file=a.py,line=3,col=5,title=TH101 OperatorAccess"))
    }

    @Test(arguments: [
        ("github", "def f(:\n", "::error file=a.py,line=1::SyntaxError"),
        ("github", "x = 1  # noqa: TH201\n", "::error file=a.py,line=1::"),
        ("sarif", "def f(:\n", #""executionSuccessful": false"#),
        ("sarif", "x = 1  # noqa: TH201\n", #""executionSuccessful": false"#),
        ("sarif", "x = 1\n", #""executionSuccessful": true"#),
    ])
    func `what could not be checked is in the reports that machines read`(
        format: String, text: String, says: String
    ) async throws {
        let run = try await check(text, ["--format", format])

        #expect(run.output.contains(says), "\(run.text)")
    }

    @Test(
        arguments: [
            (["--select", "TH201"], Int32(0)), (["--select", "OperatorAccessFromThread"], 1),
            (["--ignore", "th101"], 0), (["--select", "TH999"], 2), (["--ignore", "nonsense"], 2),
        ] as [([String], Int32)])
    func `rules are chosen by number or name, and unknown ones are refused`(
        options: [String], exitCode: Int32
    ) async throws {
        #expect(try await check(Self.broken, options).exitCode == exitCode)
    }

    @Test(arguments: [
        ("def f(:\n", Int32(1), "a.py:1: SyntaxError"),
        ("x = " + String(repeating: "1 + ", count: 1_500) + "1\n", 0, "nothing found"),
        ("x = " + String(repeating: "-", count: 100_000) + "1\n", 1, "a.py:1: "),
        (
            "x = " + String(repeating: "(", count: 150) + String(repeating: ")", count: 150) + "\n",
            0, "nothing found"
        ),
    ])
    func `code that is broken or odd gets a clear answer`(
        text: String, exitCode: Int32, says: String
    ) async throws {
        let run = try await check(text)

        #expect(run.exitCode == exitCode, "\(run.text.suffix(500))")
        #expect(run.output.contains(says))
    }

    @Test func `a folder stands for every Python file in it`() async throws {
        let scratch = try Scratch()
        try scratch.add("one.py", Self.broken)
        try scratch.add("inner/two.py", "x = 1\n")
        try scratch.add(".hidden/three.py", Self.broken)

        let run = try await ProgramRun.understudy(["."], command: "check", in: scratch.folder)

        #expect(run.output.contains("2 scripts looked at: 1 error."))
    }

    @Test func `a path that is not there is misuse`() async throws {
        let run = try await ProgramRun.understudy(["nowhere.py"], command: "check")

        #expect(run.exitCode == 2)
        #expect(run.text.contains("nowhere.py"))
    }

    @Test func `explain shows a rule's page, lists all, and refuses others`() async throws {
        let page = try await ProgramRun.understudy(["th206"], command: "explain")
        let list = try await ProgramRun.understudy([], command: "explain")
        let unknown = try await ProgramRun.understudy(["TH999"], command: "explain")

        #expect(page.output.hasPrefix("# TH206 JoinBeforeSignal"))
        #expect(list.output.contains("TH601  error"))
        #expect(unknown.exitCode == 2)
    }
}
