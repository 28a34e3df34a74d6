"""The kiosk's reports to the hall: print states, its condition, visits it gave up; kept while the hall is away."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from contracts.queue.answers import Problem
from contracts.queue.bodies import DeviceActRequest, DeviceStateRequest, PrintRequest
from qtkit.hall.calls import HallCalls
from qtkit.hall.problems import HALL_AWAY

log = logging.getLogger(__name__)

KEPT = 1000
"""Reports kept while the hall is away; the oldest goes first (a kiosk prints some 400 tickets on its busiest day)."""


@dataclass(frozen=True)
class _Report:
    """One POST that the hall has not taken yet; each repetition has the same `key`."""

    path: str
    body: object
    key: str
    visit: str = ""


class Reports:
    """Sends reports one after the other, in order, each with one key however often it is sent.

    Reports of a visit that the hall does not know yet (`held(visit)`) are left for later: `resume` when it does.
    """

    def __init__(self, calls: HallCalls, device: str, *, held: Callable[[str], bool] = lambda _: False) -> None:
        self._calls = calls
        self._device = device
        self._held = held
        self._waiting: deque[_Report] = deque(maxlen=KEPT)
        self._under_way: _Report | None = None

    def print_state(self, visit: str, report: PrintRequest) -> None:
        """Tell a state of one attempt to print."""
        self._add(f"/visits/{visit}/prints", report, visit)

    def device_state(self, report: DeviceStateRequest) -> None:
        """Tell how the kiosk is; an older word that was not sent yet is dropped for it."""
        path = f"/devices/{self._device}/state"
        self._waiting = deque(
            (waits for waits in self._waiting if waits.path != path or waits is self._under_way), KEPT
        )
        self._add(path, report)

    def act(self, report: DeviceActRequest) -> None:
        """Tell what was done at this kiosk, or that it has started."""
        self._add(f"/devices/{self._device}/acts", report)

    def give_up(self, visit: str) -> None:
        """Cancel a visit whose answer never came: its visitor holds no number and must not be called."""
        self._add(f"/visits/{visit}/cancel", None)

    def resume(self) -> None:
        """Send what waits; to be called when the hall is back."""
        self._send_first()

    def _add(self, path: str, body: object, visit: str = "") -> None:
        self._waiting.append(_Report(path, body, str(uuid4()), visit))
        self._send_first()

    def _send_first(self) -> None:
        report = next((waits for waits in self._waiting if not self._held(waits.visit)), None)
        if self._under_way is not None or report is None:
            return
        self._under_way = report
        self._calls.call("POST", report.path, report.body, lambda _, problem: self._sent(report, problem), report.key)

    def _sent(self, report: _Report, problem: Problem | None) -> None:
        self._under_way = None
        if problem is not None and problem.code == HALL_AWAY:
            return
        if problem is not None and problem.code != "visit_unknown":
            log.info("the hall refused the report %s: %s (%s)", report.path, problem.code, problem.detail)
        self._waiting = deque((waits for waits in self._waiting if waits is not report), KEPT)
        self._send_first()
