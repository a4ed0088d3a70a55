"""A pool does the work, and the frames look whether it is done."""

from concurrent.futures import ThreadPoolExecutor


class PoolExt:
    def __init__(self, ownerComp):
        self.ownerComp = ownerComp
        self.pool = ThreadPoolExecutor(2)
        self.future = None

    def StartPool(self):
        if self.future is None:
            self.future = self.pool.submit(self.work)

    def work(self):
        return sum([1, 2, 3])

    def CheckPool(self):
        if self.future is None or not self.future.done():
            return
        result = self.future.result()
        assert result == 6, result
        self.ownerComp.op('table1')[0, 0].val = result

    def onDestroyTD(self):
        self.pool.shutdown(wait=False)
