"""Two workers count under one lock, and the frames look at the sum."""

import threading


class CounterExt:
    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
        self.lock = threading.Lock()
        self.total = 0
        self.threads = []

    def StartCount(self):
        if self.threads:
            return
        for amount in (1, 2):
            thread = threading.Thread(target=self.count, args=(amount,), daemon=True)
            self.threads.append(thread)
            thread.start()

    def count(self, amount):
        with self.lock:
            self.total = self.total + self.weigh(amount)

    def weigh(self, amount):
        return amount * 2

    def CheckCount(self):
        if not self.threads or any(thread.is_alive() for thread in self.threads):
            return
        with self.lock:
            total = self.total
        assert total == 6, total
        self.ownerComp.op('table1')[0, 0].val = total
