import ExtensionHost
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct FrameWatchTests {
    /// Joins a worker that ends once the watch has looked.
    private static let joins = """
        import threading, understudy_threads
        looked, plain = threading.Event(), understudy_threads.awaited
        def awaited():
            try: return plain()
            finally: looked.set()
        understudy_threads.awaited = awaited
        worker = threading.Thread(target=looked.wait, args=(20,), name='slow worker', daemon=True)
        worker.start()
        try: worker.join()
        finally: understudy_threads.awaited = plain
        """

    @Test func `a frame that stands still is told while it does, with what it waits for`() throws {
        let host = try RunningHost { $0.patienceWithFrames = 0.05 }
        try host.text("joins", Self.joins)
        try host.run("import threading; op('joins').run(delayFrames=2)")

        host.frames(4)

        let told = try #require(host.lines.first { $0.contains("/project1/joins:9 in <module>") })
        #expect(told.contains("stands still for 0.05 s: the main thread is "), "\(told)")
        #expect(told.contains("is making a delayed run() of /project1/joins"), "\(told)")
        #expect(told.contains("for the end of the thread slow worker"), "\(told)")
        let summary = host.host.end()
        #expect(summary.standstills.contains { $0.place?.contains("joins:9") == true })
        #expect(SummaryText(summary).lines.contains { $0.hasPrefix("  standstills ") })
    }

    @Test func `a frame that waits for a program is not given up`()
        throws
    {
        let host = try RunningHost {
            $0.patienceWithFrames = 0.05
            $0.patienceWithWaits = 0.2
        }
        var times = 0
        host.host.givesUp = { times += 1 }
        try host.text(
            "program",
            "import subprocess\nsubprocess.run(['sleep', '0.6'])\n")
        try host.run("op('program').run(delayFrames=1)")

        host.frames(3)

        #expect(times == 0)
    }
}
