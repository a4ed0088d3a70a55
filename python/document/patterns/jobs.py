"""A result of an older job is let go, for a newer one has been asked for since."""

import queue
import threading


class JobsExt:
    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
        self.results = queue.Queue()
        self.job = 0
        self.shown = None

    def StartJobs(self):
        for _ in range(2):
            self.job += 1
            threading.Thread(target=self.work, args=(self.job,), daemon=True).start()

    def work(self, job):
        try:
            self.results.put((job, job * 10))
        except Exception as error:
            self.results.put((job, error))

    def CheckJobs(self):
        for _ in range(4):
            try:
                job, result = self.results.get_nowait()
            except queue.Empty:
                return
            if job != self.job:
                continue
            assert result == self.job * 10, result
            self.shown = result
            self.ownerComp.op('table1')[0, 0].val = result
