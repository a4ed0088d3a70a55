"""Rule 1, broken in silence: the worker swallows the refusal, and the fault is kept all the same."""
import threading


class QuietWriter:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp

	def StartWork(self):
		self.thread = threading.Thread(target=self.writeResult, name='quiet writer', daemon=True)
		self.thread.start()

	def writeResult(self):
		"""Worker: whatever goes wrong here, nobody will hear of it."""
		try:
			self.ownerComp.op('table1')[0, 0].val = str(6 * 7)
		except Exception:
			pass
