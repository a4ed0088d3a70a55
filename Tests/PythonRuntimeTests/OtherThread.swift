import Foundation
import PythonRuntime

/// A thread that Python did not start, for tests of what such threads may do.
enum OtherThread {
    /// Runs `body` on a new thread and waits for it without holding the GIL.
    static func run(_ body: @escaping @Sendable () -> Void) {
        let done = DispatchSemaphore(value: 0)
        Thread {
            body()
            done.signal()
        }.start()
        GIL.released { done.wait() }
    }

    /// Runs `body` on several new threads at once and waits for all of them.
    static func run(count: Int, _ body: @escaping @Sendable (_ number: Int) -> Void) {
        let done = DispatchSemaphore(value: 0)
        for number in 0..<count {
            Thread {
                body(number)
                done.signal()
            }.start()
        }
        GIL.released { for _ in 0..<count { done.wait() } }
    }
}
