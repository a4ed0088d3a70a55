"""A worker says that it is ready, whatever happens, and a second one waits for that."""

import queue
import threading


class SignalExt:
    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
        self.ready = threading.Event()
        self.results = queue.Queue()
        self.loader = None
        self.user = None

    def StartSignal(self):
        if self.loader is not None or self.user is not None:
            return
        self.loader = threading.Thread(target=self.load, daemon=True)
        self.user = threading.Thread(target=self.use, daemon=True)
        self.loader.start()
        self.user.start()

    def load(self):
        try:
            self.results.put(int('5'))
        finally:
            self.ready.set()

    def use(self):
        self.ready.wait()
        self.results.put(int('7'))

    def CheckSignal(self):
        for _ in range(4):
            try:
                result = self.results.get_nowait()
            except queue.Empty:
                return
            assert result in (5, 7), result
            self.ownerComp.op('table1')[0, 0].val = result

    def onDestroyTD(self):
        if self.user is not None:
            self.user.join(1)
            assert not self.user.is_alive()
