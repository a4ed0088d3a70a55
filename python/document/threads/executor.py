"""concurrent.futures: a pool of threads, and futures that are looked at and never waited for."""
import time
from concurrent.futures import ThreadPoolExecutor


class Thumbnails:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp
		self.pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix='thumbnail')
		self.futures = []

	def onInitTD(self):
		self.ownerComp.op('table1').clear()
		self.futures = [self.pool.submit(self.shrink, number) for number in range(6)]

	def shrink(self, number: int) -> str:
		"""Worker: reads and scales a picture, as it were. The fourth one is broken."""
		time.sleep(0.01)
		if number == 3:
			raise OSError('picture 3 is cut off')
		return f'picture {number}'

	def CheckFutures(self):
		"""Called every frame: takes what is done, and leaves the rest for later frames."""
		done = [future for future in self.futures if future.done()]
		for future in done:
			self.futures.remove(future)
			error = future.exception()
			self.ownerComp.op('table1').appendRow([error or future.result()])
			if error:
				print(f'[Thumbnails] {error}')
		if done and not self.futures:
			print(f"[Thumbnails] {self.ownerComp.op('table1').numRows} of 6 are through")

	def onDestroyTD(self):
		self.pool.shutdown(wait=False, cancel_futures=True)
