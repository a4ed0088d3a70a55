import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct ExceptionTypeTests {
    init() throws { try PythonSuite.start() }

    @Test(arguments: ExceptionType.allCases)
    func `each case is the built-in class of its name`(type: ExceptionType) throws {
        let name = try type.object.attribute("__name__").text()

        #expect(name.lowercased() == "\(type)".lowercased())
        #expect(try PythonSuite.evaluate(name).isIdentical(to: type.object))
    }

    @Test func `a script with builtins of its own gets the same classes`() throws {
        let fail = try PythonObject.function("fail") { _ throws(PythonError) in
            throw PythonError(.valueError, "bare")
        }
        let globals = try PythonObject.dictionary()
        try globals.setItem("__builtins__", to: .dictionary())
        try globals.setItem("fail", to: fail)

        let error = try #require(throws: PythonError.self) {
            try PythonSource("fail()", fileName: "bare", kind: .expression).run(in: globals)
        }

        #expect(error.description == "ValueError: bare")
    }
}
