import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct PythonExecutableTests {
    init() throws { try PythonSuite.start() }

    @Test func `the program for child processes is the one of the linked library`() throws {
        let globals = try PythonSuite.run(
            """
            import subprocess, sys
            told = subprocess.run(
                [sys.executable, '-I', '-c', 'import sys; print(sys.version, sys.prefix)'],
                capture_output=True, text=True).stdout.strip()
            own = f'{sys.version} {sys.prefix}'
            """)

        let told = try globals.item("told".python()).text()
        #expect(!told.isEmpty)
        #expect(try globals.item("own".python()).text() == told)
    }

    @Test func `the first program on PATH is not asked`() throws {
        let executable = try PythonSuite.evaluate("__import__('sys').executable").text()
        let version = Interpreter.version.split(separator: ".").prefix(2).joined(separator: ".")

        #expect(executable.hasSuffix("/bin/python\(version)"))
        #expect(!executable.contains("shims"))
    }
}
