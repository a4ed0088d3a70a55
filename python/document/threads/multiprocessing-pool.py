"""A pool of processes: other processors do the work, and no GIL is shared with the frames."""
import multiprocessing

import _pool_work


class PrimePool:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp
		# As on Windows and macOS: a fork would copy the threads' locks without the threads.
		self.pool = multiprocessing.get_context('spawn').Pool(2)
		self.result = None

	def onInitTD(self):
		self.result = self.pool.map_async(_pool_work.count_primes, [100, 1000, 2000])

	def CheckResult(self):
		"""Called every frame."""
		if self.result is not None and self.result.ready():
			print(f'[PrimePool] {self.result.get()}')
			self.ownerComp.op('table1')[0, 0].val = str(self.result.get())
			self.result = None

	def onDestroyTD(self):
		self.pool.terminate()
		self.pool.join()
