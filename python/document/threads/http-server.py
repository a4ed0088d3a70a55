"""A ThreadingHTTPServer that takes the same port again each time its extension is made anew."""
import queue
import threading
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Page(BaseHTTPRequestHandler):
	"""Answers on a thread of its own, so it knows plain values only and no operator."""

	def do_GET(self):
		body = b'here'
		self.send_response(200)
		self.send_header('Content-Length', str(len(body)))
		self.end_headers()
		self.wfile.write(body)

	def log_message(self, format: str, *args):
		"""Says nothing: one line for each request would bury the rest."""


class HTTPService:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp
		self.answers = queue.Queue()
		self.frames = 0
		# Bound here, on the main thread: who asks for the status later is told the truth.
		self.httpd = ThreadingHTTPServer(('127.0.0.1', ownerComp.fetch('port', 0)), Page)
		ownerComp.store('port', self.httpd.server_port)
		self.server = threading.Thread(
			target=self.httpd.serve_forever, args=(0.02,), name='http server', daemon=True)
		self.server.start()

	def ask(self):
		"""Worker: a frame that waited for an answer would be late."""
		connection = HTTPConnection(*self.httpd.server_address, timeout=5)
		connection.request('GET', '/')
		self.answers.put(connection.getresponse().read().decode())
		connection.close()

	def CheckAnswers(self):
		"""Called every frame."""
		self.frames += 1
		if self.frames == 5:
			threading.Thread(target=self.ask, name='asks the server', daemon=True).start()
		while not self.answers.empty():
			self.ownerComp.op('table1')[0, 0].val = self.answers.get()
			print(f"[HTTPService] {self.ownerComp.op('table1')[0, 0]}")

	def onDestroyTD(self):
		# shutdown() waits for the loop, which looks every 20 ms; the port is free when this returns.
		self.httpd.shutdown()
		self.httpd.server_close()
