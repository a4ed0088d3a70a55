import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct TDResourcesTests {
    /// Runs frames until something holds; 20 seconds of them at most.
    private func framesUntil(_ host: RunningHost, _ condition: String) -> Bool {
        for _ in 0..<1_200 {
            if host.evaluate(condition) == "True" { return true }
            host.frames(1)
        }
        return host.evaluate(condition) == "True"
    }

    /// A module with what the tests hand to threads; `seen` is what the hooks heard.
    private func host() throws -> RunningHost {
        let host = try RunningHost()
        try host.text(
            "jobs",
            """
            import threading
            seen = []
            gate = threading.Event()
            def wait(): gate.wait(10)
            def tell():
                info = threading.current_thread().InfoQueue
                for word in ('a', 'b'):
                    info.put(word)
                gate.wait(10)
            def fail(): raise ValueError('broken')
            def success(): seen.append(('success', td.isMainThread()))
            def heard(info): seen.append(info)
            def failed(error): seen.append(repr(error))
            def task(target, *args, **hooks):
                return op.TDResources.ThreadManager.TDTask(target, args=args, **hooks)
            def enqueue(task, **options):
                return op.TDResources.ThreadManager.EnqueueTask(task, **options)
            """)
        return host
    }

    @Test func `the Thread Manager is a component under TDResources`() throws {
        let host = try host()

        #expect(
            host.evaluate("op.TDResources.ThreadManager.path") == "/sys/TDResources/threadManager")
        #expect(
            host.evaluate("op.TDResources.ThreadManager.par.Numberofworkers.eval() >= 1") == "True")
    }

    @Test func `a task's success is told on the main thread, without arguments`() throws {
        let host = try host()

        try host.run(
            "mod.jobs.enqueue(mod.jobs.task(print, 'from the thread', SuccessHook=mod.jobs.success))"
        )

        #expect(framesUntil(host, "bool(mod.jobs.seen)"))
        #expect(host.evaluate("mod.jobs.seen") == "[('success', True)]")
        #expect(host.lines.contains("from the thread"))
    }

    @Test
    func `what a thread puts into its InfoQueue reaches the RefreshHook in order, before success`()
        throws
    {
        let host = try host()

        try host.run(
            "mod.jobs.enqueue(mod.jobs.task(mod.jobs.tell, RefreshHook=mod.jobs.heard, SuccessHook=mod.jobs.success))"
        )

        #expect(framesUntil(host, "len(mod.jobs.seen) == 2"))
        host.evaluate("mod.jobs.gate.set()")
        #expect(framesUntil(host, "len(mod.jobs.seen) == 3"))
        #expect(host.evaluate("mod.jobs.seen") == "['a', 'b', ('success', True)]")
    }

    @Test func `the exception of a task reaches its ExceptHook, and is no failure then`() throws {
        let host = try host()

        try host.run("mod.jobs.enqueue(mod.jobs.task(mod.jobs.fail, ExceptHook=mod.jobs.failed))")

        #expect(framesUntil(host, "bool(mod.jobs.seen)"))
        #expect(host.evaluate("mod.jobs.seen") == "[\"ValueError('broken')\"]")
        #expect(host.host.end().failures.isEmpty)
    }

    @Test func `an exception that no hook hears is reported with its line`() throws {
        let host = try host()

        try host.run("mod.jobs.enqueue(mod.jobs.task(mod.jobs.fail))")

        #expect(
            framesUntil(
                host, "op.TDResources.ThreadManager.ext.ThreadManagerExt.Threads[0].TDTask is None")
        )
        #expect(host.errors.contains("ValueError: broken"))
        #expect(host.host.end().failures.count == 1)
    }

    @Test func `a task waits while every worker is busy, and a forced one does not`() throws {
        let host = try host()
        host.evaluate("op.TDResources.ThreadManager.par.Numberofworkers.__setattr__('val', 1)")

        try host.run(
            """
            jobs = mod.jobs
            jobs.first = jobs.enqueue(jobs.task(jobs.wait))
            jobs.second = jobs.enqueue(jobs.task(jobs.wait, SuccessHook=jobs.success))
            op.TDResources.ThreadManager.par.Stategyonmaxthreadsreached = 'Create'
            jobs.third = jobs.enqueue(jobs.task(jobs.wait), force=True)
            """)

        #expect(
            host.evaluate("mod.jobs.first.InPool, mod.jobs.second, mod.jobs.third.InPool")
                == "(True, None, False)")
        host.evaluate("mod.jobs.gate.set()")
        #expect(framesUntil(host, "bool(mod.jobs.seen)"))
    }

    @Test func `beyond the processors the strategy Except refuses a thread of its own`() throws {
        let host = try host()

        try host.run(
            """
            TM = op.TDResources.ThreadManager
            TM.par.Stategyonmaxthreadsreached = 'Except'
            made = 0
            try:
                while made < 1000:
                    TM.EnqueueTask(mod.jobs.task(mod.jobs.wait), standalone=True)
                    made += 1
            except RuntimeError as error:
                print(made == TM.ext.ThreadManagerExt.MaxNumberOfThreads, error)
            mod.jobs.gate.set()
            """)

        #expect(
            host.lines.contains { $0.hasPrefix("True EnqueueTask: <TDTask wait QUEUED> needs") })
    }

    @Test func `a terminated thread tells its ExceptHook`() throws {
        let host = try host()

        try host.run(
            """
            def spin():
                while True: pass
            TM = op.TDResources.ThreadManager
            mod.jobs.thread = TM.EnqueueTask(TM.TDTask(spin, ExceptHook=mod.jobs.failed))
            """)
        #expect(framesUntil(host, "mod.jobs.thread.GetStateSafe().name == 'RUNNING'"))
        host.evaluate("op.TDResources.ThreadManager.TerminateThread(mod.jobs.thread)")

        #expect(framesUntil(host, "bool(mod.jobs.seen)"))
        #expect(host.evaluate("mod.jobs.seen") == "['SystemExit()']")
    }

    @Test func `the manager itself is off limits for a thread`() throws {
        let host = try host()

        try host.run(
            """
            manager = op.TDResources.ThreadManager
            mod.jobs.enqueue(mod.jobs.task(lambda: manager.EnqueueTask(None), ExceptHook=mod.jobs.failed))
            """)

        #expect(framesUntil(host, "bool(mod.jobs.seen)"))
        #expect(host.host.end().faults.count == 1)
    }

    @Test func `hooks are called after a hook that raised`() throws {
        let host = try host()

        try host.run(
            """
            for hook in (mod.jobs.fail, mod.jobs.success):
                task = mod.jobs.task(int, SuccessHook=hook)
                mod.jobs.enqueue(task, standalone=True).join(20)
            """)

        #expect(framesUntil(host, "bool(mod.jobs.seen)"))
        #expect(host.errors.contains("ValueError: broken"))
        #expect(host.host.end().failures.map(\.activity) == ["the hook fail"])
    }

    @Test func `a thread that is cleaned is off the list, and its hooks are not called`() throws {
        let host = try host()

        try host.run(
            """
            task = mod.jobs.task(mod.jobs.wait, SuccessHook=mod.jobs.success)
            mod.jobs.thread = mod.jobs.enqueue(task, standalone=True)
            mod.jobs.thread.clean()
            manager = op.TDResources.ThreadManager.ext.ThreadManagerExt
            print(manager.Threads, manager.MaxNumberOfThreads.eval() == manager.MaxNumberOfThreads)
            mod.jobs.gate.set()
            mod.jobs.thread.join(20)
            """)
        host.frames(3)

        #expect(host.lines.contains("[] True"))
        #expect(host.evaluate("mod.jobs.seen") == "[]")
    }
}
