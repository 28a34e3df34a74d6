"""Work off the GUI thread with its result on it: the only place where a program leaves its thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

log = logging.getLogger(__name__)

T = TypeVar("T")


class Executor(Protocol):
    """Runs pieces of work one after the other, in order, somewhere."""

    def run(self, work: Callable[[], None]) -> None:
        """Run `work` later or now; it never raises."""

    def stop(self) -> None:
        """Wait until what was begun has ended; what waits is dropped."""


class OneThread:
    """An Executor with its own worker thread (QThreadPool of size 1)."""

    def __init__(self) -> None:
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)  # the thread keeps what it opened (a serial line) until the lane stops

    def run(self, work: Callable[[], None]) -> None:
        """Run `work` on the worker thread after everything given before it."""
        self._pool.start(work)

    def stop(self) -> None:
        """Drop what waits and return when the running work has ended (the interpreter may crash in a worker else)."""
        self._pool.clear()
        self._pool.waitForDone()


class JobLane(QObject):
    """One queue of work for one resource that must be used in order (the printer, a file).

    Work receives frozen data and returns a value; it touches no QObject. `then(value, error)` is always called on the
    thread that owns the lane, in the order of submission, and never after `stop()`.
    """

    _ended = Signal(object)  # Callable[[], None]: the delivery, to be called on the lane's own thread

    def __init__(self, executor: Executor | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor: Executor = executor if executor is not None else OneThread()
        self._stopped = False
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(self, work: Callable[[], T], then: Callable[[T | None, Exception | None], None]) -> None:
        """Run `work` on the lane; then call `then` with its value, or with None and the exception it raised."""

        def run() -> None:
            value, error = _outcome(work)
            self._ended.emit(lambda: then(value, error))

        if not self._stopped:
            self._executor.run(run)

    def post(self, report: Callable[[], None]) -> None:
        """Call `report` on the lane's thread soon; for work that tells of its progress while it runs."""
        self._ended.emit(report)

    def stop(self) -> None:
        """Wait for the running work, drop the rest; no result is delivered afterwards."""
        self._stopped = True
        self._executor.stop()

    @Slot(object)
    def _deliver(self, deliver: Callable[[], None]) -> None:
        if not self._stopped:
            deliver()


def _outcome(work: Callable[[], T]) -> tuple[Any, Exception | None]:
    try:
        return work(), None
    except Exception as error:  # the edge of a thread: the error goes to the caller who submitted the work
        log.debug("work on a lane raised", exc_info=True)
        return None, error
