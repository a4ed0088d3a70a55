import Foundation
import Testing

@testable import CLI

/// Runs with the packages of a virtual environment.
@Suite struct EnvironmentTests {
    /// A folder with an environment of the program's own Python in `env`, and a project that uses it.
    private func scratch(importing module: String) async throws -> Scratch {
        let scratch = try Scratch()
        try scratch.add(
            "a.py", "import sys\nimport \(module)\nprint('found', \(module).__name__, sys.prefix)\n"
        )
        let made = try await ProgramRun.understudy(
            ["-m", "venv", "--without-pip", "env"], command: "python", in: scratch.folder)
        try #require(made.exitCode == 0, "\(made.text)")
        return scratch
    }

    private func packages(_ scratch: Scratch) throws -> URL {
        let library = scratch.folder.appendingPathComponent("env/lib")
        let version = try #require(
            try FileManager.default.contentsOfDirectory(atPath: library.path).first)
        return library.appendingPathComponent(version).appendingPathComponent("site-packages")
    }

    @Test func `a package of the environment is imported, by the project and by its children`()
        async throws
    {
        let scratch = try await scratch(importing: "only_here")
        try Data("".utf8).write(to: try packages(scratch).appendingPathComponent("only_here.py"))
        try scratch.add(
            "b.py",
            "import subprocess, sys\n"
                + "print(subprocess.run([sys.executable, '-c', 'import only_here; print(\"child too\")'], "
                + "capture_output=True, text=True))\n")

        let run = try await ProgramRun.understudy(
            ["a.py", "--venv", "env", "--frames", "1"], in: scratch.folder)
        let child = try await ProgramRun.understudy(
            ["b.py", "--venv", "env", "--frames", "1"], in: scratch.folder)
        let elsewhere = try await ProgramRun.understudy(
            [
                scratch.folder.lastPathComponent + "/a.py", "--venv",
                scratch.folder.lastPathComponent + "/env", "--frames", "1",
            ],
            in: scratch.folder.deletingLastPathComponent())
        let without = try await ProgramRun.understudy(
            ["a.py", "--frames", "1"], in: scratch.folder)

        #expect(run.output.contains("found only_here"), "\(run.text)")
        #expect(child.output.contains("child too"), "\(child.text)")
        #expect(elsewhere.output.contains("found only_here"), "\(elsewhere.text)")
        #expect(without.text.contains("No module named 'only_here'"))
    }

    #if os(Linux)
    private static let lamp = """
        import threading
        import only_here
        class Lamp:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp
            def Start(self):
                threading.Thread(target=self.work, daemon=True).start()
            def work(self):
                self.value = only_here.light(self.ownerComp)
        """

    @Test func `what is verified and replayed imports from it as well, once for all schedules`()
        async throws
    {
        let scratch = try await scratch(importing: "sys")
        let module = try packages(scratch).appendingPathComponent("only_here.py")
        let text = "open('imports', 'a').write('.')\ndef light(comp): return comp.name\n"
        try Data(text.utf8).write(to: module)
        try scratch.add("lamp.py", Self.lamp)

        let run = try await ProgramRun.understudy(
            ["lamp.py", "--venv", "env", "--frames", "8", "--schedules", "40"],
            command: "verify", in: scratch.folder, limit: 120)
        let imports = try Data(contentsOf: scratch.folder.appendingPathComponent("imports")).count
        let again = try await ProgramRun.understudy(
            ["lamp-1.tdsched"], command: "replay", in: scratch.folder)
        let without = try await ProgramRun.understudy(
            ["lamp.py", "--frames", "8", "--schedules", "1", "--replays", "none"],
            command: "verify", in: scratch.folder)

        #expect(run.exitCode == 1)
        #expect(run.text.contains("touches /project1/lamp .name"), "\(run.text)")
        #expect(!run.text.contains("only_here'"), "\(run.text)")
        // Three rehearsals and the process that all schedules come from.
        #expect(imports == 4)
        #expect(again.exitCode == 1, "\(again.text)")
        #expect(again.output.contains("touches /project1/lamp .name"), "\(again.text)")
        #expect(without.text.contains("No module named 'only_here'"), "\(without.text)")
    }

    @Test func `a package that starts a thread does so in each schedule`() async throws {
        let scratch = try await scratch(importing: "sys")
        let module = try packages(scratch).appendingPathComponent("only_here.py")
        let text = """
            import threading
            def light(comp): return 1
            threading.Thread(target=light, args=(0,)).start()
            """
        try Data(text.utf8).write(to: module)
        try scratch.add("lamp.py", Self.lamp)

        let run = try await ProgramRun.understudy(
            [
                "lamp.py", "--venv", "env", "--frames", "4", "--preemptions", "1",
                "--scenarios", "own", "--replays", "none",
            ], command: "verify", in: scratch.folder, limit: 120)

        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.output.contains("Proved: no defect in all schedules with up to 1 preemption"))
    }
    #endif

    @Test func `packages of conda's environment come before those of the linked Python`()
        async throws
    {
        let scratch = try Scratch()
        let version = try await ProgramRun.understudy(
            ["-c", "import sys; print('%d.%d' % sys.version_info[:2], end='')"],
            command: "python", in: scratch.folder
        ).output
        let packages = "conda/envs/show/lib/python\(version)/site-packages"
        try scratch.add("conda/envs/show/conda-meta/history", "")
        try scratch.add("\(packages)/only_here.py", "import colorsys")
        try scratch.add("\(packages)/colorsys.py", "raise SystemExit(9)")
        try scratch.add(
            "TDPyEnvManagerContext.yaml", "mode: Conda Env\nenvName: show\ninstallPath: conda\n")
        try scratch.add(
            "a.py",
            """
            import only_here, subprocess, sys
            helper = app.pyEnvHelper
            print(helper.mode, helper.envName, helper.installPath.name, helper.envPath.name)
            words = [sys.executable, '-c', 'import only_here; print("child too")']
            print(subprocess.run(words, capture_output=True, text=True).stdout)
            """)

        let run = try await ProgramRun.understudy(["a.py", "--frames", "1"], in: scratch.folder)

        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.output.contains("Conda Env show conda show\nchild too"), "\(run.text)")
    }

    @Test
    func `its debugger is waited for before the project is loaded, and sees the project's files`()
        async throws
    {
        let scratch = try await scratch(importing: "sys")
        let debugger = """
            def listen(address):
                print('listens', address)
                return address[0], 4711
            def wait_for_client():
                print('waits')
            """
        try Data(debugger.utf8).write(
            to: try packages(scratch).appendingPathComponent("debugpy.py"))
        try scratch.add(
            "lamp.py",
            """
            import sys
            print('loaded')
            class Lamp:
                def __init__(self, ownerComp):
                    code = sys._getframe().f_code
                    print(f'{code.co_filename}:{code.co_firstlineno}')
            """)

        let run = try await ProgramRun.understudy(
            ["lamp.py", "--venv", "env", "--debugger", "0", "--frames", "1"], in: scratch.folder)

        let place = scratch.folder.appendingPathComponent("lamp.py").path
        let words = ["listens ('127.0.0.1', 0)", "waits", "loaded", "\(place):4"]
        let said = run.output.split(separator: "\n").map(String.init)
        #expect(said.filter { words.contains($0) } == words, "\(run.text)")
        #expect(run.output.contains("A debugger may attach to 127.0.0.1:4711"))
        #expect(run.exitCode == 0)
    }

    @Test func `one without a debugger ends the run that waits for it, with what to install`()
        async throws
    {
        let scratch = try await scratch(importing: "sys")
        try Data("raise ModuleNotFoundError(\"No module named 'debugpy'\")".utf8).write(
            to: try packages(scratch).appendingPathComponent("debugpy.py"))

        let run = try await ProgramRun.understudy(
            ["a.py", "--venv", "env", "--debugger", "0"], in: scratch.folder)

        #expect(run.exitCode == 2)
        #expect(run.errors.contains("debugpy is not installed"), "\(run.text)")
        #expect(run.errors.contains("--venv"))
        #expect(!run.output.contains("found"))
    }

    @Test func `one that is asked for and cannot be used ends the run with what to do`()
        async throws
    {
        let scratch = try Scratch()
        try scratch.add("a.py", "print('ran')\n")
        try scratch.add(".venv/pyvenv.cfg", "version = 2.7.18\n")

        let asked = try await ProgramRun.understudy(
            ["a.py", "--venv", ".venv", "--frames", "1"], in: scratch.folder)
        let beside = try await ProgramRun.understudy(["a.py", "--frames", "1"], in: scratch.folder)

        #expect(asked.exitCode == 2)
        #expect(asked.errors.contains("is made for Python 2.7, and this program carries 3."))
        #expect(beside.exitCode == 0)
        #expect(beside.text.contains("The run goes on without it."))
    }

    @Test func `numpy is imported from an environment`() async throws {
        let scratch = try await scratch(importing: "numpy")
        let target = try packages(scratch).path
        let installed = try await ProgramRun.shell(
            "python3 -m pip install -q "
                + "--disable-pip-version-check --only-binary :all: --target '\(target)' "
                + "--python-version $(basename $(dirname '\(target)') | tr -d a-z) numpy",
            in: scratch.folder, limit: 120)
        guard installed.exitCode == 0 else {
            print("numpy cannot be had here, so it is not tried: \(installed.text.suffix(200))")
            return
        }

        let run = try await ProgramRun.understudy(
            [
                "a.py", "--venv", "env", "--frames", "1", "--print",
                "__import__('numpy').arange(3).sum()",
            ],
            in: scratch.folder)

        #expect(run.output.contains("found numpy"), "\(run.text)")
        #expect(run.output.contains(".sum() = 3"), "\(run.text)")
    }
}
