class LampExt:
	pass
