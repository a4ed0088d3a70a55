"""Rule 4, broken: the main thread waits for the worker, and all of TouchDesigner waits with it."""
import queue
import threading
import time


class SlowLookup:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp
		self.result_queue = queue.Queue()
		self.isDone = False

	def StartLookup(self):
		threading.Thread(target=self.lookUp, daemon=True).start()

	def lookUp(self):
		"""Worker: three tenths of a second, as a slow network would take."""
		time.sleep(0.3)
		self.result_queue.put('found')

	def CheckLookup(self):
		"""Called every frame on the main thread, and stays until the worker has something."""
		if self.isDone:
			return
		begin = time.perf_counter()
		try:
			result = self.result_queue.get(block=True, timeout=0.5)
		except queue.Empty:
			return
		self.isDone = True
		waited = round(1000 * (time.perf_counter() - begin))
		self.ownerComp.op('table1')[0, 0].val = result
		print(f'[SlowLookup] {result}, and a frame stood still for {waited} ms')
