import PythonRuntime
import Synchronization
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct GILTests {
    private struct Stop: Error {}

    init() throws { try PythonSuite.start() }

    @Test func `the main thread holds it, except inside of released`() {
        let inside = GIL.released { GIL.isHeld }

        #expect(!inside)
        #expect(GIL.isHeld)
    }

    @Test func `another thread holds it only inside of held`() {
        let seen = Mutex<[Bool]>([])

        OtherThread.run {
            let before = GIL.isHeld
            let inside = GIL.held { GIL.held { GIL.isHeld } }
            let after = GIL.isHeld
            seen.withLock { $0 = [before, inside, after] }
        }

        #expect(seen.withLock { $0 } == [false, true, false])
    }

    @Test func `an error leaves both as they were before`() throws {
        #expect(throws: Stop.self) { try GIL.released { () throws(Stop) in throw Stop() } }
        #expect(GIL.isHeld)
        #expect(throws: Stop.self) { try GIL.held { () throws(Stop) in throw Stop() } }
        #expect(GIL.isHeld)
    }

    @Test func `what was let go is taken back by hand`() {
        let released = GIL.letGo()
        let inside = GIL.isHeld
        released.takeBack()

        #expect(!inside)
        #expect(GIL.isHeld)
    }

    @Test func `many threads take turns and lose nothing`() throws {
        let list = try PythonObject.list()

        OtherThread.run(count: 8) { number in
            for _ in 0..<200 {
                GIL.held { _ = try? list.callMethod("append", number.python()) }
                GIL.held { GIL.released { _ = GIL.isHeld } }
            }
        }

        #expect(try list.count() == 1600)
    }

    @Test func `a Python thread runs while the main thread waits released`() throws {
        let globals = try PythonSuite.run(
            "import threading\ndone = threading.Event()\nthreading.Thread(target=done.set).start()")
        let done = try globals.item("done".python())

        #expect(try done.callMethod("wait", 10.python()).isTrue())
    }

    @Test func `who hurries leaves the others' turns as they were, and also when it fails`() throws
    {
        let sys = try PythonObject.module("sys")
        // The interval is the process's, and tests beside this one hurry too: one look may see theirs.
        func isAsEver() throws -> Bool {
            for _ in 0..<1000 {
                let interval = try Double(python: sys.callMethod("getswitchinterval"))
                if interval > 0.001 { return true }
            }
            return false
        }

        #expect(GIL.hurrying { GIL.isHeld })
        #expect(try isAsEver())
        #expect(throws: Stop.self) { try GIL.hurrying { () throws(Stop) in throw Stop() } }
        #expect(try isAsEver())
    }

    @Test func `a subinterpreter makes no thread a holder`() throws {
        let script = """
            import sys
            name = '_interpreters' if sys.version_info >= (3, 13) else '_xxsubinterpreters'
            interpreters = __import__(name)
            interpreters.destroy(interpreters.create())
            """
        try PythonSuite.run(script)
        let seen = Mutex<Bool?>(nil)

        OtherThread.run { seen.withLock { $0 = GIL.isHeld } }

        #expect(seen.withLock { $0 } == false)
        #expect(GIL.isHeld)
    }
}
