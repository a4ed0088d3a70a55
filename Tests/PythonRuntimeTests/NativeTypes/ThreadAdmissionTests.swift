import PythonRuntime
import Synchronization
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct ThreadAdmissionTests {
    private final class Payload {}

    /// What a judge was asked about.
    private final class Asked: Sendable {
        let accesses = Mutex<[String]>([])
    }

    init() throws { try PythonSuite.start() }

    @Test func `another thread's use of a main-thread member is judged and refused`() throws {
        let asked = Asked()
        let errors = try fromAnotherThread(judge: { @Sendable access throws(PythonError) in
            let kind = "\(access.kind) \(access.member) \(access.object == nil ? "-" : "object")"
            asked.accesses.withLock { $0.append(kind) }
            throw PythonError(.runtimeError, "refused")
        })

        #expect(
            asked.accesses.withLock { $0 } == [
                "read value object", "write value object", "call method object",
                "call __len__ object", "call function -",
            ])
        #expect(errors == Array(repeating: "RuntimeError: refused", count: 5) + ["6", "7"])
    }

    @Test func `a judge that returns lets it pass`() throws {
        let results = try fromAnotherThread(judge: { @Sendable _ throws(PythonError) in })

        #expect(results == ["1", "set", "3", "4", "5", "6", "7"])
    }

    @Test func `the main thread is never judged`() throws {
        let globals = try globals()
        let before = ThreadAdmission.judge
        defer { ThreadAdmission.judge = before }
        ThreadAdmission.judge = { _ throws(PythonError) in throw PythonError(.runtimeError, "no") }

        #expect(try PythonSuite.evaluate("value.method()", in: globals).text() == "3")
    }

    private func fromAnotherThread(
        judge: @escaping (NativeAccess) throws(PythonError) -> Void
    ) throws -> [String] {
        let globals = try globals()
        let before = ThreadAdmission.judge
        defer { ThreadAdmission.judge = before }
        ThreadAdmission.judge = judge
        try PythonSuite.run(
            """
            import threading
            results = []
            def tries():
                for use in [lambda: value.value, lambda: setattr(value, 'value', 1),
                            lambda: value.method(), lambda: len(value), lambda: function(),
                            lambda: value.free, lambda: free()]:
                    try:
                        results.append(str(use() or 'set'))
                    except BaseException as error:
                        results.append(f'{type(error).__name__}: {error}')
            thread = threading.Thread(target=tries)
            thread.start()
            thread.join()
            """, in: globals)
        return try [String](python: globals.item("results".python()))
    }

    private func globals() throws -> PythonObject {
        let type = try NativeType(
            "test.Guarded",
            members: [
                .property(
                    "value", get: { _ throws(PythonError) in try 1.python() },
                    set: { _, _ throws(PythonError) in }),
                .method("method") { _ throws(PythonError) in try 3.python() },
                .method("__len__") { _ throws(PythonError) in try 4.python() },
                .property("free", thread: .any, get: { _ throws(PythonError) in try 6.python() }),
            ])
        let globals = try PythonSuite.globals()
        try globals.setItem("value", to: type.instance(of: Payload()))
        try globals.setItem(
            "function",
            to: .function("function") { _ throws(PythonError) in
                try 5.python()
            })
        try globals.setItem(
            "free",
            to: .function("free", thread: .any) { _ throws(PythonError) in
                try 7.python()
            })
        return globals
    }
}
