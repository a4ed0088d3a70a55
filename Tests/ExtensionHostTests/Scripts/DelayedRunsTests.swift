import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct DelayedRunsTests {
    @Test func `without a delay it runs at once and the Run is over`() throws {
        let host = try RunningHost()

        try host.check(
            """
            seen = []
            done = run('args[0].append(args[1:])', seen, 1, 2)
            run(seen.append, 3, delayFrames=0)
            assert seen == [(1, 2), 3]
            raises(td.tdError, 'Invalid Run object', lambda: done.active)
            raises(ZeroDivisionError, '', lambda: run('1 / 0'))
            """)
    }

    @Test func `delays count frames, milliseconds and the end of the frame, in order of creation`()
        throws
    {
        let host = try RunningHost()
        try host.check(
            """
            say = lambda word: print(word, absTime.frame)
            run(say, 'two', delayFrames=2)
            run(say, 'also two', delayFrames=2.0)
            run(say, '50 ms', delayMilliSeconds=50)
            run(say, 'wall', delayMilliSeconds=50, wallTime=True)
            run(say, 'wall frames', delayFrames=2, wallTime=True)
            run("run(args[0], 'end', endFrame=True)", say, delayFrames=1)
            """)

        host.frames(6)

        #expect(
            host.lines.map { $0.hasPrefix("wall") ? String($0.dropLast(2)) : $0 }.sorted() == [
                "50 ms 3", "also two 2", "end 1", "two 2", "wall", "wall frames",
            ])
        #expect(
            host.lines.firstIndex(of: "two 2") ?? 9 < host.lines.firstIndex(of: "also two 2") ?? 0)
    }

    @Test func `fromOP sets me, and op looks inside a component unless it is said otherwise`()
        throws
    {
        let host = try RunningHost()
        let box = try host.create(BaseCOMP.type, "box")
        try host.text("inside", "", in: box)

        try host.check(
            """
            box, seen = op('box'), []
            code = "args[0].append((me.path, op('inside') is not None, op('scratch') is not None))"
            run(code, seen, fromOP=box)
            run(code, seen, fromOP=box, asParameter=True)
            run(code, seen, fromOP='box')
            run(code, seen)
            assert seen == [('/project1/box', True, False), ('/project1/box', False, True),
                            ('/project1/box', True, False), ('/project1/scratch', False, True)], seen
            """)
    }

    @Test func `an exception in a delayed run is told and the others run`() throws {
        let host = try RunningHost()
        try host.check("run('1 / 0', delayFrames=1); run(print, 'after', delayFrames=1)")

        host.frames(2)

        #expect(host.lines.contains("after"))
        #expect(host.errors.contains { $0 == "ZeroDivisionError: division by zero" })
    }

    @Test func `a run whose operator is gone is dropped with a word`() throws {
        let host = try RunningHost()
        try host.check(
            "box = parent().create(baseCOMP); run('print(1)', fromOP=box, delayFrames=1); box.destroy()"
        )

        host.frames(2)

        #expect(host.errors.contains { $0.contains("has been destroyed") })
        #expect(!host.lines.contains("1"))
    }

    @Test func `a DAT runs its own text with args, and names itself in tracebacks`() throws {
        let host = try RunningHost()
        try host.text("job", "parent().store('args', args)\n1 / 0")

        try host.check(
            """
            import traceback
            error = raises(ZeroDivisionError, '', lambda: op('job').run(1, 'b'))
            assert me.fetch('args') == (1, 'b')
            assert 'File "/project1/job", line 2' in ''.join(traceback.format_exception(error))
            op('job').text = "print('later', args)"
            op('job').run(5, delayFrames=2)
            """)
        host.frames(3)

        #expect(host.lines == ["later (5,)"])
    }

    @Test func `wrong arguments are told in a sentence`() throws {
        let host = try RunningHost()

        try host.check(
            """
            raises(TypeError, "run() got an unexpected keyword argument 'delay'", lambda: run('1', delay=1))
            raises(TypeError, 'run() takes a script text or a callable, not int', lambda: run(5))
            raises(TypeError, '', lambda: run('1', delayFrames='soon'))
            run('1', delayFrames=float('inf'), group='x').kill()
            run('1', delayMilliSeconds=float('nan')); run('1', delayFrames=-5)
            raises(SyntaxError, '', lambda: run('1 +'))
            """)
    }
}
