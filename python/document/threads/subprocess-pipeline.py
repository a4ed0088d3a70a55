"""Two programs and a pipe between them: a thread reads each line as it comes."""
import queue
import subprocess
import sys
import threading

COUNTS = 'import time\nfor number in range(20):\n\tprint(number, flush=True)\n\ttime.sleep(0.005)'
SQUARES = 'import sys\nfor line in sys.stdin:\n\tprint(int(line) ** 2, flush=True)'


class Pipeline:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp
		self.lines = queue.Queue()
		self.last = None
		# TouchDesigner's own standard input is none that a child could be given.
		self.counts = subprocess.Popen(
			[sys.executable, '-c', COUNTS], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
		self.squares = subprocess.Popen(
			[sys.executable, '-c', SQUARES], stdin=self.counts.stdout, stdout=subprocess.PIPE, text=True)
		# Only the second child keeps this end, so that it hears of the first one's end.
		self.counts.stdout.close()
		self.reader = threading.Thread(target=self.read, name='pipeline reader', daemon=True)
		self.reader.start()

	def read(self):
		"""Worker: ends with the pipe."""
		with self.squares.stdout as stdout:
			for line in stdout:
				self.lines.put(line.strip())

	def CheckLines(self):
		"""Called every frame."""
		while not self.lines.empty():
			self.last = self.lines.get()
			self.ownerComp.op('table1')[0, 0].val = self.last
		if self.last == '361' and self.squares.poll() is not None and self.counts.poll() is not None:
			print(f'[Pipeline] {self.last}, exit codes {self.counts.returncode} {self.squares.returncode}')
			self.last = None

	def onDestroyTD(self):
		for child in (self.counts, self.squares):
			child.terminate()
			# A moment only: nobody is left as a zombie.
			child.wait(5)
