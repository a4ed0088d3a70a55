"""Rule 3, broken: four workers share one total, without a queue and without a lock."""
import threading

workers = 4


class VisitorCount:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp
		self.total = 0
		self.threads = []
		# All workers read the total before any of them writes it. That may happen on any day;
		# the barrier makes it happen on every day, so that the loss can be watched.
		self.everyoneHasRead = threading.Barrier(workers)

	def StartCounting(self):
		for _ in range(workers):
			self.threads.append(threading.Thread(target=self.countVisitor, daemon=True))
		for thread in self.threads:
			thread.start()

	def countVisitor(self):
		"""Worker: self.total += 1, written as the three steps that it is."""
		seen = self.total
		self.everyoneHasRead.wait(timeout=5)
		self.total = seen + 1

	def CheckVisits(self):
		"""Called every frame on the main thread: once all have counted, looks at the total."""
		if not self.threads or any(thread.is_alive() for thread in self.threads):
			return
		self.threads = []
		self.ownerComp.op('table1')[0, 0].val = str(self.total)
		if self.total != workers:
			raise RuntimeError(f'lost updates: {workers} visitors came, the total says {self.total}')
