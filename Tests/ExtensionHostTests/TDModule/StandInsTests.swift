import ExtensionHost
import OperatorNetwork
import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct StandInsTests {
    private func host() throws -> RunningHost {
        let host = try RunningHost()
        try host.text(
            "jobs",
            """
            import asyncio
            seen = []
            async def count(name, steps):
                for step in range(steps):
                    seen.append((name, step, absTime.frame))
                    await asyncio.sleep(0)
                return name
            async def fail():
                await asyncio.sleep(0)
                raise ValueError('broken')
            async def forever():
                try:
                    await asyncio.get_running_loop().create_future()
                finally:
                    seen.append('cleaned up')
            """)
        return host
    }

    @Test func `op.TDAsyncIO stands in where a project brings none, and this is said once`() throws
    {
        let host = try host()

        #expect(host.evaluate("op.TDAsyncIO.path") == "/sys/TDAsyncIO")
        #expect(host.evaluate("op.TDAsyncIO is op.TDAsyncIO") == "True")
        #expect(host.lines.filter { $0.contains("TDAsyncIO, so ours stands in") }.count == 1)
    }

    @Test func `a project's own operator of that shortcut is used`() throws {
        let host = try host()

        let own = try host.create(BaseCOMP.type, "mine")
        try own.parameters["opshortcut"]?.set(.string("TDAsyncIO"))

        #expect(host.evaluate("op.TDAsyncIO.path") == "/project1/mine")
        #expect(host.lines.isEmpty)
    }

    @Test func `a coroutine sleeps by the frames where time is virtual`() throws {
        let host = try host()
        try host.text(
            "naps",
            """
            import asyncio
            woken = []
            async def nap():
                await asyncio.sleep(0.5)
                woken.append(absTime.frame)
            """)

        host.frames(1)
        try host.run("op.TDAsyncIO.Run(mod.naps.nap())")
        host.frames(40)

        // It begins to sleep in frame 2, and has the loop's step behind the one that wakes it.
        #expect(host.evaluate("mod.naps.woken") == "[33]")
    }

    @Test func `coroutines take one step a frame, in the order they were given`() throws {
        let host = try host()

        try host.run("op.TDAsyncIO.Run([mod.jobs.count('a', 3), mod.jobs.count('b', 3)])")
        host.frames(5)

        #expect(
            host.evaluate("[(name, step) for name, step, _ in mod.jobs.seen]")
                == "[('a', 0), ('b', 0), ('a', 1), ('b', 1), ('a', 2), ('b', 2)]")
        #expect(host.evaluate("len({frame for _, _, frame in mod.jobs.seen})") == "3")
    }

    @Test func `what a coroutine raises that nobody waits for is reported with its line`() throws {
        let host = try host()

        try host.run("op.TDAsyncIO.Run(mod.jobs.fail())")
        host.frames(4)

        let failures = host.host.end().failures
        #expect(failures.map(\.message) == ["ValueError: broken"])
        #expect(failures.first?.place?.line == 10)
    }

    @Test func `RunAsync gives tasks and RunSync results`() throws {
        let host = try host()

        try host.run(
            """
            tasks = op.TDAsyncIO.RunAsync([mod.jobs.count('a', 2)])
            print(op.TDAsyncIO.RunSync([mod.jobs.count('b', 2), mod.jobs.count('c', 0)]))
            print([task.result() for task in tasks if task.done()])
            """)

        #expect(host.lines.suffix(2) == ["['b', 'c']", "['a']"])
    }

    @Test func `NextFrame waits for frames`() throws {
        let host = try host()

        try host.run(
            """
            async def late():
                start = absTime.frame
                await op.TDAsyncIO.Cookbook.NextFrame(3)
                print('waited', absTime.frame - start)
            op.TDAsyncIO.Run(late())
            """)
        host.frames(8)

        #expect(host.lines.contains("waited 3"))
    }

    @Test func `Cancel ends tasks, and what is left at the end is cleaned up`() throws {
        let host = try host()

        try host.run("op.TDAsyncIO.Run([mod.jobs.forever()])")
        host.frames(2)
        host.evaluate("op.TDAsyncIO.Cancel()")
        host.frames(2)
        #expect(host.evaluate("mod.jobs.seen") == "['cleaned up']")
        #expect(host.evaluate("op.TDAsyncIO.op('task_table')[1, 'status'].val") == "cancelled")

        try host.run("op.TDAsyncIO.Run([mod.jobs.forever()]); mod.jobs.seen.clear()")
        host.frames(2)
        try host.run("import builtins; builtins.kept = mod.jobs.seen")
        _ = host.host.end()
        #expect(try PythonSuite.evaluate("kept").text() == "['cleaned up']")
    }

    @Test func `the palette's Thread Manager Client stands in for its file, and its pulse runs it`()
        throws
    {
        let host = try RunningHost()
        try host.run(
            "client = parent().loadTox(app.paletteFolder + '/Tools/threadManagerClient.tox')\n"
                + "client.par.Callbackdat.eval().text = 'def RunInThread(tmClientExt, payload): pass\\n"
                + "def OnSuccess(tmClientExt, payload): print(\"done\", td.isMainThread())'\n"
                + "client.par.Runinthread.pulse()")

        for _ in 0..<5000 where !host.lines.contains("done True") { host.frames(1) }

        #expect(host.lines.contains("done True"))
        #expect(
            host.lines.contains { $0.contains("threadManagerClient.tox is TouchDesigner's own") })
    }

    @Test func `a function instead of a coroutine is refused with a hint`() throws {
        let host = try host()

        try host.run("op.TDAsyncIO.Run([mod.jobs.forever])")

        #expect(host.errors.contains { $0.contains("call the async function") })
    }
}
