import Foundation
import TestSupport
import Testing

/// Extensions made anew many times while their workers live.
@MainActor @Suite(.serialized) struct ReinitTests {
    /// `make stress` asks for 10,000.
    private static let count =
        ProcessInfo.processInfo.environment["UNDERSTUDY_REINITS"].flatMap { Int($0) } ?? 100

    private static let service = """
        import queue, socket, threading
        class Service:
            def __init__(self, ownerComp):
                self.ownerComp, self.lines, self.ended = ownerComp, queue.Queue(), threading.Event()
                self.sock = socket.create_server(('127.0.0.1', 0))
                for work in (self.wait, self.accept):
                    threading.Thread(target=work, name='of a service', daemon=True).start()
            def wait(self):
                while not self.ended.wait(20): self.lines.put('late')
            def accept(self):
                try: self.sock.accept()
                except OSError: pass
            def onDestroyTD(self):
                self.ended.set()
                try: self.sock.shutdown(socket.SHUT_RDWR)
                except OSError: pass
                self.sock.close()

        """

    /// Threads, open sockets, Python's objects, and the memory in use.
    ///
    /// The sockets are Python's own: other tests open files of this process at the same time.
    private static let census = """
        import gc, os, socket, sys, threading
        def census():
            workers = [one for one in threading.enumerate() if one.name == 'of a service']
            for worker in workers: worker.join(20)
            alive = sum(worker.is_alive() for worker in workers)
            del workers
            gc.collect()
            objects = gc.get_objects()
            sockets = [one for one in objects if type(one) is socket.socket and one.fileno() >= 0]
            return alive, len(sockets), len(objects)
        def memory():
            if not os.path.exists('/proc/self/statm'): return 0
            with open('/proc/self/statm') as file: return int(file.read().split()[1]) * 4
        """

    @Test func `threads, sockets, objects and memory are what they were after many re-inits`()
        throws
    {
        let host = try RunningHost()
        try host.component("server", extension: "Service", Self.service)
        try host.text("census", Self.census)
        func reinitialise(_ times: Int) {
            for _ in 0..<times {
                host.evaluate("op('server').par.reinitextensions.pulse()")
                host.frames(1)
            }
        }
        func count() throws -> [Int] {
            // The last one's workers live on; they are counted without.
            host.evaluate("op('server').ext.Service.onDestroyTD()")
            host.frames(2)
            let text = try #require(host.evaluate("(*mod.census.census(), mod.census.memory())"))
            return text.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
        }
        // What is remembered of ended threads is bounded; the bound is reached first.
        reinitialise(120)
        let before = try count()

        reinitialise(Self.count)
        let after = try count()

        print(
            "\(Self.count) re-inits: threads, sockets, objects and kB \(before) before, \(after) after"
        )
        #expect(before[0] == 0 && after[0] == 0)
        #expect(after[1] <= before[1])
        #expect(after[2] - before[2] < 200)
        #expect(after[3] - before[3] < 4096 + Self.count / 10)
        #expect(host.errors == [])
    }

    @Test func `an old module's names live as long as a thread that uses them`() throws {
        let host = try RunningHost()
        try host.component(
            "server", extension: "Late",
            """
            import queue, threading
            from queue import Empty
            class Late:
                def __init__(self, ownerComp):
                    self.go, self.told = threading.Event(), []
                    self.worker = threading.Thread(target=self.work, daemon=True)
                    self.worker.start()
                def work(self):
                    self.go.wait(20)
                    try: queue.Queue().get_nowait()
                    except Empty: self.told.append('found its name')

            """)
        try host.run(
            "import builtins; builtins.late = op('server').ext.Late\n"
                + "op('server/Late').text = 'class Late:\\n    def __init__(self, ownerComp): pass\\n'"
        )
        host.frames(2)

        host.evaluate("late.go.set() or late.worker.join(20)")

        #expect(host.evaluate("late.told") == "['found its name']")
    }
}
