@testable import ExtensionHost
import OperatorNetwork
import PythonRuntime
import TestSupport
import Testing
import ThreadGuard

@MainActor @Suite(.serialized)
struct GuardianTests {
    /// A project with the walk's script as `/project1/walk`.
    private func host(_ configure: (inout HostConfiguration) -> Void = { _ in }) throws
        -> RunningHost
    {
        let host = try RunningHost(configure)
        try host.text("walk", MemberWalk.script)
        // A real one comes with a datagram, in a later frame.
        let sender = try PythonSuite.evaluate(
            "__import__('types').SimpleNamespace(owner=None, address='127.0.0.1', port=1)")
        try PythonObject.module("builtins")
            .setAttribute("walked_peer", to: PeerType.make(sender))
        return host
    }

    @Test func `no member of any exposed type can be used by a worker unguarded`() throws {
        let host = try host()

        try host.check(
            """
            walk = op('walk').module
            unguarded, attempts, conflicts = walk.walk_in_worker()
            assert not unguarded, '\\n'.join(unguarded)
            assert conflicts > 1500, conflicts
            parent().store('conflicts', conflicts)
            uncovered = walk.uncovered_types()
            assert not uncovered, uncovered
            """)

        let conflicts = host.evaluate("me.fetch('conflicts')")
        #expect(conflicts == "\(host.host.threadGuard.log.faultCount)")
        #expect(host.host.summary().exitCode == 10)
    }

    @Test func `the same walk on the main thread raises no fault`() throws {
        let host = try host()

        try host.check("assert op('walk').module.walk_on_main() > 1500")

        #expect(host.host.summary().faults.isEmpty)
    }

    @Test(arguments: [
        ("op('/project1/t')", "/project1", "op", "call"),
        ("me.name", "/project1/scratch", "name", "read"),
        ("parent()", "/project1/scratch", "parent", "call"),
        ("parent.Stage", "/project1/scratch", "parent.Stage", "read"),
        ("box.par", "/project1/box", "par", "read"),
        ("box.parGroup.clone", "/project1/box", "parGroup", "read"),
        ("groups.clone", "/project1/box", "parGroup.clone", "read"),
        ("setattr(groups, 'clone', 1)", "/project1/box", "parGroup.clone", "write"),
        ("group.val", "/project1/box.parGroup.ext0name", "val", "read"),
        ("seqs['ext']", "/project1/box", "seq['ext']", "read"),
        ("seq[0]", "/project1/box.seq.ext", "[0]", "read"),
        ("seq.numBlocks", "/project1/box.seq.ext", "numBlocks", "read"),
        ("block.par", "/project1/box.seq.ext[0]", "par", "read"),
        ("page.name", "page Extensions of /project1/box", "name", "read"),
        ("pars.ext0name", "/project1/box", "par.ext0name", "read"),
        ("setattr(pars, 'ext0name', 1)", "/project1/box", "par.ext0name", "write"),
        ("pars['ext0name']", "/project1/box", "par['ext0name']", "read"),
        ("par.val", "/project1/box.par.ext0name", "val", "read"),
        ("par + 'x'", "/project1/box.par.ext0name", "val", "read"),
        ("setattr(par, 'val', 1)", "/project1/box.par.ext0name", "val", "write"),
        ("cell.val", "/project1/t[0, 0]", "val", "read"),
        ("str(cell)", "/project1/t[0, 0]", "val", "read"),
        ("setattr(cell, 'val', 1)", "/project1/t[0, 0]", "val", "write"),
        ("t[0, 0]", "/project1/t", "[0, 0]", "read"),
        ("t['a', 1]", "/project1/t", "['a', 1]", "read"),
        ("t.__setitem__((0, 0), 1)", "/project1/t", "[0, 0]", "write"),
        ("t.appendRow([1])", "/project1/t", "appendRow", "call"),
        ("box.Level", "/project1/box", "Level", "read"),
        ("setattr(box, 'Level', 1)", "/project1/box", "Level", "write"),
        ("absTime.frame", "absTime", "frame", "read"),
        ("time.frame", "/local/time", "frame", "read"),
        ("box.storage", "/project1/box", "storage", "read"),
        ("box.store('a', 1)", "/project1/box", "store", "call"),
        ("setattr(project, 'cookRate', 3)", "project", "cookRate", "write"),
        ("len(runs)", "runs", "len()", "read"),
        ("dependency.val", "tdu.Dependency", "val", "read"),
        ("dependency + 1", "tdu.Dependency", "val", "read"),
        ("setattr(dependency, 'val', 2)", "tdu.Dependency", "val", "write"),
        ("ext.Foo", "/project1/scratch", "ext.Foo", "read"),
        ("mod.t", "/project1/scratch", "mod.t", "read"),
        ("str(box)", "/project1/box", "str()", "read"),
        ("debug('x')", "", "debug", "call"),
    ])
    func `a fault names what was touched as the code spells it`(
        code: String, path: String, member: String, kind: String
    ) throws {
        let host = try host()
        try host.create(BaseCOMP.type, "box")
        try host.create(TableDAT.type, "t")

        try host.check(
            """
            import threading
            box, t = op('box'), op('t')
            groups, group, seqs, seq = box.parGroup, box.parGroup.ext0name, box.seq, box.seq.ext
            block, page = seq[0], box.pages[0]
            pars, par, cell, time, dependency = box.par, box.par.ext0name, t[0, 0], me.time, tdu.Dependency(1)
            def work():
                try: \(code)
                except Exception as error: seen.append(error)
            seen = []
            thread = threading.Thread(target=work, name='prober')
            thread.start(); thread.join()
            assert len(seen) == 1 and type(seen[0]) is td.ThreadConflictError, seen
            assert str(seen[0]).startswith('THREAD CONFLICT: thread "prober"') and isinstance(seen[0], td.tdError)
            """)

        let fault = host.host.summary().faults.first
        #expect(fault?.path == path)
        #expect(fault?.member == member)
        #expect(fault?.kind == kind)
    }

