import OperatorNetwork
import PythonRuntime
import TestSupport
import Testing

@testable import ExtensionHost

@MainActor @Suite(.serialized)
struct DebuggerTests {
    @Test(arguments: [
        ("counter.py", "/projects/lamp/counter.py"), ("/else/where.py", "/else/where.py"),
    ])
    func `code stands for the debugger where it stands in its file`(
        file: String, whole: String
    ) throws {
        let host = try RunningHost()
        let dat = try host.text("code", "\u{FEFF}def twice(x):\n    return 2 * x\n")
        dat.origin = SourceOrigin(file: file, line: 40)
        _ = host.evaluate("op('code').module")
        let source = PythonSource(dat.content?.text ?? "", fileName: dat.path)

        let placed = Debugger.place(source, in: "/projects/lamp")

        let globals = try PythonObject.dictionary()
        try placed.run(in: globals)
        let code = try globals.item("twice".python()).attribute("__code__")
        #expect(try code.attribute("co_filename").text() == whole)
        #expect(try Int(python: code.attribute("co_firstlineno")) == 40)
    }

    @Test func `code that stands in no file keeps the DAT's name`() throws {
        let host = try RunningHost()
        let dat = try host.text("code", "x = 1\n")
        _ = host.evaluate("op('code').module")

        let placed = Debugger.place(PythonSource("x = 1\n", fileName: dat.path), in: "/projects")

        #expect(placed.fileName == dat.path)
        #expect(placed.text == "x = 1\n")
    }

    @Test func `what a debugger looks at on a stopped thread is refused, but no fault`() throws {
        let host = try RunningHost()
        Debugger.isLetIn = true
        defer { Debugger.isLetIn = false }

        try host.check(
            """
            import threading
            scope, told, owner = {}, [], parent()
            text = 'def _do_wait_suspend(ask): return ask()'
            exec(compile(text, '/packages/pydevd.py', 'exec'), scope)
            def look():
                try: scope['_do_wait_suspend'](lambda: owner.path)
                except td.ThreadConflictError as error: told.append(str(error))
            thread = threading.Thread(target=look)
            thread.start()
            thread.join()
            assert 'a debugger read path of /project1 on a thread' in told[0], told
            """)

        #expect(host.host.end().faults.isEmpty)
    }
}
