"""Rule 1, kept: the worker gets plain values and returns plain values."""
import queue
import threading


class FrameReport:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp
		self.result_queue = queue.Queue()

	def StartReport(self):
		"""Main thread: reads what the worker needs, and hands it over by value."""
		facts = (self.ownerComp.path, absTime.frame)
		threading.Thread(target=self.writeReport, args=facts, daemon=True).start()

	def writeReport(self, path: str, frame: int):
		"""Worker: a text and a number came in, a text goes out."""
		self.result_queue.put(f'{path} was started in frame {frame}')

	def CheckReport(self):
		"""Called every frame on the main thread, where the table may be touched."""
		try:
			report = self.result_queue.get(block=False)
		except queue.Empty:
			return
		self.ownerComp.op('table1')[0, 0].val = report
		print(f'[FrameReport] {report}')