    @Test func `the report tells thread, start, stack, frame, main thread and the way out`() throws
    {
        let host = try RunningHost()
        try host.component(
            "lamp", extension: "LampExt",
            """
            import threading
            class LampExt:
                def __init__(self, ownerComp): self.ownerComp = ownerComp
                def Start(self):
                    threading.Thread(target=self.work, name='dimmer', daemon=True).start()
                def work(self):
                    try:
                        self.ownerComp.par.ext0name = 'dark'
                    except Exception:
                        pass

            """)
        host.frames(3)
        try host.check(
            """
            import threading
            op('lamp').Start()
            [t.join() for t in threading.enumerate() if t.name == 'dimmer']
            assert op('lamp').par.ext0name == ''
            """)

        let report = host.errors.joined(separator: "\n")
        for part in [
            "THREAD CONFLICT", "dimmer", "/project1/lamp", "LampExt:8:13 in work",
            "frame 3", "(daemon)", "LampExt:5 in Start", "main was    evaluating",
            "self.results.put('dark')", "onFrameStart",
        ] {
            #expect(report.contains(part), "\(part) is missing in:\n\(report)")
        }
        #expect(host.host.summary().faults.count == 1)
        #expect(host.host.end().exitCode == 10)
    }

    @Test func `with the policy report the access passes and is recorded`() throws {
        let host = try host { $0.guardPolicy = .report }

        try host.check(
            """
            import threading
            def work():
                seen.append(me.name); me.store('x', 1); op('walk').text; t[0, 0] = 5; seen.append(t[0, 0] + 1)
                box.par.ext0name = 'by worker'; seen.append(len(runs)); seen.append(parent().name)
            t, box, seen = parent().create(tableDAT), parent().create(baseCOMP), []
            thread = threading.Thread(target=work); thread.start(); thread.join()
            assert seen == ['scratch', 6, 0, 'project1'] and me.fetch('x') == 1, seen
            assert t[0, 0] == 5 and box.par.ext0name == 'by worker'
            """)

        #expect(host.host.summary().faults.count >= 8)
    }

    @Test func `with the policy report a worker may use every member and nothing breaks`() throws {
        let host = try host { $0.guardPolicy = .report }

        try host.check(
            """
            import threading
            walk, seen = op('walk').module, []
            def work():
                try: seen.append(walk.walk_on_main(True))
                except BaseException as error: seen.append(error)
            thread = threading.Thread(target=work); thread.start(); thread.join()
            assert len(seen) == 1 and seen[0] > 1500, seen
            """)
    }

