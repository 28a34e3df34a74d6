"""Let the boards say the calls again when a visitor who cannot see them presses the keypad's key for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, SignalInstance

from contracts.queue.answers import Problem
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import Answer


class CallsAgain(QObject):
    """Follows a keypad's `pressed(str)`. A wish that the hall does not take, as one came just before, is gone."""

    def __init__(self, pressed: SignalInstance, calls: HallCalls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._asked = False
        pressed.connect(self._press)

    @property
    def asking(self) -> bool:
        """Whether the hall has not answered the last wish yet; until then the key does nothing."""
        return self._asked

    def _press(self, act: str) -> None:
        if act == "calls" and not self._asked:
            self._asked = True
            self._calls.call("POST", "/calls/repeat", None, self._answered)

    def _answered(self, _answer: Answer | None, _problem: Problem | None) -> None:
        self._asked = False
