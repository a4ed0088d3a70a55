"""Rule 2, kept: the worker is a daemon, so it ends with the process."""
import queue
import threading
import time


class SensorReader:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp
		self.readings = queue.Queue()
		self.thread = None

	def StartReading(self):
		self.thread = threading.Thread(target=self.readSensor, name='sensor reader')
		self.thread.daemon = True
		self.thread.start()

	def readSensor(self):
		"""Worker: reads for as long as there is a process, for a sensor has no end."""
		count = 0
		while True:
			count += 1
			self.readings.put(count)
			time.sleep(0.05)

	def CheckReadings(self):
		"""Called every frame on the main thread: shows the newest reading."""
		try:
			reading = self.readings.get(block=False)
		except queue.Empty:
			return
		self.ownerComp.op('table1')[0, 0].val = str(reading)
		if reading == 1:
			print('[SensorReader] the sensor is being read')
