"""Report to the hall whether this board's calls can be heard, and how many of its clips are synthetic."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from contracts.queue.answers import Problem
from contracts.queue.bodies import DeviceStateRequest
from contracts.words.hall import NO_SOUND
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import Answer

AGAIN_MS = 10_000
"""After this time a report is repeated that the hall did not take."""


class SoundReport(QObject):
    """Sends the state of the sound at each call of `report`, and again until the hall has taken the newest one.

    `is_silent()` returns None as long as it is not known: then nothing is sent. `voices()` returns how many clips are
    synthetic and how many there are, None before they were counted.
    """

    def __init__(
        self,
        calls: HallCalls,
        is_silent: Callable[[], bool | None],
        parent: QObject | None = None,
        *,
        voices: Callable[[], tuple[int, int] | None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._calls, self._is_silent, self._voices = calls, is_silent, voices
        self._on_its_way: DeviceStateRequest | None = None
        self._stopped = False
        self._again = QTimer(self)
        self._again.setObjectName("sound_report_again")
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.report)

    def report(self) -> None:
        """Send how it is now, after the report that is on its way."""
        body = self._state()
        if body is None or self._on_its_way is not None or self._stopped:
            return
        self._on_its_way = body
        self._calls.call("POST", "/devices/self/state", body, self._taken)

    def stop(self) -> None:
        """Send and repeat nothing more; an answer that is still to come is ignored."""
        self._stopped = True
        self._again.stop()

    def _taken(self, _answer: Answer | None, problem: Problem | None) -> None:
        sent, self._on_its_way = self._on_its_way, None
        if self._stopped:
            return
        if problem is not None:
            self._again.start()
        elif sent != self._state():
            self.report()

    def _state(self) -> DeviceStateRequest | None:
        silent = self._is_silent()
        if silent is None:
            return None
        synthetic, clips = self._voices() or (None, None)
        state, reason = ("degraded", NO_SOUND) if silent else ("ok", None)
        return DeviceStateRequest(state, reason=reason, clips=clips, synthetic=synthetic)
