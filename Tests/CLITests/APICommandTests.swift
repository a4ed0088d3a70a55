import Foundation
import Testing

@Suite struct APICommandTests {
    private static func api(_ arguments: String) async throws -> ProgramRun {
        try await .shell("\"$understudy\" api \(arguments)")
    }

    @Test func `the page tells classes, types and uses`() async throws {
        let page = try await Self.api("")

        #expect(page.exitCode == 0, "\(page.errors)")
        #expect(page.output.contains("Members of classes"))
        #expect(page.output.contains("all types"))
        #expect(page.output.contains("Uses in real scripts: "))
        #expect(page.output.contains("What is absent, and why"))
        #expect(!page.output.contains("without a reason"), "reasons.py is to tell it.")
        #expect(page.errors.isEmpty)
    }

    @Test func `a class is told member by member`() async throws {
        let page = try await Self.api("Cell")

        #expect(page.output.hasPrefix("Cell: "), "\(page.text)")
        #expect(page.output.contains("live\n"))
        #expect(page.output.contains("\n    val\n"))
    }

    @Test func `what does nothing without a screen is no part of what is live`() async throws {
        let page = try await Self.api("--json")

        let json = try JSONSerialization.jsonObject(with: Data(page.output.utf8))
        let fields = try #require(json as? [String: Any])
        let classes = try #require(fields["classes"] as? [String: [String: String]])
        for (owner, member) in [
            ("UI", "messageBox"), ("UI", "panes"), ("UI", "openTextport"), ("Pane", "owner"),
            ("OP", "openViewer"), ("Project", "windowDraw"), ("SysInfo", "GPUName"),
        ] { #expect(classes[owner]?[member] == "headless", "\(owner).\(member)") }
        #expect(classes["UI"]?["undo"] == "live" && classes["SysInfo"]?["ram"] == "live")
        let uses = try #require(fields["uses"] as? [String: Any])
        let weights = try #require(uses["weights"] as? [String: Double])
        let live = try #require(weights["live"])
        #expect((weights["headless"] ?? 0) > 100)
        #expect(live / weights.values.reduce(0, +) >= 0.95)
    }

    @Test func `JSON holds the grade of each member and the parameters of each type`() async throws
    {
        let page = try await Self.api("--json DAT tableDAT")

        let json = try JSONSerialization.jsonObject(with: Data(page.output.utf8))
        let fields = try #require(json as? [String: [String: [String: Any]]])
        #expect(fields["classes"]?["DAT"]?["numRows"] as? String == "live")
        let parameters = fields["types"]?["tableDAT"]?["parameters"] as? [String]
        #expect(parameters?.contains("fills0names") == true)
    }

    @Test func `a name that TouchDesigner does not document is refused`() async throws {
        let page = try await Self.api("noSuchTOP")

        #expect(page.exitCode == 2)
        #expect(page.errors.contains("no class or operator type called noSuchTOP"))
    }

    @Test func `the published page is what the program tells`() async throws {
        let page = try await Self.api("")
        let file = BuiltProgram.file("Sources/ExtensionHost/Documentation.docc/Coverage.md")

        let published = try String(contentsOf: file, encoding: .utf8)

        #expect(
            published.hasSuffix("```text\n\(page.output)```\n"),
            "What scripts can see has changed; 'make api' writes the page anew.")
    }

    @Test func `the published stubs are what the program tells`() async throws {
        let stubs = try await Self.api("--stubs")
        let file = BuiltProgram.file("python/td-stubs/td-stubs/__init__.pyi")

        let published = try String(contentsOf: file, encoding: .utf8)

        #expect(
            published == stubs.output,
            "What scripts can see has changed; 'make api' writes the stubs anew.")
    }

    @Test func `the stubs agree with the running program`() async throws {
        let found = try await ProgramRun.shell(
            "python3 -c 'import mypy, os, sys; print(os.path.dirname(os.path.dirname(mypy.__file__)),"
                + " sys.version_info[1], sep=chr(10))'")
        let words = found.output.split(separator: "\n").map(String.init)
        guard found.exitCode == 0, words.count == 2 else {
            print("stubtest did not run: this machine's python3 has no mypy.")
            return
        }
        let scratch = try Scratch()
        let packages = words[0]
        let stubs = BuiltProgram.file("python/td-stubs").path
        let script = try scratch.add(
            "stubs.py",
            """
            import os, shutil, sys
            # What is compiled of mypy fits the CPython it was installed for alone.
            if sys.version_info[1] != \(words[1]):
                sys.exit('stubtest did not run: this mypy is for CPython 3.\(words[1])')
            sys.path.append('\(packages)')
            shutil.copytree('\(stubs)/td-stubs', 'stubs/td')
            shutil.copytree('\(BuiltProgram.file("python/lib/tdu").path)', 'stubs/tdu')
            os.environ['MYPYPATH'] = 'stubs'
            from mypy import stubtest
            options = ['--ignore-disjoint-bases', '--allowlist', '\(stubs)/stubtest-allowlist.txt']
            print('stubtest says', stubtest.test_stubs(stubtest.parse_options([*options, 'td'])))
            """)

        let run = try await ProgramRun.understudy([script.path, "--frames", "1", "--quiet"])

        if run.text.contains("stubtest did not run: this mypy") {
            print("stubtest did not run: mypy is there for CPython 3.\(words[1]) alone.")
            return
        }
        #expect(run.output.hasSuffix("stubtest says 0\n"), "\(run.text)")
    }
}
