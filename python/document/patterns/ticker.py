"""A worker ticks until it is told to end, and is told when its extension goes."""

import queue
import threading


class TickerExt:
    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
        self.stop = threading.Event()
        self.ticks = queue.Queue(maxsize=8)
        self.thread = None

    def StartTicks(self):
        if self.thread is not None and self.thread.is_alive():
            return
        self.thread = threading.Thread(target=self.tick, daemon=True)
        self.thread.start()

    def tick(self):
        while not self.stop.wait(0.05):
            try:
                self.ticks.put_nowait('tick')
            except queue.Full:
                continue

    def CheckTicks(self):
        for _ in range(8):
            try:
                tick = self.ticks.get_nowait()
            except queue.Empty:
                return
            self.ownerComp.op('table1')[0, 0].val = tick

    def onDestroyTD(self):
        self.stop.set()
        if self.thread is not None:
            self.thread.join(1)
            assert not self.thread.is_alive()
