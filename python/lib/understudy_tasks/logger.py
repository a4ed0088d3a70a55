"""Log messages of threads, written on the main thread."""

from __future__ import annotations

import logging
import queue
import sys

_NAME = "TDAppLogger.threadManager_logger"


class SafeLogger(logging.Logger):
    """A logger for any thread; what it takes is written when the main thread drains it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._records: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
        self.parent = logging.getLogger()
        self.propagate = True

    def handle(self, record: logging.LogRecord) -> None:
        """Keep a record for the main thread."""
        self._records.put(record)

    def drain(self) -> None:
        """Write what has come in, in its order; main thread."""
        while not self._records.empty():
            record = self._records.get_nowait()
            if self.hasHandlers():
                super().handle(record)
            elif record.levelno >= logging.WARNING:
                sys.stderr.write(f"{record.levelname}: {record.getMessage()}\n")


class Logger:
    """The main thread's side, with the names of TouchDesigner's logger component."""

    def __init__(self, target: SafeLogger) -> None:
        self._target = target

    def Debug(self, message: str) -> None:
        """Log a message for those who look for a fault."""
        self._target.debug("%s", message)

    def Info(self, message: str) -> None:
        """Log what happens."""
        self._target.info("%s", message)

    def Warning(self, message: str) -> None:
        """Log what may go wrong."""
        self._target.warning("%s", message)

    def Error(self, message: str) -> None:
        """Log what went wrong."""
        self._target.error("%s", message)

    def Critical(self, message: str) -> None:
        """Log what ends the work."""
        self._target.critical("%s", message)


def safe_logger() -> SafeLogger:
    """A logger of the Thread Manager."""
    return SafeLogger(_NAME)
