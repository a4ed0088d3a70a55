"""A worker takes jobs from a queue until one of them says that there are no more."""

import queue
import threading


class SentinelExt:
    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
        self.jobs = queue.Queue()
        self.results = queue.Queue()
        self.thread = None

    def StartJobs(self):
        if self.thread is not None:
            return
        self.thread = threading.Thread(target=self.work, daemon=True)
        self.thread.start()
        self.jobs.put(20)
        self.jobs.put(22)

    def work(self):
        while True:
            job = self.jobs.get()
            if job is None:
                break
            self.results.put(job + 1)

    def CheckJobs(self):
        for _ in range(4):
            try:
                result = self.results.get_nowait()
            except queue.Empty:
                return
            assert result in (21, 23), result
            self.ownerComp.op('table1')[0, 0].val = result

    def onDestroyTD(self):
        self.jobs.put(None)
        if self.thread is not None:
            self.thread.join(1)
            assert not self.thread.is_alive()
