import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct InterpreterTests {
    init() throws { try PythonSuite.start() }

    @Test func `a second start is refused with a sentence`() throws {
        let error = try #require(throws: InterpreterError.self) { try Interpreter.start() }

        #expect(error.description == "Python is running in this process already.")
        #expect(Interpreter.isRunning)
    }

    @Test func `the version is the one that Python tells`() throws {
        let told = try PythonSuite.evaluate("__import__('platform').python_version()").text()

        #expect(Interpreter.version == told)
    }

    @Test func `site that is imported later is there as if it had been from the start`() throws {
        let script = """
            import subprocess, sys
            found = 'site' in sys.modules and callable(exit) and not sys.flags.no_site
            heirs = '-S' not in subprocess._args_from_interpreter_flags()
            """

        let globals = try PythonSuite.run(script)

        #expect(try globals.value(forKey: "found")?.isTrue() == true)
        #expect(try globals.value(forKey: "heirs")?.isTrue() == true)
    }

    @Test func `the main thread is the one that threading takes for it`() throws {
        let script = """
            import threading
            same = threading.current_thread() is threading.main_thread()
            """

        #expect(Interpreter.isMainThread)
        #expect(try PythonSuite.run(script).value(forKey: "same")?.isTrue() == true)
    }
}
