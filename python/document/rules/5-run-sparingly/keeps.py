"""Rule 5, kept: one call of run() when the work is done, with plain values only."""
import threading


class OneCall:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp

	def StartWork(self):
		threading.Thread(target=self.work, daemon=True).start()

	def work(self):
		"""Worker: asks once for a call on the main thread, and hands it a number."""
		total = sum(range(100000))
		run(self.ShowTotal, total, delayFrames=0)

	def ShowTotal(self, total: int):
		"""Main thread, by way of run()."""
		self.ownerComp.op('table1')[0, 0].val = str(total)
		print(f'[OneCall] {total}, shown on the main thread: {isMainThread()}')
