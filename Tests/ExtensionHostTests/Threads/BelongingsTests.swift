import ExtensionHost
import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct BelongingsTests {
    /// A component whose extension starts something and, where `ending` says how, ends it.
    private func host(_ starting: String, ending: String = "pass") throws -> RunningHost {
        let host = try RunningHost()
        host.evaluate("setattr(__import__('understudy_belongings'), 'grace', 0)")
        try host.component(
            "server", extension: "ServerExt",
            """
            import socket, subprocess, sys, threading
            class ServerExt:
                def __init__(self, ownerComp):
                    self.ended = threading.Event()
                    self.start()
                def start(self):
                    \(starting)
                def work(self):
                    self.ended.wait(20)
                def onDestroyTD(self):
                    \(ending)
            """)
        host.frames(1)
        host.evaluate("op('server').ext.ServerExt and None")
        return host
    }

    private let thread =
        "self.worker = threading.Thread(target=self.work, name='worker', daemon=True);"
        + " self.worker.start()"

    private func reinitialise(_ host: RunningHost) {
        host.evaluate("op('server').par.reinitextensions.pulse()")
        host.frames(2)
    }

    private func told(_ host: RunningHost) -> [String] {
        host.lines.filter { $0.contains("without ending") }
    }

    @Test func `a thread that outlives its extension is told with the line that started it`() throws
    {
        let host = try host(thread)

        reinitialise(host)

        #expect(
            told(host) == [
                "[understudy] ServerExt of /project1/server was torn down in frame 1 without ending "
                    + "the thread worker, started in frame 1 at /project1/server/ServerExt:7 in start. "
                    + "onDestroyTD is the place to end it."
            ])
    }

    @Test func `of many threads of one line three are told by name, the others by number`() throws {
        let host = try host(
            "self.gate = threading.Event(); [threading.Thread(target=self.gate.wait, name=f'n{i}',"
                + " daemon=True).start() for i in range(9)]")

        reinitialise(host)

        let told = told(host)
        #expect(told.count == 4)
        #expect(told.dropLast().map { $0.contains("the thread n") } == [true, true, true])
        #expect(told.last?.contains("without ending 6 more threads, started ") == true, "\(told)")
    }

    @Test func `a thread that onDestroyTD ends is not told`() throws {
        let host = try host(thread, ending: "self.ended.set(); self.worker.join()")

        reinitialise(host)

        #expect(told(host) == [])
    }

    @Test func `a thread started by the extension's thread belongs to it as well`() throws {
        let host = try host(
            "self.up = threading.Event(); threading.Thread(target=self.more, name='outer').start();"
                + " self.up.wait(10)\n    def more(self): threading.Thread(target=__import__('time')"
                + ".sleep, args=(20,), name='inner', daemon=True).start(); self.up.set()")

        reinitialise(host)

        #expect(told(host).contains { $0.contains("the thread inner") })
    }

    @Test func `a thread left behind is told in the summary with the extension it had`() throws {
        let host = try host(thread)
        reinitialise(host)

        let summary = host.host.end()

        let left = try #require(summary.threads.first { $0.ownerEndedFrame != nil })
        #expect(left.owner == "ServerExt of /project1/server")
        #expect(
            SummaryText(summary).lines.contains {
                $0.contains(
                    "still alive, though ServerExt of /project1/server was torn down in frame 1")
            })
    }

    @Test func `an extension's own port that is taken is told with its holder`() throws {
        let host = try host(
            "self.sock = socket.socket(); globals().setdefault('kept', []).append(self.sock);"
                + " self.sock.bind(('127.0.0.1', globals().get('port', 0)));"
                + " globals().setdefault('port', self.sock.getsockname()[1])")

        reinitialise(host)

        #expect(
            host.lines.contains {
                $0.contains(
                    "is taken by ServerExt of /project1/server, which bound it in frame 1 at")
                    && $0.contains("and has not closed it")
            })
    }

    @Test func `a port that onDestroyTD frees is bound again and nobody is told`() throws {
        let host = try host(
            "self.sock = socket.socket(); self.sock.bind(('127.0.0.1', globals().get('port', 0)));"
                + " globals().setdefault('port', self.sock.getsockname()[1])",
            ending: "self.sock.close()")

        reinitialise(host)

        #expect(!host.lines.contains { $0.hasPrefix("[understudy]") })
        #expect(host.errors == [])
    }

    @Test func `a process left behind is told, and asked to end with the run`() throws {
        let host = try host("self.child = subprocess.Popen(['sleep', '60'])")
        reinitialise(host)
        try host.run(
            "import builtins; builtins.kept = op('server').ext.ServerExt.child")

        let children = host.host.end().children

        #expect(told(host).contains { $0.contains("(sleep 60)") })
        #expect(children.map(\.command) == ["sleep 60", "sleep 60"])
        #expect(try PythonSuite.evaluate("kept.wait(10)").text() == "-15")
    }

    @Test func `a detached process is told and left alone`() throws {
        let host = try host(
            "self.child = subprocess.Popen(['sleep', '60'], start_new_session=True)")
        try host.run("import builtins; builtins.kept = op('server').ext.ServerExt.child")

        let children = host.host.end().children

        #expect(children.map(\.isDetached) == [true])
        #expect(try PythonSuite.evaluate("kept.poll()").isNone)
        _ = try PythonSuite.evaluate("kept.kill() or kept.wait()")
    }

    @Test func `an exception in a thread counts also where the project has a hook of its own`()
        throws
    {
        let host = try RunningHost()
        try host.run(
            """
            import threading
            heard, before = [], threading.excepthook
            threading.excepthook = lambda told: heard.append(told.exc_type.__name__)
            worker = threading.Thread(target=lambda: 1 / 0, name='divides')
            worker.start()
            worker.join()
            threading.excepthook = before
            print(heard)
            """)

        #expect(host.lines.contains("['ZeroDivisionError']"))
        #expect(host.host.end().failures.map(\.source) == ["divides"])
    }

    @Test func `idle workers of an executor keep nobody from ending`() throws {
        let host = try RunningHost { $0.gracePeriod = 5 }
        try host.run(
            """
            import builtins
            from concurrent.futures import ThreadPoolExecutor
            builtins.pool = ThreadPoolExecutor(2)
            print(pool.submit(sum, [1, 2]).result())
            """)

        let summary = host.host.end()

        #expect(summary.stranded.map(\.name) == [])
        // The next project in this process has executors again.
        let next = try RunningHost()
        try next.run("from concurrent.futures import ThreadPoolExecutor; ThreadPoolExecutor(1)")
        next.evaluate(
            "print(__import__('concurrent.futures').futures.ThreadPoolExecutor(1).submit(int).result())"
        )
        #expect(next.errors == [])
    }
}
