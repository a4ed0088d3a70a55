import Foundation
import Testing

@Suite struct ProjectRunTests {
    /// Lists the text of every Text DAT that came from the document, as JSON.
    private static let texts =
        "__import__('json').dumps([d.text for d in op('/project1').findChildren(type=textDAT)])"

    @Test func `the document runs its three patterns and ends with 0`() async throws {
        // On a machine that does much else the worker takes several times the usual 120 frames.
        let run = try await ProgramRun.understudy(
            [
                "python/document/td-threading.md", "--frames", "1200", "--format", "json",
                "--print", "op('/project1/queue_and_poll/table1')[0, 0].val", "--print", Self.texts,
            ])
        let summary = try Summary(run.output)

        #expect(run.exitCode == 0, "\(run.text)")
        #expect(summary.value("op('/project1/queue_and_poll/table1')[0, 0].val") == "41538")
        #expect(run.errors.contains("[serve-all] all services are up"))
        #expect(run.errors.contains("[web_server] is_active is True"))
        #expect(run.errors.contains("[PythonWebServer] No server to stop!"))
        #expect(summary.exitCode == 0)
    }

    @Test func `what runs are the document's blocks, byte for byte`() async throws {
        try await expectSameBytes(BuiltProgram.file("python/document/td-threading.md"))
    }

    @Test func `the seed document runs with default wiring, byte for byte`() async throws {
        let seed = BuiltProgram.file("../shared/seeds/td-threading.md").standardized
        guard FileManager.default.fileExists(atPath: seed.path) else {
            print("The seed document was not run: ../shared/seeds/td-threading.md is not here.")
            return
        }

        try await expectSameBytes(seed)
    }

    @Test func `what is read is not changed by a run`() async throws {
        let scratch = try Scratch()
        let text = "class A:\r\n\tdef __init__(self, ownerComp):\r\n\t\tself.é = '\u{2028}'"
        let file = try scratch.add("lamp.py", text)

        let run = try await ProgramRun.understudy([
            file.path, "--frames", "2", "--format", "json", "--print",
            "op('/project1/lamp/A').text.encode().hex()",
        ])

        let summary = try Summary(run.output)
        #expect(run.exitCode == 0, "\(run.text)")
        #expect(
            summary.value("op('/project1/lamp/A').text.encode().hex()")
                == text.utf8.map { String(format: "%02x", $0) }.joined())
        #expect(try Data(contentsOf: file) == Data(text.utf8))
    }

    @Test func `a guard that aborts ends the run at the first conflict and tells it once`()
        async throws
    {
        let file = try Scratch().add(
            "a.py",
            """
            import threading
            def touch():
            \top('table1')
            toucher = threading.Thread(target=touch)
            toucher.start()
            toucher.join()
            print('the run went on')
            """)

        let run = try await ProgramRun.understudy([file.path, "--guard", "abort", "--forever"])

        #expect(run.exitCode == 10)
        #expect(run.errors.components(separatedBy: "THREAD CONFLICT").count == 2)
        #expect(!run.output.contains("the run went on"))
    }

    @Test func `project.save() writes the file that the project came from`() async throws {
        let scratch = try Scratch()
        let text = """
            format: tdn
            version: '2.0'
            network_path: /project1
            type: baseCOMP
            operators:
            - name: save
              type: executeDAT
              parameters: {start: true}
              dat_content: |
                def onStart():
                    op('/project1').create(textDAT, 'made')
                    project.save()

            """
        let file = try scratch.add("project.tdn", text)

        let run = try await ProgramRun.understudy([scratch.folder.path, "--frames", "2"])

        #expect(run.exitCode == 0, "\(run.text)")
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        #expect(names == ["project.tdn"])
        let saved = try String(contentsOf: file, encoding: .utf8)
        #expect(saved.hasPrefix(text.trimmingCharacters(in: .newlines)), "\(saved)")
        #expect(saved.contains("name: made"))
    }

    private func expectSameBytes(_ document: URL) async throws {
        let blocks = PythonBlocks.all(in: try String(contentsOf: document, encoding: .utf8))

        let run = try await ProgramRun.understudy([
            document.path, "--format", "json", "--print", Self.texts,
        ])

        #expect(run.exitCode == 0, "\(run.text)")
        let summary = try Summary(run.output)
        let value = try #require(summary.value(Self.texts))
        let texts = try JSONDecoder().decode([String].self, from: Data(value.utf8))
        #expect(blocks.count == 3)
        for block in blocks {
            #expect(texts.contains { Array($0.utf8) == Array(block.utf8) })
        }
    }

    @Test func `a frame that is late for the GIL names the thread that had it, and its line`()
        async throws
    {
        let file = try Scratch().add(
            "sorter.py",
            """
            import random, threading

            class SorterExt:
                def __init__(self, ownerComp: baseCOMP):
                    self.ownerComp = ownerComp
                def StartWork(self):
                    threading.Thread(target=self.work, name='sorter', daemon=True).start()
                def work(self):
                    numbers = [random.random() for _ in range(300_000)]
                    while True:
                        sorted(numbers)
            """)

        let run = try await ProgramRun.understudy([file.path, "--seconds", "3", "--format", "json"])

        let holdUps = try Summary(run.output).holdUps
        let place = "\(file.path):11 in work (/project1/sorter/SorterExt)"
        let sorting = try #require(holdUps.first { $0.place == place }, "\(run.text)")
        #expect(sorting.thread == "sorter")
        #expect(sorting.seconds > 0.25 / 60)
        #expect(sorting.count > 0)
        #expect(run.exitCode == 0)
    }

    // A process of its own: beside other tests there is always something that works.
    @Test func `on virtual time a frame that waits while nothing works ends the run, and is told`()
        async throws
    {
        let file = try Scratch().add(
            "waits.py",
            """
            import threading

            class WaitExt:
                def __init__(self, ownerComp: baseCOMP):
                    self.ownerComp = ownerComp
                def CheckResults(self):
                    threading.Event().wait()
            """)

        let run = try await ProgramRun.understudy([file.path, "--clock", "virtual"])

        let told = "Frame 1 waits, and for 20.0 s nothing in this process has worked"
        #expect(run.text.contains(told), "\(run.text)")
        #expect(run.text.contains("waits.py:7 in CheckResults"))
        #expect(run.exitCode == 1)
    }
}