    @Test func `run() from a worker is handed to the main thread, with an advice`() throws {
        let host = try host()
        host.frames(1)

        try host.check(
            """
            import threading
            def work(): run(lambda: print('ran', isMainThread())); run("print('text', me.path, args)", 1)
            thread = threading.Thread(target=work); thread.start(); thread.join()
            """)
        #expect(!host.lines.contains("ran True"))
        host.frames(1)

        #expect(host.lines.contains("ran True"))
        #expect(host.lines.contains("text /project1/scratch (1,)"))
        #expect(host.host.summary().exitCode == 0)
        #expect(host.errors.contains { $0.contains("run()") })
    }

    @Test func `a strict guard refuses run() from a worker`() throws {
        let host = try host { $0.isStrict = true }

        try host.check(
            """
            import threading
            def work():
                try: run('print(1)')
                except td.ThreadConflictError as error: seen.append(str(error))
            seen = []
            thread = threading.Thread(target=work); thread.start(); thread.join()
            assert len(seen) == 1 and 'run()' in seen[0], seen
            """)
        host.frames(2)

        #expect(!host.lines.contains("1"))
        #expect(host.host.summary().exitCode == 10)
    }

    @Test func `what is safe in TouchDesigner is safe here`() throws {
        let host = try host()

        try host.check(
            """
            import threading
            def work():
                try:
                    assert isinstance(box, baseCOMP) and isinstance(box, COMP) and not isinstance(box, DAT)
                    assert box is kept and box == kept and box != me and {box: 1}[kept] == 1 and box
                    assert not td.isMainThread() and not isMainThread() and type(box) is td.baseCOMP
                    assert tdu.clamp(5, 0, 1) == 1 and tdu.base('a1') == 'a' and tdu.remap(1, 0, 2, 0, 4) == 2
                    assert tdu.Vector(1, 0, 0).length() == 1 and tdu.rand(1) == tdu.rand(1)
                    assert weakref.ref(box)() is box and ParMode.CONSTANT.name == 'CONSTANT'
                    import json, os.path
                    assert json.loads('1') == 1
                    print('from the worker')
                    result.append('fine')
                except BaseException as error:
                    result.append(error)
            import weakref
            box = kept = parent().create(baseCOMP)
            result = []
            thread = threading.Thread(target=work); thread.start(); thread.join()
            assert result == ['fine'], result
            """)

        #expect(host.host.summary().faults.isEmpty)
        #expect(host.lines.contains("from the worker"))
    }

    @Test func `a worker that imports a DAT touches it`() throws {
        let host = try host()
        try host.text("helpers", "x = 1")

        try host.check(
            """
            import threading
            def work():
                try: import helpers
                except Exception as error: seen.append(type(error).__name__)
            seen = []
            thread = threading.Thread(target=work); thread.start(); thread.join()
            assert seen == ['ThreadConflictError'], seen
            """)

        #expect(host.host.summary().faults.first?.path == "/project1/helpers")
    }

    @Test func `a thread that runs no Python code is recorded like any other`() throws {
        let host = try host()
        try host.create(TableDAT.type, "t")

        try host.check(
            """
            import _thread, sys, threading
            seen, told = [], threading.Event()
            sys.unraisablehook = lambda error: (seen.append(error.exc_type.__name__), told.set())
            _thread.start_new_thread(op, ('t',))
            assert told.wait(10)
            sys.unraisablehook = sys.__unraisablehook__
            assert seen == ['ThreadConflictError'], seen
            """)

        #expect(host.host.summary().faults.map(\.member) == ["op"])
        #expect(host.host.summary().exitCode == 10)
    }

    @Test func `an access is recorded although the project broke what is known of threads`() throws
    {
        let host = try RunningHost()
        try host.check(
            """
            import threading, understudy_threads
            known, heard = understudy_threads.current, []
            understudy_threads.current = lambda: 1 / 0
            def work():
                try:
                    parent().path
                except tdError as error:
                    heard.append(str(error))
            thread = threading.Thread(target=work)
            thread.start()
            thread.join()
            understudy_threads.current = known
            assert heard and heard[0].startswith('THREAD CONFLICT'), heard
            """)

        #expect(host.host.summary().faults.map(\.thread) == ["a thread without a name"])
    }
}
