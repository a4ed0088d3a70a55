import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct NativeCallTests {
    init() throws { try PythonSuite.start() }

    @Test(arguments: [
        ("a, b=2, *, c='x'", "f(1)", "1 2 'x'"),
        ("a, b=2, *, c='x'", "f(1, 3, c=4)", "1 3 4"),
        ("a, b=2, *, c='x'", "f(b=5, a=6)", "6 5 'x'"),
        ("a=None, b=True, *, c=-1.5", "f()", "None True -1.5"),
        ("a=?, b=False, *, c=0", "f()", "- False 0"),
        ("a=?, b=False, *, c=0", "f(None)", "None False 0"),
    ])
    func `arguments reach their parameters`(
        signature: String, call: String, shown: String
    ) throws {
        let show = try PythonObject.function("f", signature) { call throws(PythonError) in
            var words: [String] = []
            for index in 0..<3 { words.append(try call.given(index)?.representation() ?? "-") }
            return try words.joined(separator: " ").python()
        }

        #expect(try evaluate(call, show).text() == shown)
    }

    @Test func `the rest and the keywords are collected in order`() throws {
        let show = try PythonObject.function("f", "a, *rest, b=0, **more") {
            call throws(PythonError) in
            let rest = try call.rest.map { object throws(PythonError) in try object.text() }
            let more = try call.keywords.map { pair throws(PythonError) in
                "\(pair.name)=\(try pair.value.text())"
            }
            return try "\(rest) \(more) \(try call[1].text())".python()
        }

        #expect(
            try evaluate("f(1, 2, 3, z=4, b=5, y=6)", show).text()
                == #"["2", "3"] ["z=4", "y=6"] 5"#)
        #expect(try evaluate("f(a=1)", show).text() == "[] [] 0")
    }

    @Test(arguments: [
        ("a", "f()", "f() missing required argument: 'a'"),
        ("a, *, b", "f(1)", "f() missing required argument: 'b'"),
        ("a", "f(1, 2)", "f() takes at most 1 positional arguments (2 given)"),
        ("", "f(1)", "f() takes at most 0 positional arguments (1 given)"),
        ("*, a", "f(1)", "f() takes at most 0 positional arguments (1 given)"),
        ("a", "f(1, a=2)", "f() got multiple values for argument 'a'"),
        ("a=1", "f(b=2)", "f() got an unexpected keyword argument 'b'"),
    ])
    func `a call that does not fit is refused`(
        signature: String, call: String, message: String
    ) throws {
        let function = try PythonObject.function("f", signature) { _ in .none }

        let error = try #require(throws: PythonError.self) { try evaluate(call, function) }

        #expect(error.description == "TypeError: \(message)")
    }

    @Test func `arguments are read as Swift values or refused`() throws {
        let function = try PythonObject.function("f", "s, i, d, b") { call throws(PythonError) in
            try "\(call.string(0)) \(call.int(1)) \(call.double(2)) \(call.bool(3))".python()
        }

        #expect(try evaluate("f('a', 2, '3.5', [])", function).text() == "a 2 3.5 false")
        for call in ["f(1, 2, 3, 4)", "f('', 'x', 3, 4)", "f('', 2, 'x', 4)", "f('', 2**70, 3, 4)"]
        {
            #expect(throws: PythonError.self) { try evaluate(call, function) }
        }
    }

    @Test func `an argument beyond the parameters is None`() throws {
        let function = try PythonObject.function("f", "a") { call throws(PythonError) in call[7] }

        #expect(try evaluate("f(1)", function).isNone)
    }

    private func evaluate(_ call: String, _ function: PythonObject) throws -> PythonObject {
        let globals = try PythonSuite.globals()
        try globals.setItem("f", to: function)
        return try PythonSuite.evaluate(call, in: globals)
    }
}
