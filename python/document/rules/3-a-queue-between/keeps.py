"""Rule 3, kept: four workers report through one queue, and only the main thread adds up."""
import queue
import threading

workers = 4


class VisitorCount:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp
		self.visits = queue.Queue()
		self.total = 0

	def StartCounting(self):
		for _ in range(workers):
			threading.Thread(target=self.countVisitor, daemon=True).start()

	def countVisitor(self):
		"""Worker: reports its visitor and knows nothing of a total."""
		self.visits.put(1)

	def CheckVisits(self):
		"""Called every frame on the main thread, the only one that touches the total."""
		try:
			self.total += self.visits.get(block=False)
		except queue.Empty:
			return
		self.ownerComp.op('table1')[0, 0].val = str(self.total)
		if self.total == workers:
			print(f'[VisitorCount] {self.total} of {workers} visitors counted')
