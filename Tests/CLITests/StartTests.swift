import Foundation
import Testing

/// What a run starts with, seen by the project itself in a process of its own.
@Suite struct StartTests {
    /// What CPython brings into memory before it runs anything, in any of its versions.
    private static let pythonsOwn: Set = [
        "__main__", "_abc", "_codecs", "_frozen_importlib", "_frozen_importlib_external", "_imp",
        "_io", "_signal", "_thread", "_warnings", "_weakref", "abc", "builtins", "codecs",
        "encodings", "encodings.aliases", "encodings.utf_8", "io", "marshal", "posix", "sys",
        "time", "zipimport",
    ]

    /// Names no name that could make the host prepare anything for it.
    private static let modulesInFrame1 = """
        class Lamp:
        \tdef __init__(self, ownerComp):
        \t\tself.lit = 0
        \tdef CheckLamp(self):
        \t\timporter = print.__self__.__loader__.find_spec.__func__.__globals__
        \t\tfor name in importer['sys'].modules:
        \t\t\tprint(name)
        """

    @Test func `the first frame needs few modules more than Python itself`() async throws {
        let file = try Scratch().add("lamp.py", Self.modulesInFrame1)

        let run = try await ProgramRun.understudy([file.path, "--frames", "1", "-q"])

        let modules = Set(run.output.split(separator: "\n").map(String.init))
        let ours = modules.subtracting(Self.pythonsOwn).filter { !$0.hasPrefix("/project1/") }
        #expect(run.exitCode == 0)
        #expect(ours == ["_symtable", "td", "understudy_glance"], "\(run.text)")
    }

    @Test func `a script that looks finds what Python itself starts with`() async throws {
        let scratch = try Scratch()
        let file = try scratch.add(
            "look.py",
            """
            import subprocess, sys
            own = "import sys; print([sys.path, sys.flags, sys.prefix])"
            python = f'{sys.prefix}/bin/python{sys.version_info[0]}.{sys.version_info[1]}'
            told = subprocess.run(
                [python, '-I', '-X', 'utf8', '-c', own], capture_output=True, text=True)
            ours = str([sys.path[1:-1], sys.flags, sys.prefix])
            print('same' if ours == told.stdout.strip() else (ours, told))
            print(sys.path[-1], subprocess._args_from_interpreter_flags())
            """)

        let run = try await ProgramRun.understudy([file.path, "--frames", "1", "-q"])

        #expect(run.output == "same\n\(scratch.folder.path) ['-I']\n", "\(run.text)")
    }

    @Test(arguments: [
        "exit(7)", "quit(7)", "eval('exit')(7)", "exec('exit(7)', {})",
        "globals()['__builtins__']['exit'](7)",
        "__builtins__['exit'](7)", "__import__('sys').exit(7)", "sys.exit(7)",
        "def end():\n\texit(7)\nend()", "[exit(code) for code in [7]]",
    ])
    func `a script has the names that site gives without an import`(text: String) async throws {
        let file = try Scratch().add("a.py", text + "\n")

        let run = try await ProgramRun.understudy([file.path, "--frames", "1", "-q"])

        #expect(run.exitCode == 7, "\(run.text)")
    }

    @Test func `a thread is remembered from the frame that imports threading`() async throws {
        let file = try Scratch().add(
            "a.py",
            """
            def onFrameStart(frame):
            \tif frame == 3:
            \t\timport threading
            \t\tthreading.Thread(target=len, args=('',), name='late').start()
            """)

        let run = try await ProgramRun.understudy([
            file.path, "--frames", "5", "--format", "json",
        ])

        let summary = try Summary(run.output)
        #expect(summary.threads.map(\.name) == ["late"], "\(run.text)")
        #expect(summary.threads.first?.startedFrame == 3)
    }
}
