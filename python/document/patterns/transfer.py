"""Two workers take two locks, both in the same order."""

import threading


class TransferExt:
    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
        self.left_lock = threading.Lock()
        self.right_lock = threading.Lock()
        self.left = 10
        self.right = 0
        self.first = None
        self.second = None

    def StartTransfer(self):
        if self.first is not None:
            return
        self.first = threading.Thread(target=self.there, daemon=True)
        self.second = threading.Thread(target=self.back, daemon=True)
        self.first.start()
        self.second.start()

    def there(self):
        with self.left_lock:
            with self.right_lock:
                self.left = self.left - int(3)
                self.right = self.right + int(3)

    def back(self):
        with self.left_lock:
            with self.right_lock:
                self.left = self.left + int(1)
                self.right = self.right - int(1)

    def CheckTransfer(self):
        if self.first is None or self.second is None:
            return
        if self.first.is_alive() or self.second.is_alive():
            return
        assert (self.left, self.right) == (8, 2)
        self.ownerComp.op('table1')[0, 0].val = self.left
