"""Rule 1, broken and left alone: the refusal ends the worker and reaches the textport."""
import threading


class Impatient:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp

	def StartWork(self):
		self.thread = threading.Thread(target=self.writeResult, name='impatient', daemon=True)
		self.thread.start()

	def writeResult(self):
		"""Worker: has its result, and can't wait for the main thread to come by."""
		self.ownerComp.op('table1')[0, 0].val = str(6 * 7)
