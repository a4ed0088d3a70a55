"""A worker hands one result to the frame that asks for it."""

import queue
import threading


class WorkerExt:
    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
        self.results = queue.Queue()
        self.thread = None

    def StartWork(self):
        if self.thread is not None and self.thread.is_alive():
            return
        self.thread = threading.Thread(target=self.work, daemon=True)
        self.thread.start()

    def work(self):
        try:
            self.results.put(sum([1, 2, 3]))
        except Exception as error:
            self.results.put(error)

    def CheckWork(self):
        try:
            result = self.results.get_nowait()
        except queue.Empty:
            return
        assert result == 6, result
        self.ownerComp.op('table1')[0, 0].val = result
