import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct DeferredReleaseTests {
    init() throws { try PythonSuite.start() }

    @Test func `an object let go without the GIL goes when the main thread drains`() throws {
        let globals = try finalising()
        let held = Held(try globals.item("Thing".python()).call())

        OtherThread.run { held.object = nil }
        let before = try globals.item("gone".python()).count()
        DeferredRelease.drain()

        #expect(before == 0)
        #expect(try globals.item("gone".python()).count() == 1)
    }

    @Test func `taking the GIL drains as well`() throws {
        let globals = try finalising()
        let held = Held(try globals.item("Thing".python()).call())
        OtherThread.run { held.object = nil }

        OtherThread.run { GIL.held {} }

        #expect(try globals.item("gone".python()).count() == 1)
    }

    @Test func `a thread that holds the GIL lets go at once`() throws {
        let globals = try finalising()
        let held = Held(try globals.item("Thing".python()).call())

        OtherThread.run { GIL.held { held.object = nil } }

        #expect(try globals.item("gone".python()).count() == 1)
    }

    @Test func `many threads let go of one object without losing a reference`() throws {
        let object = try PythonSuite.evaluate("object()")
        let before = try object.referenceCount
        // SAFETY: an address alone; the test keeps the object alive.
        let raw = UInt(bitPattern: object.unsafePointer)

        OtherThread.run(count: 8) { _ in
            var held: [PythonObject] = []
            GIL.held {
                for _ in 0..<500 {
                    // SAFETY: the test keeps the object alive.
                    if let pointer = UnsafeMutableRawPointer(bitPattern: raw) {
                        held.append(PythonObject(unsafeRetaining: pointer))
                    }
                }
            }
            held = []
        }
        let during = try object.referenceCount
        DeferredRelease.drain()

        #expect(during <= before + 4000)
        #expect(try object.referenceCount == before)
    }

    @Test func `a finaliser that lets more go without the GIL is drained too`() throws {
        let globals = try finalising()
        let held = Held(try globals.item("Thing".python()).call())
        let letGo = try PythonObject.function("let_go") { _ throws(PythonError) in
            OtherThread.run { held.object = nil }
            return .none
        }
        try globals.setItem("let_go", to: letGo)
        try PythonSuite.run("class Chain:\n    def __del__(self): let_go()", in: globals)
        let chain = Held(try globals.item("Chain".python()).call())
        OtherThread.run { chain.object = nil }

        DeferredRelease.drain()
        DeferredRelease.drain()

        #expect(try globals.item("gone".python()).count() == 1)
    }

    private func finalising() throws -> PythonObject {
        try PythonSuite.run(
            """
            gone = []
            class Thing:
                def __del__(self): gone.append(1)
            """)
    }
}
