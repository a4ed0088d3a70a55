"""The palette's Thread Manager Client, its work written as callbacks and started by its pulse."""

CALLBACKS = '''
def Setup(tmClientExt):
	"""Main thread: here operators may be read."""
	return {'words': ['a', 'b', 'c']}


def RunInThread(tmClientExt, payload):
	"""Worker: no operator."""
	for word in payload['words']:
		tmClientExt.clientQueueManager.AddInRefreshQueue(word)
	tmClientExt.clientQueueManager.SetSuccessPayload(''.join(payload['words']))


def OnRefresh(tmClientExt, refreshPayload):
	"""Main thread, each frame meanwhile."""
	if refreshPayload is not None:
		tmClientExt.ownerComp.parent().op('table1').appendRow([refreshPayload])


def OnSuccess(tmClientExt, payload):
	"""Main thread, once."""
	print(f'[ClientUser] {payload}')


def OnExcept(tmClientExt, args):
	"""Main thread, once, with what RunInThread raised."""
	print(f'[ClientUser] failed: {args}')
'''


class ClientUser:
	def __init__(self, ownerComp: baseCOMP):
		self.ownerComp: baseCOMP = ownerComp

	def onInitTD(self):
		self.ownerComp.op('table1').clear()
		client = self.ownerComp.op('threadManagerClient')
		if client is None:
			client = self.ownerComp.loadTox(f'{app.paletteFolder}/Tools/threadManagerClient.tox')
			client.par.Callbackdat.eval().text = CALLBACKS
		client.par.Runinthread.pulse()

	def CheckClient(self):
		"""Called every frame: the callbacks do all there is to do."""
