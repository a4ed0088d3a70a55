import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct PythonObjectCallsTests {
    private let globals: PythonObject

    init() throws {
        try PythonSuite.start()
        globals = try PythonSuite.run(
            """
            def show(*arguments, **keywords): return f'{arguments} {keywords}'
            def fail(): raise LookupError('nowhere')
            """)
    }

    @Test func `arguments and keywords arrive in order`() throws {
        let show = try globals.item("show".python())

        let none = try show.call()
        let both = try show.call(
            1.python(), "a".python(), keywords: [("z", .none), ("ü", true.python())])

        #expect(try none.text() == "() {}")
        #expect(try both.text() == "(1, 'a') {'z': None, 'ü': True}")
    }

    @Test func `many arguments are one array`() throws {
        let show = try globals.item("show".python())
        let many = try (0..<1000).map { number throws(PythonError) in try number.python() }

        let text = try show.call(arguments: many).text()

        #expect(text.hasSuffix("998, 999) {}"))
    }

    @Test func `a method is called with arguments and keywords`() throws {
        let text = try "a-b-c".python()

        #expect(try text.callMethod("split", "-".python()).count() == 3)
        #expect(
            try text.callMethod("split", "-".python(), keywords: [("maxsplit", 1.python())])
                .representation() == "['a', 'b-c']")
    }

    @Test func `what the call raised is thrown`() throws {
        let fail = try globals.item("fail".python())

        let raised = try #require(throws: PythonError.self) { try fail.call() }
        let refused = try #require(throws: PythonError.self) { try fail.call(1.python()) }
        let noCall = try #require(throws: PythonError.self) { try 1.python().call() }

        #expect(raised.description == "LookupError: nowhere")
        #expect(refused.isKind(of: .typeError))
        #expect(noCall.message == "'int' object is not callable")
    }

    @Test func `a keyword given twice is refused`() throws {
        let dict = try PythonSuite.evaluate("lambda a: a")

        #expect(throws: PythonError.self) {
            try dict.call(1.python(), keywords: [("a", 2.python())])
        }
    }
}
