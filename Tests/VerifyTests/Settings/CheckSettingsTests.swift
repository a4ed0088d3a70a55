import Foundation
import TestSupport
import Testing
import Verify

/// `[tool.understudy]` and the command line over it.
@MainActor @Suite(.serialized) struct CheckSettingsTests {
    private let folder: URL

    private static let script = """
        import threading
        def work():
            op('table1').appendRow([1])
        threading.Thread(target=work).start()
        """

    init() throws {
        try PythonSuite.start()
        folder = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID())")
        try add("inner/a.py", Self.script)
    }

    private func add(_ path: String, _ text: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func found(
        _ settings: String, select: String? = nil, ignore: String? = nil, advice: Bool = false
    ) throws -> [String] {
        try add("pyproject.toml", settings)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try Checking(
            [folder.path], select: select, ignore: ignore, showsAdvice: advice
        ).check.findings.map(\.rule).sorted()
    }

    @Test(
        arguments: [
            ("", ["TH101", "TH201"]), ("[tool.understudy]\nselect = ['TH2']\n", ["TH201"]),
            ("[tool.understudy]\nignore = ['WorkerNotDaemon']\n", ["TH101"]),
            ("[tool.understudy]\nselect = ['TH603']\n", ["TH603"]),
            ("[tool.understudy.per-file-ignores]\n'inner/*' = ['TH1']\n", ["TH201"]),
            ("[tool.understudy.per-file-ignores]\n'a.py' = ['TH101', 'TH201']\n", []),
            ("[tool.understudy.per-file-ignores]\n'b.py' = ['TH101']\n", ["TH101", "TH201"]),
            ("[tool.understudy]\nvenv = 'here'\n", ["TH101", "TH201"]),
        ] as [(String, [String])])
    func `settings choose rules`(settings: String, rules: [String]) throws {
        #expect(try found(settings) == rules)
    }

    @Test func `the command line comes before the settings, and advice is shown on demand`() throws
    {
        let settings = "[tool.understudy]\nselect = ['TH1']\nignore = ['TH201']\n"

        #expect(try found(settings, select: "TH2") == [])
        try add("inner/a.py", Self.script)
        #expect(try found(settings, select: "TH2", ignore: "TH1") == ["TH201"])
        try add("inner/a.py", Self.script)
        #expect(try found("", advice: true) == ["TH101", "TH201", "TH603"])
    }

    @Test func `the nearest file with the table counts`() throws {
        try add("inner/pyproject.toml", "[project]\nname = 'x'\n")
        #expect(try found("[tool.understudy]\nselect = ['TH101']\n") == ["TH101"])
        try add("inner/a.py", Self.script)
        try add("inner/pyproject.toml", "[tool.understudy]\nselect = ['TH201']\n")
        #expect(try found("[tool.understudy]\nselect = ['TH101']\n") == ["TH201"])
    }

    @Test(arguments: [
        ("[tool.understudy]\n\nselect = ['TH1', 'TH999']\n", 3, "There is no rule TH999."),
        ("[tool.understudy]\nselct = ['TH1']\n", 2, "has no setting selct"),
        ("[tool.understudy]\nselect = 'TH101'\n", 2, "select is no list of rules."),
        ("x = 1\n[tool.understudy]\nignore = [1]\n", 3, "ignore is no list of rules."),
        ("[tool.understudy]\nper-file-ignores = 1\n", 2, "no table"),
        ("x = 1\nx = \n", 2, "cannot be read"), ("[tool]\nunderstudy = 3\n", 2, "no table"),
    ])
    func `wrong settings are told with file and line`(
        settings: String, line: Int, says: String
    ) throws {
        let error = try #require(throws: (any Error).self) { try found(settings) }

        #expect("\(error)".contains("pyproject.toml:\(line): "), "\(error)")
        #expect("\(error)".contains(says), "\(error)")
    }
}
