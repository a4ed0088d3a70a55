"""The frames look at a copy of what a worker goes on changing."""

import threading


class SnapshotExt:
    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
        self.lock = threading.Lock()
        self.values = {}
        self.thread = None

    def StartSnapshot(self):
        if self.thread is not None:
            return
        self.thread = threading.Thread(target=self.fill, daemon=True)
        self.thread.start()

    def fill(self):
        for number in (1, 2, 3):
            with self.lock:
                self.values[number] = self.value(number)
                self.values['count'] = self.value(len(self.values))

    def value(self, number):
        return number

    def CheckSnapshot(self):
        with self.lock:
            values = dict(self.values)
        assert len(values) in (0, 2, 3, 4), values
        self.ownerComp.op('table1')[0, 0].val = len(values)
