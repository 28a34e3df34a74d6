"""Print what the hall asks this kiosk to print: test slips, receipts, return codes, and tickets of reception."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from contracts.settings.hall_view import HallView
from kiosk.config import KioskConfig
from kiosk.equipment import PrintAccess
from kiosk.print_requests.opening_test_slip import OpeningSlip
from kiosk.print_requests.slips import AskedSlips
from kiosk.print_requests.ticket_slip import TicketSlip
from printer.documents.test_slip import Trial
from qtkit.hall.calls import HallCalls
from qtkit.hall.live_link import HallLink


class RequestedPrints(QObject):
    """Follows the live link; `hall` is what is known of the hall, `trial` makes a test slip."""

    def __init__(
        self,
        config: KioskConfig,
        calls: HallCalls,
        prints: PrintAccess,
        *,
        hall: Callable[[], HallView | None],
        trial: Callable[[], Trial],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._opening = OpeningSlip(prints.printer, prints.reports, trial)
        self._slips = AskedSlips(calls, prints.printer, config.device, hall, self)
        self._tickets = TicketSlip(calls, prints.printing, config.device, hall, config.language, self)

    def follow(self, link: HallLink) -> None:
        """Print from now on what the facts of this link ask for."""
        for asked in (self._opening, self._slips, self._tickets):
            link.fact.connect(asked.follow)
