import Foundation
import Testing

/// What is wrong gets one clear message with file and line, the right exit code, and never a crash.
@Suite struct BadInputTests {
    /// A project that cannot be run.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: [UInt8]
        let exitCode: Int32
        let says: String

        init(_ name: String, _ text: String, _ exitCode: Int32, _ says: String) {
            self.init(name, bytes: Array(text.utf8), exitCode, says)
        }

        init(_ name: String, bytes: [UInt8], _ exitCode: Int32, _ says: String) {
            self.name = name
            self.bytes = bytes
            self.exitCode = exitCode
            self.says = says
        }

        var testDescription: String { "\(name), \(says)" }
    }

    private static let deep = String(repeating: "(", count: 5000)
    private static let class9 =
        "# A\n\ntext\n\n```python\nclass A:\n\tdef __init__(self, ownerComp):\n\t\tself.x = 1\n"

    static let cases: [Case] = [
        Case("a.py", "x = 1\ndef f(:\n\tpass\n", 1, "a.py:2: this Python cannot be read: "),
        Case("a.py", "def f():\n\tx=1\n        y=2\n", 1, "a.py:3: this Python cannot be read: "),
        Case("a.md", class9 + "\t  self.y = 2\n```\n", 1, "a.md:9: this Python cannot be read: "),
        Case("a.md", class9 + "\t\tself.y =\n```\n", 1, "a.md:9: this Python cannot be read: "),
        Case("a.py", "x = \(deep)\n", 1, "a.py:1: this Python cannot be read: "),
        Case(
            "a.py", "x = " + String(repeating: "-", count: 200_000) + "1\n", 1,
            "a.py:1: this Python cannot be read: it is nested too deeply"),
        Case("a.py", "x = 1\ny = '\0'\n", 1, "a.py:2: this Python cannot be read: "),
        Case("a.py", "", 2, "a.py: The file is empty."),
        Case("a.md", "# Only words\n", 2, "a.md: The document has no Python code block."),
        Case("a.tdn", "", 2, "a.tdn: The file is empty."),
        Case("a.tdn", "operators: [\n", 2, "a.tdn:"),
        Case("a.tdn", "operators:\n  - name: b\n    type: fooCHOP\n", 2, "'fooCHOP'"),
        Case("a.tdn", String(repeating: "[", count: 100_000), 2, "a.tdn:1: Values are nested"),
        Case("a.py", bytes: Array("x = 1\n# caf".utf8) + [0xE9], 2, "a.py:2: The byte 0xE9"),
        Case("a.md", bytes: Array("# caf".utf8) + [0xE9, 10], 2, "a.md:1: The byte 0xE9"),
        Case("a.toe", bytes: [0, 1, 2], 2, "a.toe: This is a binary TouchDesigner file"),
        Case("a.mp4", "x", 2, "a.mp4: The file ends with .mp4, which is no project format."),
    ]

    @Test(arguments: cases)
    func `a broken file is told by name and line`(broken: Case) async throws {
        let scratch = try Scratch()
        try scratch.add(broken.name, bytes: broken.bytes)

        let run = try await ProgramRun.understudy([broken.name], in: scratch.folder)

        #expect(run.exitCode == broken.exitCode, "\(run.text)")
        #expect(run.errors.contains(broken.says), "\(run.text)")
        #expect(run.output == "")
    }

    @Test(arguments: ["gone.md", "gone/a.md", "", "fifo.py", "self.md", "empty", "/dev/null"])
    func `what is no project is refused`(target: String) async throws {
        let scratch = try Scratch()
        let path = scratch.folder.path
        mkfifo(path + "/fifo.py", 0o600)
        try FileManager.default.createDirectory(
            atPath: path + "/empty", withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: path + "/self.md", withDestinationPath: "self.md")

        let run = try await ProgramRun.understudy([target], in: scratch.folder, limit: 20)

        #expect(run.exitCode == 2, "\(run.text)")
        #expect(run.errors.hasPrefix("\(target): "), "\(run.text)")
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test func `a folder that contains itself is read once`() async throws {
        let scratch = try Scratch()
        try scratch.add("loop/execute1.py", "def onStart():\n\tprint('once')\n")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.folder.path + "/loop/again", withDestinationPath: ".")

        let run = try await ProgramRun.understudy(
            ["loop", "--frames", "1", "-q"], in: scratch.folder)

        #expect(run.exitCode == 0)
        #expect(run.output == "once\n")
    }

    @Test func `a callback that raises each frame is told once and counted`() async throws {
        let scratch = try Scratch()
        try scratch.add("a.py", "def onFrameStart(frame):\n\traise ValueError('no lamp')\n")

        let run = try await ProgramRun.understudy(
            ["a.py", "--frames", "20", "--format", "json"], in: scratch.folder)

        let failure = try #require(try Summary(run.output).failures.first)
        #expect(run.exitCode == 1)
        #expect(failure.count == 20)
        #expect(failure.place?.file == "a.py")
        #expect(failure.place?.line == 2)
        #expect(run.errors.components(separatedBy: "Traceback").count == 2)
    }

    @Test func `broken Python in a network's DAT is told with the file that holds it`()
        async throws
    {
        let scratch = try Scratch()
        try scratch.add("stage/execute1.py", "def onStart():\n\tif True\n\t\tpass\n")

        let run = try await ProgramRun.understudy(["stage", "--frames", "3"], in: scratch.folder)

        #expect(run.exitCode == 1)
        #expect(run.errors.contains("stage/execute1.py:2"), "\(run.text)")
    }

    @Test(arguments: [
        ("sys.exit(3)", 3, ""), ("sys.exit()", 0, ""), ("sys.exit('no lamp')", 1, "no lamp\n"),
    ])
    func `what a script asks of its exit is done`(
        call: String, code: Int32, says: String
    ) async throws {
        let scratch = try Scratch()
        try scratch.add("a.py", "import sys\n\(call)\nprint('not reached')\n")

        let run = try await ProgramRun.understudy(["a.py"], in: scratch.folder)

        #expect(run.exitCode == code)
        #expect(run.errors == says)
        #expect(!run.output.contains("not reached"))
    }

    @Test func `an exception in a thread is told with its line and fails the run`() async throws {
        let scratch = try Scratch()
        try scratch.add(
            "a.py",
            "import threading\ndef work():\n\traise OSError('no cable')\n"
                + "cable = threading.Thread(target=work, daemon=True, name='cable')\n"
                + "cable.start()\ncable.join()\n")

        let run = try await ProgramRun.understudy(["a.py", "--frames", "5"], in: scratch.folder)

        #expect(run.exitCode == 1, "\(run.text)")
        #expect(run.errors.contains("--> a.py:3 in work"))
        #expect(run.output.contains("cable: the thread failed: OSError: no cable at a.py:3"))
    }

    @Test func `paths beyond ASCII work in the C locale and without a home`() async throws {
        let scratch = try Scratch()
        let file = try scratch.add("été/pröjekt ☂.py", "print('héllo ☂')\n")

        let run = try await ProgramRun.understudy(
            [file.path, "--frames", "1", "-q"], environment: ["LC_ALL": "C"])

        #expect(run.exitCode == 0)
        #expect(run.output == "héllo ☂\n")
    }

    @Test func `what a script raises while it is imported is told, and not that it has no module`()
        async throws
    {
        let scratch = try Scratch()
        try scratch.add(
            "lamp.py",
            "import nowhere_at_all.lamp\nclass LampExt:\n\tdef __init__(self, me): pass\n")
        try scratch.add("stage/execute1.py", "def onStart():\n\tmod.other\n")
        try scratch.add("stage/other.py", "''.no_such_name\n")

        let one = try await ProgramRun.understudy(["lamp.py", "--frames", "1"], in: scratch.folder)
        let two = try await ProgramRun.understudy(["stage", "--frames", "1"], in: scratch.folder)

        #expect(one.errors.contains("ModuleNotFoundError: No module named 'nowhere_at_all'"))
        #expect(one.errors.contains("lamp.py:1"))
        #expect(!one.errors.contains("importlib"))
        #expect(two.errors.contains("'str' object has no attribute 'no_such_name'"))
    }

    @Test func `an AttributeError inside of a DAT keeps its own words`() async throws {
        let scratch = try Scratch()
        try scratch.add("stage/execute1.py", "def onStart():\n\top('other').module\n")
        try scratch.add("stage/other.py", "''.no_such_name\n")

        let run = try await ProgramRun.understudy(["stage", "--frames", "1"], in: scratch.folder)

        #expect(run.errors.contains("AttributeError: 'str' object has no attribute 'no_such_name'"))
        #expect(run.errors.contains("--> stage/other.py:1"), "\(run.errors)")
    }
}
