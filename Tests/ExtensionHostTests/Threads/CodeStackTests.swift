import ExtensionHost
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct CodeStackTests {
    /// Has a package start a thread, and then fail.
    private static let usesPackage = """
        text = '''
        import threading
        goes_on = threading.Event()
        def start():
            threading.Thread(target=run, args=(goes_on.wait,), name='inner', daemon=True).start()
        def run(call):
            call()
        def fail():
            raise ValueError('no')
        '''
        package = {}
        exec(compile(text, '/env/site-packages/package/client.py', 'exec'), package)
        package['start']()
        parent().store('goes_on', package['goes_on'])
        package['fail']()
        """

    @Test func `what a package does is told at the project's line that asked for it`() throws {
        let host = try RunningHost()
        try host.text("uses", Self.usesPackage)
        try host.run("op('uses').run(delayFrames=1)")

        host.frames(3)

        let summary = host.host.summary()
        let failure = try #require(summary.failures.first)
        #expect(failure.place?.file == "/project1/uses" && failure.place?.line == 15)
        let thread = try #require(summary.threads.first)
        #expect(thread.startedAt?.file == "/project1/uses" && thread.startedAt?.line == 13)
        // None of its calls is the project's, and where the package waits is better than nothing.
        let wait = try #require(thread.waitsAt.first)
        #expect(wait.hasPrefix("/env/site-packages/package/client.py:7 in run"), "\(wait)")
        try host.check("parent().fetch('goes_on').set()")
    }
}
