"""Read from the hall again what a fact may have changed: the queues' figures, and the hall's settings."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from contracts.codec.reader import ContractError, from_json
from contracts.live import FactMessage
from contracts.queue.answers import Problem
from contracts.queue.queues_view import QueuesView
from contracts.settings.hall_view import HallView
from kiosk.state.conditions import makes_hall_stale, makes_queues_stale
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import Answer

log = logging.getLogger(__name__)

FIGURES_EVERY_MS = 500
"""The tiles' figures are asked for at most this often, however many facts come."""


class HallNews(QObject):
    """`queues(QueuesView)` and `hall(HallView)` come when they were asked for and could be read."""

    queues = Signal(object)
    hall = Signal(object)

    def __init__(self, calls: HallCalls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._figures = QTimer(self)
        self._figures.setObjectName("figures")
        self._figures.setSingleShot(True)
        self._figures.setInterval(FIGURES_EVERY_MS)
        self._figures.timeout.connect(self._ask_figures)

    def follow(self, fact: FactMessage) -> None:
        """Ask again for what the fact makes stale."""
        if makes_hall_stale(fact):
            self._calls.call("GET", "/hall", None, self._take_hall)
        if makes_queues_stale(fact) and not self._figures.isActive():
            self._figures.start(FIGURES_EVERY_MS)

    def ask_figures(self) -> None:
        """Ask for the queues' figures as soon as the program is free."""
        self._figures.start(0)

    def _ask_figures(self) -> None:
        self._calls.call("GET", "/queues", None, self._take_queues)

    def _take_queues(self, answer: Answer | None, problem: Problem | None) -> None:
        if problem is None:
            try:
                self.queues.emit(from_json(QueuesView, answer))
            except ContractError as error:
                log.error("the hall's figures cannot be read: %s", error)

    def _take_hall(self, answer: Answer | None, problem: Problem | None) -> None:
        if problem is None:
            try:
                self.hall.emit(from_json(HallView, answer))
            except ContractError as error:
                log.error("the hall's settings cannot be read: %s", error)
