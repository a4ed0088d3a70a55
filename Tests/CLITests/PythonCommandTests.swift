import Foundation
import Testing

@testable import CLI

/// The program as a Python of its own, and as that of a project's children.
@Suite struct PythonCommandTests {
    private func python(_ arguments: [String], in folder: URL? = nil) async throws -> ProgramRun {
        try await ProgramRun.understudy(
            arguments, command: "python", in: folder ?? BuiltProgram.repository)
    }

    private static let lines: [(words: [String], expected: [String]?)] = [
        (["python", "-c", "1"], ["-c", "1"]), (["python"], []), (["-c", "1"], ["-c", "1"]),
        (["-m", "pip", "list"], ["-m", "pip", "list"]), (["-"], ["-"]),
        (["Package.swift", "a"], nil), (["run", "x.py"], nil), (["--version"], nil), (["-h"], nil),
        (["help"], nil), (["nothing.py"], nil), ([], nil),
    ]

    @Test(arguments: lines)
    func `a command line is Python's or ours`(words: [String], expected: [String]?) {
        let isFile = words.first == "Package.swift"
        let words = isFile ? [BuiltProgram.file("Package.swift").path] + words.dropFirst() : words

        #expect(PythonCommand.commandLine(words) == (isFile ? words : expected))
    }

    @Test func `code, a module and a script run as Python runs them`() async throws {
        let scratch = try Scratch()
        try scratch.add("told.py", "import sys\nprint(sys.argv, __name__)\nsys.exit(3)\n")

        let code = try await python(["-I", "-c", "import sys; print(sys.flags.isolated)"])
        let module = try await python(["-m", "told", "a"], in: scratch.folder)
        let script = try await python(["told.py", "b"], in: scratch.folder)

        #expect(code.output == "1\n")
        #expect(code.exitCode == 0)
        #expect(module.output.hasSuffix("told.py', 'a'] __main__\n"))
        #expect(script.output == "['told.py', 'b'] __main__\n")
        #expect(script.exitCode == 3)
    }

    @Test func `an exception has Python's traceback and exit code`() async throws {
        let run = try await python(["-c", "1 / 0"])

        #expect(run.exitCode == 1)
        #expect(run.errors.hasSuffix("ZeroDivisionError: division by zero\n"), "\(run.errors)")
    }

    @Test func `module td is there, and operators are where the project runs`() async throws {
        let run = try await python(
            ["-c", "import td, tdu; print(tdu.clamp(5, 0, 1), td.COMP); td.absTime.frame"])

        #expect(run.output == "1 <class 'td.COMP'>\n")
        #expect(run.errors.contains("No project is running in this process"), "\(run.errors)")
    }

    @Test func `its own children are the same Python`() async throws {
        let scratch = try Scratch()
        try scratch.add(
            "pool.py",
            """
            import multiprocessing, sys
            def square(number):
                import td
                return number * number
            if __name__ == '__main__':
                with multiprocessing.get_context('spawn').Pool(2) as pool:
                    print(pool.map(square, range(4)))
            """)

        let run = try await python(["pool.py"], in: scratch.folder)

        #expect(run.output == "[0, 1, 4, 9]\n", "\(run.text)")
    }

    @Test func `a project's sys.executable is a Python that has td`() async throws {
        let scratch = try Scratch()
        try scratch.add(
            "a.py",
            """
            import subprocess, sys
            child = [sys.executable, '-c', 'import td; print(td.isMainThread())']
            print('child says', subprocess.run(child, capture_output=True, text=True).stdout)
            """)

        let run = try await ProgramRun.understudy(["a.py", "--frames", "1"], in: scratch.folder)

        #expect(run.output.contains("child says True"), "\(run.text)")
    }
}
