import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct PythonErrorTests {
    init() throws { try PythonSuite.start() }

    @Test func `an exception through Swift and back is the same object with its traceback`() throws
    {
        let pass = try PythonObject.function("through", "inner") { call throws(PythonError) in
            try call[0].call()
        }
        let globals = try PythonSuite.globals()
        try globals.setItem("through", to: pass)
        try PythonSuite.run(
            """
            first = ValueError('one')
            def inner():
                raise first
            try:
                through(inner)
            except ValueError as error:
                same = error is first
                import traceback
                names = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
            """, in: globals)

        #expect(try globals.item("same".python()).isTrue())
        #expect(try [String](python: globals.item("names".python())) == ["<module>", "inner"])
    }

    @Test func `a Swift error is a Python exception that Swift gets back`() throws {
        let error = PythonError(.keyError, "gone")
        let fail = try PythonObject.function("fail") { _ throws(PythonError) in throw error }
        let call = try PythonSuite.evaluate("lambda f: f()")

        let caught = try #require(throws: PythonError.self) { try call.call(fail) }

        #expect(caught.exception.isIdentical(to: error.exception))
        #expect(caught.description == "KeyError: 'gone'")
        #expect(caught.traceback.frames.map(\.function) == ["<lambda>"])
    }

    @Test func `an exception raised by Swift while another is handled knows that one`() throws {
        let fail = try PythonObject.function("fail") { _ throws(PythonError) in
            throw PythonError(.runtimeError, "second")
        }
        let globals = try PythonSuite.globals()
        try globals.setItem("fail", to: fail)
        let script = """
            try:
                1 / 0
            except ZeroDivisionError:
                fail()
            """

        let error = try #require(throws: PythonError.self) {
            try PythonSuite.run(script, in: globals)
        }

        let context = try error.exception.attribute("__context__")
        #expect(try context.type.attribute("__name__").text() == "ZeroDivisionError")
    }

    @Test func `an exception on its way through Swift keeps its own context and cause`() throws {
        let pass = try PythonObject.function("through", "inner") { call throws(PythonError) in
            try call[0].call()
        }
        let globals = try PythonSuite.globals()
        try globals.setItem("through", to: pass)
        try PythonSuite.run(
            """
            def inner():
                try:
                    {}['k']
                except KeyError as error:
                    raise ValueError('outer') from error
            try:
                try:
                    1 / 0
                except ZeroDivisionError:
                    through(inner)
            except ValueError as error:
                chain = [type(error.__cause__).__name__, type(error.__context__).__name__,
                         type(error.__context__.__context__).__name__]
            """, in: globals)

        #expect(
            try [String](python: globals.item("chain".python()))
                == ["KeyError", "KeyError", "ZeroDivisionError"])
    }

    @Test func `the handled exception raised again gets no circle`() throws {
        let pass = try PythonObject.function("again", "error") { call throws(PythonError) in
            throw PythonError(exception: call[0])
        }
        let globals = try PythonSuite.globals()
        try globals.setItem("again", to: pass)
        let script = """
            try:
                1 / 0
            except ZeroDivisionError as error:
                again(error)
            """

        let error = try #require(throws: PythonError.self) {
            try PythonSuite.run(script, in: globals)
        }

        #expect(error.typeName == "ZeroDivisionError")
        #expect(try error.exception.attribute("__context__").isNone)
    }

    @Test func `an exception raised as a class is an instance when Swift has it`() throws {
        let error = try #require(throws: PythonError.self) {
            try PythonSuite.run("import os\nos.stat('/no/such/file/at/all')")
        }
        let bare = try #require(throws: PythonError.self) { try PythonSuite.run("raise KeyError") }

        #expect(try error.exception.attribute("errno").text() == "2")
        #expect(error.typeName == "FileNotFoundError")
        #expect(bare.description == "KeyError")
    }

    @Test func `an exception whose text raises still has a description`() throws {
        let error = try #require(throws: PythonError.self) {
            try PythonSuite.run(
                """
                class Shy(Exception):
                    def __str__(self): raise ValueError
                raise Shy
                """)
        }

        #expect(error.description == "Shy: <the exception's __str__ raised>")
    }

    @Test func `an exception class that refuses a message reports its refusal`() throws {
        let strict = try made(
            "Strict", by: "class Strict(Exception):\n    def __init__(self): pass")

        let error = PythonError(strict, "message")

        #expect(error.isKind(of: .typeError))
    }

    @Test func `what is no exception becomes a TypeError that can be raised`() throws {
        let fail = try PythonObject.function("fail") { _ throws(PythonError) in
            throw PythonError(exception: try 1.python())
        }

        let error = try #require(throws: PythonError.self) { try fail.call() }
        let made = PythonError(try PythonSuite.evaluate("int"), "7")

        #expect(error.message == "exceptions must derive from BaseException, not int")
        #expect(made.isKind(of: .typeError))
    }

    @Test func `kinds include subclasses`() throws {
        let error = try #require(throws: PythonError.self) { try PythonSuite.run("f(") }

        #expect(error.isKind(of: .syntaxError))
        #expect(!error.isKind(of: .typeError))
    }
}
