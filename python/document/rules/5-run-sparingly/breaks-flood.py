"""Rule 5, overdone: hundreds of calls of run() from a worker, where one queue would do."""
import threading

calls = 300


class RunFlood:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp
		self.arrived = 0

	def StartWork(self):
		threading.Thread(target=self.work, daemon=True).start()

	def work(self):
		"""Worker: every number becomes a call that the main thread has to make."""
		for number in range(calls):
			run(self.ShowNumber, number, delayFrames=0)

	def ShowNumber(self, number: int):
		"""Main thread, by way of run()."""
		self.arrived += 1
		self.ownerComp.op('table1')[0, 0].val = str(number)
		if self.arrived == calls:
			print(f'[RunFlood] the main thread had to make {calls} calls')
