"""Count how the kiosk is used, and report it to the hall: each use once, also over an outage and a restart."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from contracts.codec.message import replace
from contracts.devices.kiosk_use import KioskUseRequest
from contracts.queue.answers import Problem
from kiosk.usage.file import Counted, UseFile
from kiosk.usage.one_use import Use, added, counts_of, followed
from kiosk.visitor.session import Session
from qtkit.hall.calls import HallCalls
from qtkit.program.jobs import JobLane

log = logging.getLogger(__name__)

NOT_COUNTED = "field_invalid"
"""The one refusal that says something about the report (its day is wrong); after others it is repeated."""


class UseCounter:
    """Follows the session of who stands at the screen; knows neither visit nor ticket number.

    One report is on its way at a time. It is on the disk before it is sent, and is repeated with its id until the hall
    answers, so that the hall recognises a repetition.
    """

    def __init__(
        self,
        calls: HallCalls,
        device: str,
        file: UseFile,
        lane: JobLane,
        *,
        local_time: Callable[[], datetime],
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._calls, self._path, self._file, self._lane = calls, f"/devices/{device}/use", file, lane
        self._local_time, self._now_s = local_time, now_s
        self._use: Use | None = None
        self._counted = file.load()
        self._under_way = False

    def follow(self, session: Session) -> None:
        """Follow a step of the session; the first screen ends the use."""
        if not session.untouched:
            self._use = followed(self._use, session, self._now_s(), self._local_time())
            return
        use, self._use = self._use, None
        if use is not None:
            self._keep(replace(self._counted, waiting=added(self._counted.waiting, counts_of(use))))
            self.send()

    def drop(self) -> None:
        """Forget the use that is open: staff have opened their menu."""
        self._use = None

    def send(self) -> None:
        """Report what was counted; to be called, too, when the hall is back."""
        if self._under_way:
            return
        if self._counted.sent is None and self._counted.waiting:
            self._keep(Counted(KioskUseRequest(str(uuid4()), self._counted.waiting)))
        if self._counted.sent is not None:
            self._under_way = True
            self._lane.submit(lambda: None, lambda _value, _error: self._post())  # after the file is written

    def _post(self) -> None:
        report = self._counted.sent
        if report is not None:
            self._calls.call("POST", self._path, report, lambda _, problem: self._sent(problem), report.report)

    def _sent(self, problem: Problem | None) -> None:
        self._under_way = False
        if problem is not None and problem.code != NOT_COUNTED:
            return
        if problem is not None:
            log.warning("the hall does not count what this kiosk reports: %s", problem.detail)
        self._keep(replace(self._counted, sent=None))
        self.send()

    def _keep(self, counted: Counted) -> None:
        self._counted = counted
        self._lane.submit(lambda: self._file.save(counted), _note)


def _note(_value: None, error: Exception | None) -> None:
    if error is not None:
        log.warning("what was counted at this kiosk is not on the disk: %s", error)
