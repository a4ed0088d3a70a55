"""A method that holds a lock calls another one that takes it again."""

import threading


class NestedExt:
    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
        self.lock = threading.RLock()
        self.log = []
        self.thread = None

    def StartNested(self):
        if self.thread is not None:
            return
        self.thread = threading.Thread(target=self.work, daemon=True)
        self.thread.start()

    def work(self):
        with self.lock:
            self.note('begun')
            self.note('done')

    def note(self, text):
        with self.lock:
            self.log.append(text)

    def CheckNested(self):
        if self.thread is None or self.thread.is_alive():
            return
        with self.lock:
            log = list(self.log)
        assert log == ['begun', 'done'], log
        self.ownerComp.op('table1')[0, 0].val = log[-1]
