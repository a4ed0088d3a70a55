import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct PythonSourceTests {
    init() throws { try PythonSuite.start() }

    @Test func `a script runs in its globals and an expression has a value`() throws {
        let globals = try PythonSuite.globals()

        let nothing = try PythonSource("a = 3", fileName: "x").run(in: globals)
        let value = try PythonSource("a * 2", fileName: "x", kind: .expression).run(in: globals)

        #expect(nothing.isNone)
        #expect(try value.text() == "6")
    }

    @Test func `a syntax error tells file, line and text`() throws {
        let source = PythonSource("a = 1\n\nif True\n    pass\n", fileName: "/project1/text1")

        let error = try #require(throws: PythonError.self) { try source.compile() }

        #expect(error.isKind(of: .syntaxError))
        #expect(try error.exception.attribute("lineno").text() == "3")
        #expect(try error.exception.attribute("filename").text() == "/project1/text1")
        #expect(try error.exception.attribute("text").text() == "if True\n")
    }

    @Test func `a null character is refused with the file's name`() throws {
        let error = try #require(throws: PythonError.self) {
            try PythonSource("a = 1\0", fileName: "text1").compile()
        }

        #expect(
            error.description == "ValueError: the source of text1 holds a null character")
    }

    @Test func `an encoding named in the text changes nothing`() throws {
        let text = "# -*- coding: latin-1 -*-\na = 'ä'\n"

        let globals = try PythonSuite.run(text)

        #expect(try globals.item("a".python()).text() == "ä")
    }

    @Test(arguments: ["\u{FEFF}a = 1", "a = 1\r\nb = 2\r\n", "", "# only this", "\n\n  \n"])
    func `texts as editors leave them compile`(text: String) throws {
        _ = try PythonSource(text, fileName: "x").compile()
    }

    @Test(arguments: [" 1 + 1", "\t1 + 1", "1 + 1 \n", "(1\n+ 1)"])
    func `an expression may have blanks around it, as for eval`(text: String) throws {
        let source = PythonSource(text, fileName: "x", kind: .expression)

        #expect(try source.run(in: PythonSuite.globals()).text() == "2")
    }

    @Test(arguments: ["", "a = 1", "1; 2", "import os"])
    func `a statement is no expression`(text: String) throws {
        let error = try #require(throws: PythonError.self) {
            try PythonSource(text, fileName: "x", kind: .expression).compile()
        }

        #expect(error.isKind(of: .syntaxError))
    }

    @Test func `brackets nested without end are an error and no crash`() throws {
        let text = String(repeating: "(", count: 100_000)

        #expect(throws: PythonError.self) {
            try PythonSource(text, fileName: "x", kind: .expression).compile()
        }
    }

    @Test func `future imports of one text do not reach the next`() throws {
        try PythonSuite.run("from __future__ import annotations")

        let globals = try PythonSuite.run("def f(a: 1 + 1): pass\nseen = f.__annotations__['a']")

        #expect(try globals.item("seen".python()).isInt)
    }

    @Test func `a module is imported by its dotted name`() throws {
        #expect(try PythonObject.module("os.path").attribute("join").isCallable)

        let error = try #require(throws: PythonError.self) {
            try PythonObject.module("no_such_module_here")
        }
        #expect(error.typeName == "ModuleNotFoundError")
    }

    @Test func `a new module is known to nobody`() throws {
        let module = try PythonObject.newModule("fresh")

        #expect(module.isModule)
        #expect(try module.moduleDictionary().item("__name__".python()).text() == "fresh")
        let known = try PythonObject.module("sys").attribute("modules")
        #expect(throws: PythonError.self) { try known.item("fresh".python()) }
    }
}
