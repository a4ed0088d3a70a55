"""The Thread Manager with every hook, in its pool and in a thread of its own."""
import threading
import time


class ManagedWork:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp
		self.leaving = threading.Event()
		self.heard = []

	def onInitTD(self):
		manager = op.TDResources.ThreadManager
		manager.EnqueueTask(manager.TDTask(
			target=self.count, args=(5,),
			RefreshHook=self.hearProgress, SuccessHook=self.hearSuccess))
		manager.EnqueueTask(
			manager.TDTask(target=self.fail, kwargs={'reason': 'no such camera'}, ExceptHook=self.hearFailure),
			standalone=True)

	def count(self, steps: int):
		"""Worker: tells each step through its thread's queue, and stops when it is asked to."""
		thread = threading.current_thread()
		for step in range(steps):
			if self.leaving.wait(0.02):
				return
			thread.InfoQueue.put(step)
			thread.SetProgressSafe((step + 1) / steps)

	def fail(self, reason: str):
		"""Worker."""
		raise ValueError(reason)

	def hearProgress(self, step=None):
		"""Main thread: each frame, and once for each thing that the worker said."""
		if step is not None:
			self.heard.append(step)

	def hearSuccess(self):
		"""Main thread."""
		if not self.leaving.is_set():
			self.ownerComp.op('table1')[0, 0].val = f'{self.heard}'
			print(f'[ManagedWork] counted {self.heard}')

	def hearFailure(self, error):
		"""Main thread."""
		print(f'[ManagedWork] {type(error).__name__}: {error}')

	def CheckManager(self):
		"""Called every frame."""
		self.running = op.TDResources.ThreadManager.par.Runningthreads.eval()

	def onDestroyTD(self):
		self.leaving.set()
