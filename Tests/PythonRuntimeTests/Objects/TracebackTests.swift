import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct TracebackTests {
    init() throws { try PythonSuite.start() }

    @Test func `frames are outermost first with file, line and function`() throws {
        let source = PythonSource(
            "def inner():\n    1 / 0\n\ninner()", fileName: "/project1/text1")

        let error = try #require(throws: PythonError.self) {
            try source.run(in: PythonSuite.globals())
        }

        #expect(
            error.traceback.frames == [
                .init(file: "/project1/text1", line: 4, function: "<module>"),
                .init(file: "/project1/text1", line: 2, function: "inner"),
            ])
    }

    @Test func `an exception that was never raised has no frames`() throws {
        #expect(PythonError(.valueError, "calm").traceback.frames.isEmpty)
    }

    @Test func `a recursion's traceback has every frame`() throws {
        let error = try #require(throws: PythonError.self) {
            try PythonSuite.run("def down(n): return down(n - 1) if n else 1 / 0\ndown(400)")
        }

        #expect(error.traceback.frames.count == 402)
    }

    @Test func `the frames of a running call are read through f_back`() throws {
        let globals = try PythonSuite.run(
            """
            import sys
            def inner(): return sys._getframe()
            def outer():
                return inner()
            frame = outer()
            """)

        let frames = Traceback(ofFrame: try globals.item("frame".python())).frames

        #expect(frames.last?.function == "inner")
        #expect(frames.allSatisfy { $0.line >= 0 })
    }
}
