/// A scheduler of threads in Python alone: traced lines, locks that pass a baton, time that is a number.
nonisolated enum SchedulerSource {
    /// Runs `schedules` random orders of the extension in `file`, and prints how many seconds that took.
    static let text = #"""
        import random, sys, threading, _thread
        from time import perf_counter

        file, name, start, check, end, schedules, frames = sys.argv[1:8]
        allocate, begin = _thread.allocate_lock, _thread.start_new_thread


        class Scheduler:
            def __init__(self, seed):
                self.chance = random.Random(seed)
                self.now = 0.0
                self.me = 0
                self.batons = [allocate()]
                self.batons[0].acquire()
                self.ready = [True]
                self.deadlines = [None]
                self.things = [None]

            def block(self, thing, seconds=None):
                me = self.me
                self.ready[me], self.things[me] = False, thing
                self.deadlines[me] = None if seconds is None else self.now + seconds
                self.switch()
                return self.things[me] is None

            def wake(self, thing):
                for one, waited in enumerate(self.things):
                    if waited is thing and not self.ready[one]:
                        self.ready[one], self.things[one], self.deadlines[one] = True, None, None

            def switch(self):
                self.now += 1e-6
                me = self.me
                while not any(self.ready):
                    sleepers = [one for one in self.deadlines if one is not None]
                    if not sleepers:
                        raise RuntimeError('nobody can go on')
                    self.now = min(sleepers)
                    for one, deadline in enumerate(self.deadlines):
                        if deadline == self.now:
                            self.ready[one], self.deadlines[one] = True, None
                chosen = self.chance.choice([one for one, can in enumerate(self.ready) if can])
                if chosen != me:
                    self.me = chosen
                    self.batons[chosen].release()
                    if me < len(self.batons) and self.batons[me] is not None:
                        self.batons[me].acquire()

            def start_thread(self, body, given, named={}):
                number = len(self.ready)
                self.batons.append(allocate())
                self.batons[number].acquire()
                for values, value in ((self.ready, True), (self.deadlines, None), (self.things, None)):
                    values.append(value)

                def run():
                    self.batons[number].acquire()
                    sys.settrace(trace)
                    try:
                        body(*given, **named)
                    finally:
                        sys.settrace(None)
                        self.batons[number], self.ready[number] = None, False
                        self.switch()

                return begin(run, ())


        class Lock:
            def __init__(self):
                self.held = False

            def acquire(self, blocking=True, timeout=-1):
                scheduler.switch()
                deadline = None if timeout < 0 else scheduler.now + timeout
                while self.held:
                    left = None if deadline is None else deadline - scheduler.now
                    if not blocking or (left is not None and left <= 0):
                        return False
                    scheduler.block(self, left)
                self.held = True
                return True

            def release(self):
                self.held = False
                scheduler.wake(self)

            def locked(self):
                return self.held

            def __enter__(self):
                self.acquire()

            def __exit__(self, *_):
                self.release()


        def trace(frame, event, _):
            if frame.f_code.co_filename != file:
                return None
            if event == 'line':
                scheduler.switch()
            return trace


        class Owner:
            def op(self, _):
                return {(0, 0): self}


        threading.Lock = threading._allocate_lock = Lock
        threading._start_new_thread = lambda *given: scheduler.start_thread(*given)
        import queue, time
        queue.threading, queue.SimpleQueue = threading, None
        time.sleep = lambda seconds: scheduler.block(None, seconds)
        threading._time = queue.time = lambda: scheduler.now
        scope = {'__name__': 'project', 'baseCOMP': object}
        with open(file) as source:
            code = compile(source.read(), file, 'exec')
        begun = perf_counter()
        for number in range(int(schedules)):
            scheduler = Scheduler(number)
            exec(code, scope)
            extension = scope[name](Owner())
            sys.settrace(trace)
            getattr(extension, start)()
            for _ in range(int(frames)):
                getattr(extension, check)()
                scheduler.block('frame', 1 / 60)
            getattr(extension, end)()
            for _ in range(20):
                if len(scheduler.batons) > 1 and any(scheduler.batons[1:]):
                    scheduler.block('end', 1)
            sys.settrace(None)
        print(perf_counter() - begun)
        """#
}
