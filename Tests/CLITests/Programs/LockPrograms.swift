/// Programs that wait for each other's threads, by everything that Python has for it.
enum LockPrograms {
    static let all: [ControlledProgram] = [
        ControlledProgram(
            "a barrier",
            """
            import threading
            b=threading.Barrier(3)
            ts=[threading.Thread(target=b.wait,daemon=True) for _ in range(2)]
            [t.start() for t in ts]; b.wait(10); [t.join() for t in ts]
            """),
        ControlledProgram(
            "a condition",
            """
            import threading
            c=threading.Condition(); ready=[]
            def w():
                with c:
                    ready.append(1); c.notify()
            threading.Thread(target=w,daemon=True).start()
            with c:
                assert c.wait_for(lambda: ready, 60)
            """),
        ControlledProgram(
            "a finaliser",
            """
            import weakref, threading, gc
            class A: pass
            a=A(); weakref.finalize(a, threading.Event().set); del a; gc.collect()
            """),
        ControlledProgram(
            "a generator in a thread",
            """
            import threading, queue
            q=queue.Queue()
            def g():
                for i in range(3): yield i
            def w():
                for i in g(): q.put(i)
            threading.Thread(target=w,daemon=True).start()
            assert [q.get() for _ in range(3)]==[0,1,2]
            """),
        ControlledProgram(
            "a lock made by a dataclass",
            """
            import threading, dataclasses
            @dataclasses.dataclass
            class A:
                lock: object = dataclasses.field(default_factory=threading.Lock)
            with A().lock: pass
            """),
        ControlledProgram(
            "a lock made by a partial",
            """
            import functools, threading
            make=functools.partial(threading.Lock); acquire=make().acquire
            assert acquire() and not acquire(timeout=3)
            """),
        ControlledProgram(
            "a lock taken from its module",
            """
            import threading
            from threading import Lock, Thread
            L = Lock()
            n = []
            def w():
                with L: n.append(1)
            ts=[Thread(target=w,daemon=True) for _ in range(3)]
            [t.start() for t in ts]; [t.join() for t in ts]
            assert len(n)==3
            """),
        ControlledProgram(
            "a lock taken twice",
            """
            import threading
            r=threading.RLock()
            def w():
                with r:
                    with r: pass
            t=threading.Thread(target=w,daemon=True); t.start()
            with r: pass
            t.join()
            """),
        ControlledProgram(
            "a loop that asks is_alive()",
            """
            import threading
            t=threading.Thread(target=lambda: None,daemon=True); t.start()
            while t.is_alive(): pass
            """),
        ControlledProgram(
            "a loop that waits for a thread",
            """
            import threading
            done=[]
            def w(): done.append(1)
            threading.Thread(target=w,daemon=True).start()
            while not done: pass
            """),
        ControlledProgram(
            "a pool of threads",
            """
            from multiprocessing.dummy import Pool
            with Pool(2) as p: assert p.map(abs,[-1,-2])==[1,2]
            """),
        ControlledProgram(
            "a queue that is joined",
            """
            import queue, threading
            q=queue.Queue(2)
            def w():
                while True:
                    q.get(); q.task_done()
            threading.Thread(target=w,daemon=True).start()
            for i in range(5): q.put(i)
            q.join()
            """),
        ControlledProgram(
            "a queue written in C",
            """
            import queue, threading
            q=queue.SimpleQueue()
            threading.Thread(target=lambda: q.put(3),daemon=True).start()
            assert q.get()==3
            """),
        ControlledProgram(
            "a semaphore",
            """
            import threading
            s=threading.BoundedSemaphore(2); out=[]
            def w():
                with s: out.append(1)
            ts=[threading.Thread(target=w,daemon=True) for _ in range(4)]
            [t.start() for t in ts]; [t.join() for t in ts]
            assert len(out)==4
            """),
        ControlledProgram(
            "a thread that swallows every exception",
            """
            import threading
            def w():
                while True:
                    try:
                        threading.Event().wait(1)
                    except BaseException: pass
            threading.Thread(target=w,daemon=True).start()
            """),
        ControlledProgram(
            "a thread without an object",
            """
            import _thread, time
            done=[]
            _thread.start_new_thread(lambda: done.append(1),())
            while not done: time.sleep(0.01)
            """),
        ControlledProgram(
            "a timer of fifteen seconds",
            """
            import threading, time
            t=threading.Timer(15, lambda: None); t.daemon=True; t.start(); t.join()
            """),
        ControlledProgram(
            "an event nobody sets",
            """
            import threading, time
            e=threading.Event(); a=time.time()
            assert not e.wait(10) and time.time()-a>9
            """),
        ControlledProgram(
            "an exception hook",
            """
            import threading
            out=[]
            threading.excepthook=lambda a: out.append(1)
            t=threading.Thread(target=lambda: 1/0,daemon=True); t.start(); t.join()
            """),
        ControlledProgram(
            "an executor and as_completed",
            """
            from concurrent.futures import ThreadPoolExecutor, as_completed
            with ThreadPoolExecutor(3) as p:
                fs=[p.submit(pow,2,i) for i in range(6)]
                assert sorted(f.result() for f in as_completed(fs))==[1,2,4,8,16,32]
            """),
        ControlledProgram(
            "an executor that maps",
            """
            from concurrent.futures import ThreadPoolExecutor
            with ThreadPoolExecutor(2) as p: assert list(p.map(str,range(4)))==['0','1','2','3']
            """),
        ControlledProgram(
            "half a minute at a queue",
            """
            import queue, time
            q=queue.Queue(); a=time.monotonic()
            try: q.get(timeout=30)
            except queue.Empty: pass
            assert 29.9 < time.monotonic()-a < 31
            """),
        ControlledProgram(
            "thread-local values",
            """
            import threading
            l=threading.local(); out=[]
            def w(i):
                l.x=i; out.append(l.x==i)
            ts=[threading.Thread(target=w,args=(i,),daemon=True) for i in range(2)]
            [t.start() for t in ts]; [t.join() for t in ts]; assert all(out)
            """),
        ControlledProgram(
            "three threads that print",
            """
            import threading
            ts=[threading.Thread(target=print,args=('x'*100,),daemon=True) for _ in range(3)]
            [t.start() for t in ts]; [t.join() for t in ts]
            """),
    ]
}
