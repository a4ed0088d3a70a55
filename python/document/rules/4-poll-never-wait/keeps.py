"""Rule 4, kept: the main thread looks into the queue in each frame and never waits there."""
import queue
import threading
import time


class SlowLookup:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp
		self.result_queue = queue.Queue()
		self.frames = 0

	def StartLookup(self):
		threading.Thread(target=self.lookUp, daemon=True).start()

	def lookUp(self):
		"""Worker: three tenths of a second, as a slow network would take."""
		time.sleep(0.3)
		self.result_queue.put('found')

	def CheckLookup(self):
		"""Called every frame on the main thread: an empty queue is no reason to stay."""
		self.frames += 1
		try:
			result = self.result_queue.get(block=False)
		except queue.Empty:
			return
		self.ownerComp.op('table1')[0, 0].val = result
		print(f'[SlowLookup] {result} after {self.frames} frames, and none of them waited')
