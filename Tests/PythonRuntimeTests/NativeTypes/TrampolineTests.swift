import PythonRuntime
import TestSupport
import Testing

/// What crosses the border twenty thousand times leaves nothing behind.
@MainActor @Suite(.serialized) struct TrampolineTests {
    private final class Counter {
        var value = 0
    }

    init() throws { try PythonSuite.start() }

    @Test func `twenty thousand uses of each kind leave the memory as it was`() throws {
        let globals = try crossing()
        let uses = [
            "value.number", "value.number = i", "value.method(i, b='x')", "value.chain()",
            "len(value)",
            "value['k']", "value == value", "function(i, *(1, 2), k=i)", "function", "made()()",
            "value.text", "caught(value.fail)", "caught(value.method)", "weak(value)", "through(i)",
            "instance().number",
        ]
        for use in uses {
            let script = """
                def cross(count):
                    for i in range(count): \(use)
                """
            try PythonSuite.run(script, in: globals)
            let cross = try globals.item("cross".python())
            try cross.call(2000.python())
            let before = try blocks()

            try cross.call(20_000.python())

            #expect(try blocks() < before + 500, "\(use)")
        }
    }

    @Test func `twenty thousand calls from Swift leave the memory as it was`() throws {
        let globals = try PythonSuite.run(
            """
            class Thing:
                a = 1
                def method(self, *arguments, **keywords): return arguments
                def fail(self): raise KeyError(self)
            thing = Thing()
            """)
        let thing = try globals.item("thing".python())
        typealias Use = @MainActor (Int) throws -> Void
        let uses: [Use] = [
            { _ in _ = try thing.attribute("a") },
            { index in try thing.setAttribute("b", to: index.python()) },
            { index in
                _ = try thing.callMethod("method", index.python(), keywords: [("k", "x".python())])
            },
            { _ in _ = try? thing.callMethod("fail") },
            { index in _ = try [index, 2].python().elements() },
            { index in _ = try ["k": index].python().pairs() },
            { _ in _ = try thing.attributeIfPresent("gone") },
            { _ in _ = PythonError(.valueError, "x").description },
            { _ in _ = try PythonSource("1", fileName: "x", kind: .expression).run(in: globals) },
        ]
        for (number, use) in uses.enumerated() {
            for index in 0..<1000 { try use(index) }
            let before = try blocks()

            for index in 0..<(number == uses.count - 1 ? 2_000 : 20_000) { try use(index) }

            #expect(try blocks() < before + 500, "use \(number)")
        }
    }

    /// How many blocks Python has allocated, garbage collected.
    private func blocks() throws -> Int {
        try PythonObject.module("gc").callMethod("collect")
        return try Int(python: PythonObject.module("sys").callMethod("getallocatedblocks"))
    }

    private func crossing() throws -> PythonObject {
        let type = try NativeType(
            "test.Crossing",
            members: [
                .property(
                    "number", get: { _ throws(PythonError) in try 1_000_000.python() },
                    set: { _, value throws(PythonError) in _ = try Int(python: value) }),
                .property(
                    "text", get: { _ throws(PythonError) in try "a text of some length".python() }),
                .method("method", "a, *, b=1") { call throws(PythonError) in call[0] },
                .method("chain") { call throws(PythonError) in call.owner },
                .method("fail") { _ throws(PythonError) in throw PythonError(.valueError, "no") },
                .method("__len__") { _ throws(PythonError) in try 3.python() },
                .method("__getitem__", "key") { call throws(PythonError) in call[0] },
                .method("__eq__", "other") { _ throws(PythonError) in .notImplemented },
            ])
        let globals = try PythonSuite.globals()
        try globals.setItem("value", to: type.instance(of: Counter()))
        let function = try PythonObject.function("function", "a, *rest, **more") {
            call throws(PythonError) in
            try PythonObject.tuple(call.rest + call.keywords.map(\.value))
        }
        try globals.setItem("function", to: function)
        let made = try PythonObject.function("made") { _ throws(PythonError) in
            try .function("inner") { _ throws(PythonError) in .none }
        }
        try globals.setItem("made", to: made)
        let instance = try PythonObject.function("instance") { _ throws(PythonError) in
            try type.instance(of: Counter())
        }
        try globals.setItem("instance", to: instance)
        let through = try PythonObject.function("through", "a") {
            [weak globals] call throws(PythonError) in
            try globals?.item("value".python()).callMethod("method", call[0]) ?? .none
        }
        try globals.setItem("through", to: through)
        try PythonSuite.run(
            """
            import weakref
            def weak(value): return weakref.ref(value)()
            def caught(call):
                try: call()
                except (ValueError, TypeError) as error: return error
            """, in: globals)
        return globals
    }
}
