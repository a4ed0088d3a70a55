import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct SignatureTests {
    init() throws { try PythonSuite.start() }

    @Test(arguments: [
        ("", "()"), ("a", "(a)"), ("a, b=1", "(a, b=1)"),
        ("a, *, b=None", "(a, *, b=None)"), ("*rest, b=True, **more", "(*rest, b=True, **more)"),
        ("a=?", "(a=None)"), ("s='a, b'", "(s='a, b')"), ("x=-1.5", "(x=-1.5)"),
    ])
    func `inspect reads it as it was written`(signature: String, shown: String) throws {
        let function = try PythonObject.function("f", signature) { _ in .none }
        let inspect = try PythonObject.module("inspect")

        #expect(try inspect.callMethod("signature", function).text() == shown)
    }

    @Test func `a method's signature hides the object it is called on`() throws {
        let type = try NativeType(
            "test.T",
            members: [.method("m", "a, b=2") { call throws(PythonError) in call[0] }])
        let method = try type.instance(of: Payload()).attribute("m")
        let inspect = try PythonObject.module("inspect")

        #expect(try inspect.callMethod("signature", method).text() == "(a, b=2)")
        #expect(
            try inspect.callMethod("signature", type.object.attribute("m")).text()
                == "(self, /, a, b=2)")
    }

    @Test(arguments: [
        ("a=b", "'a=b'"), ("a=[]", "'a=[]'"), ("a='x", "'a='x'"), ("a b", "'a b'"), ("a,,b", "''"),
        ("1a", "'1a'"), ("a=nan", "'a=nan'"),
    ])
    func `what is no signature is refused with its reason`(text: String, named: String) throws {
        let error = try #require(throws: PythonError.self) { try Signature(text) }
        let function = try PythonObject.function("f", text) { _ in .none }

        #expect(error.isKind(of: .systemError))
        #expect(error.message.hasPrefix(named))
        #expect(throws: PythonError.self) { try function.call() }
    }

    private final class Payload {}
}
