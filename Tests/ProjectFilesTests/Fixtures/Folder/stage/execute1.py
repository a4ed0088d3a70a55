def onStart():
    return


def onFrameStart(frame):
    return


class NotACallback:
    def onExit(self):
        return
