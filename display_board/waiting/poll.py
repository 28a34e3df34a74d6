"""Ask the hall from time to time who waits, for a board that shows it."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from contracts.codec.reader import ContractError, from_json
from contracts.queue.answers import Problem
from contracts.queue.queues_view import QueuesView
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import Answer

log = logging.getLogger(__name__)

EVERY_MS = 15_000
"""Boards get calls from the hall, not every ticket: for a board, figures 15 s old are good enough."""


class WaitingPoll(QObject):
    """Asks every EVERY_MS once started; `told(QueuesView)` gives each answer. A hall that is away gives none."""

    told = Signal(object)  # contracts.queue.queues_view.QueuesView

    def __init__(self, calls: HallCalls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._refusal = ""
        self._again = QTimer(self)
        self._again.setObjectName("waiting_poll")
        self._again.setInterval(EVERY_MS)
        self._again.timeout.connect(self.ask)

    def start(self) -> None:
        """Ask now, and again and again."""
        self._again.start()
        self.ask()

    def stop(self) -> None:
        """Ask no more."""
        self._again.stop()

    def ask(self) -> None:
        """Ask once."""
        self._calls.call("GET", "/queues", None, self._answered)

    def _answered(self, answer: Answer | None, problem: Problem | None) -> None:
        if answer is None:
            self._refused(problem.code if problem is not None else "no content")
            return
        try:
            queues = from_json(QueuesView, answer)
        except ContractError as error:
            self._refused(str(error))
            return
        self._refusal = ""
        self.told.emit(queues)

    def _refused(self, why: str) -> None:
        """Name a reason once: the live link tells already that the hall is away."""
        if why != self._refusal:
            self._refusal = why
            log.info("who waits is not known: %s", why)
