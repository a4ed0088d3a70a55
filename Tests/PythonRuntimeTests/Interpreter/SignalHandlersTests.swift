import Foundation
import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct SignalHandlersTests {
    init() throws { try PythonSuite.start() }

    @Test func `what a pending handler raises is thrown, once`() throws {
        try PythonSuite.run(
            """
            import signal
            def stop(number, frame):
                raise TimeoutError('too late')
            signal.signal(signal.SIGUSR1, stop)
            """)
        defer {
            _ = try? PythonSuite.run("import signal; signal.signal(signal.SIGUSR1, signal.SIG_DFL)")
        }
        raise(SIGUSR1)

        let error = try #require(throws: PythonError.self) { try SignalHandlers.callPending() }

        #expect(error.description == "TimeoutError: too late")
        #expect(throws: Never.self) { try SignalHandlers.callPending() }
    }
}
