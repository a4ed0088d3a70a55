"""Rule 5, broken: the worker looks up the operator that it wants to hand to run()."""
import threading


class OperatorInRun:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp

	def StartWork(self):
		threading.Thread(target=self.work, name='eager caller', daemon=True).start()

	def work(self):
		"""Worker: run() is for later, its arguments are worked out here and now."""
		run('args[0].appendRow([args[1]])', op('table1'), 42, delayFrames=0)
