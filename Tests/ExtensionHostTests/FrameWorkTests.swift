import ExtensionHost
import Foundation
import TestSupport
import Testing

/// Code of the project that Python calls while the host itself is at work.
@MainActor @Suite(.serialized) struct FrameWorkTests {
    private static func handler(_ statement: String) -> String {
        """
        import signal, sys
        def handle(number, frame):
            \(statement)
        signal.signal(signal.SIGUSR1, handle)
        """
    }

    @Test func `what a signal handler raises between two frames is told`() throws {
        let host = try RunningHost()
        try host.check(Self.handler("raise TimeoutError('too late')"))
        defer { signal(SIGUSR1, SIG_DFL) }
        raise(SIGUSR1)

        host.frames(2)

        #expect(host.errors.contains { $0.hasSuffix("code between two frames failed in frame 1") })
        #expect(host.errors.contains { $0.contains("TimeoutError: too late") })
        #expect(host.evaluate("absTime.frame") == "2")
    }

    @Test func `a signal handler that calls sys.exit between two frames ends the run`() throws {
        let host = try RunningHost()
        try host.check(Self.handler("sys.exit(7)"))
        defer { signal(SIGUSR1, SIG_DFL) }
        raise(SIGUSR1)

        host.frames(5)

        #expect(host.evaluate("absTime.frame") == "1")
        #expect(host.host.end().exitCode == 7)
    }

    @Test func `what a trace function raises in the host's own code is told`() throws {
        let host = try RunningHost()
        try host.check("import sys; sys.settrace(lambda *call: 1 / 0)")

        host.frames(1)

        #expect(host.errors.contains { $0.contains("ZeroDivisionError") })
    }
}
