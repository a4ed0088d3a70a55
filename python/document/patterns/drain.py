"""A worker is faster than the frames, and each frame takes out all that is there."""

import queue
import threading
import time


class DrainExt:
    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
        self.stop = threading.Event()
        self.results = queue.Queue()
        self.thread = None

    def StartDrain(self):
        if self.thread is not None and self.thread.is_alive():
            return
        self.thread = threading.Thread(target=self.produce, daemon=True)
        self.thread.start()

    def produce(self):
        while not self.stop.is_set():
            self.results.put(1)
            time.sleep(0.008)

    def CheckDrain(self):
        for _ in range(100):
            try:
                result = self.results.get_nowait()
            except queue.Empty:
                break
            self.ownerComp.op('table1')[0, 0].val = result

    def onDestroyTD(self):
        self.stop.set()
