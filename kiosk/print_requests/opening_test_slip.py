"""Print a test slip when the hall head checks the hall before it opens, and report to the hall that it came out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

from common.clock.wall_clock import utc_now
from contracts.live import FactMessage
from contracts.queue.bodies import DeviceActRequest
from contracts.words.hall import DeviceAct, PrintState
from kiosk.printing.printer_worker import PrintLane
from kiosk.printing.recent_tickets import SURE
from kiosk.state.status_reports import Reports
from printer.documents.test_slip import Trial

log = logging.getLogger(__name__)

BEGUN = "opening_check_begun"
FRESH = timedelta(minutes=2)
"""A check that began longer ago (the kiosk was cut off) is over for its slip."""


class OpeningSlip:
    """Follows the live link; `trial` makes the slip as the staff menu prints it."""

    def __init__(
        self,
        printer: PrintLane,
        reports: Reports,
        trial: Callable[[], Trial],
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._printer, self._reports, self._trial, self._now = printer, reports, trial, now

    def follow(self, fact: FactMessage) -> None:
        """Print where a check has just begun."""
        if fact.kind != BEGUN:
            return
        if abs(self._now() - fact.at) > FRESH:
            log.info("no test slip for a check of %s: it is over, or this machine's clock is wrong", fact.at)
            return
        self._printer.print_trial(self._trial, str(uuid4()), self._printed)

    def _printed(self, state: PrintState, _fault: str) -> None:
        """Report only a slip that is on paper; the kiosk's state reports the printer's trouble."""
        if state in SURE:
            self._reports.act(DeviceActRequest(DeviceAct.TEST_PRINTED))
