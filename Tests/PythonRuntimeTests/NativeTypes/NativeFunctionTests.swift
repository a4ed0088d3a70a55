import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct NativeFunctionTests {
    private final class Token {}

    init() throws { try PythonSuite.start() }

    @Test func `it has a name and a representation`() throws {
        let function = try PythonObject.function("shout", "text") { _ in .none }

        #expect(try function.attribute("__name__").text() == "shout")
        #expect(try function.representation() == "<built-in function shout>")
        #expect(function.isCallable)
    }

    @Test func `what its body keeps goes with it`() throws {
        weak var seen: Token?
        do {
            let token = Token()
            seen = token
            let function = try PythonObject.function("f") { _ throws(PythonError) in
                withExtendedLifetime(token) { .none }
            }
            try function.call()
        }

        #expect(seen == nil)
    }

    @Test func `its type makes no functions of its own`() throws {
        let function = try PythonObject.function("f") { _ in .none }
        let globals = try PythonSuite.globals()
        try globals.setItem("f", to: function)

        #expect(throws: PythonError.self) { try PythonSuite.evaluate("type(f)()", in: globals) }
    }

    @Test func `a function found on a class is not bound and a method is`() throws {
        let plain = try PythonObject.function("plain", "a=0") { call throws(PythonError) in call[0]
        }
        let globals = try PythonSuite.globals()
        try globals.setItem("plain", to: plain)
        try PythonSuite.run("class Holder:\n    f = plain\nvalue = Holder().f(5)", in: globals)

        #expect(try globals.item("value".python()).text() == "5")
    }

    @Test func `a body may call Python that calls it again`() throws {
        let globals = try PythonSuite.globals()
        let function = try PythonObject.function("f", "n, again") { call throws(PythonError) in
            let n = try call.int(0)
            return try n == 0 ? "end".python() : call[1].call((n - 1).python())
        }
        try globals.setItem("f", to: function)
        try PythonSuite.run("def again(n): return f(n, again)", in: globals)

        #expect(try PythonSuite.evaluate("again(50)", in: globals).text() == "end")
    }

    @Test func `recursion through Swift without end is a RecursionError`() throws {
        let globals = try PythonSuite.globals()
        let function = try PythonObject.function("f", "again") { call throws(PythonError) in
            try call[0].call()
        }
        try globals.setItem("f", to: function)
        try PythonSuite.run("def again(): return f(again)", in: globals)

        let error = try #require(throws: PythonError.self) {
            try PythonSuite.evaluate("again()", in: globals)
        }

        #expect(error.typeName == "RecursionError")
    }
}
