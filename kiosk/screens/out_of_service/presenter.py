"""The calm screens: hall away, printer in trouble, closed, and a ticket that could not be given."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from contracts.day.closures import ClosingNow
from contracts.settings.hall_view import DayView, HallView
from kiosk.screens.out_of_service.first_screen import STARTING
from kiosk.screens.view_data.visitor import NoticeView
from kiosk.state.conditions import Conditions, Trouble, closing_of, day_of

_PRINTER = {
    "paper_out": NoticeView("paper_out", "paper", reception=True),
    "cover_open": NoticeView("cover_open", "cover", reception=True),
    "presenter_jam": NoticeView("presenter_jam", "jam", reception=True),
}
"""Faults whose remedy anybody at reception knows; all others read `printer_trouble`."""

_CLOSED = {"not_yet": "not_yet_open", "over": "tickets_over", "closed": "closed_today", "doubtful": "date_doubtful"}

_REFUSALS = frozenset(
    {
        "service_closed",
        "numbers_used_up",
        "visitor_kind_refused",
        "day_not_open",
        "day_doubtful",
        "hall_away",
        "quota_reached",
        "appointment_early",
        "appointment_late",
        "appointment_other_day",
        "appointment_used",
        "appointment_cancelled",
    }
)
"""Refusals of an issue that have a separate text."""


_TO_RECEPTION = frozenset({"appointment_used", "numbers_used_up", "day_not_open", "day_doubtful"})
"""Refusals after which only reception can help."""

_BY_THE_CLOCK = frozenset({"appointment_early", "appointment_late", "appointment_other_day"})

_FIXED = {
    Trouble.STARTING: STARTING,
    Trouble.NOT_ENROLLED: NoticeView("not_enrolled", "stop", reception=True),
    Trouble.WRONG_CERTIFICATE: NoticeView("wrong_certificate", "stop", reception=True),
    Trouble.HALL_AWAY: NoticeView("hall_away", "link", reception=True),
    Trouble.WRONG_ROLL: NoticeView("wrong_roll", "roll", reception=True),
    Trouble.SLOT: NoticeView("ticket_in_slot", "slot"),
    Trouble.PAUSED_BY_STAFF: NoticeView("printer_trouble", "stop", reception=True),
    Trouble.PAUSED: NoticeView("paused", "wait"),
}
"""Screens that say the same whatever else is known."""


def derive_trouble(trouble: Trouble, conditions: Conditions) -> NoticeView:
    """Return the screen that says why there are no tickets; it disappears when the cause is gone."""
    if trouble is Trouble.PRINTER:
        fault = conditions.printer.fault if conditions.printer is not None else None
        return _PRINTER.get(fault or "", NoticeView("printer_trouble", "stop", reception=True))
    if trouble is Trouble.PAUSED:
        return replace(_FIXED[trouble], ends_in_s=conditions.pause_ends_in_s)
    return _closed(conditions) if trouble is Trouble.CLOSED else _FIXED[trouble]


def derive_refusal(code: str, at: str = "") -> NoticeView:
    """Return the screen that tells why this visitor got no ticket, with a way back; `at` is a time or day it tells."""
    mark = "clock" if code in _BY_THE_CLOCK else "stop"
    notice = code if code in _REFUSALS else "no_ticket"
    return NoticeView(notice, mark, leads_back=True, at=at, reception=code in _TO_RECEPTION)


def _closed(conditions: Conditions) -> NoticeView:
    day = day_of(conditions)
    closing = closing_of(conditions)
    if conditions.hall is not None and closing is not None:
        return _closed_suddenly(conditions.hall, closing, day)
    hours = conditions.hall.hours if conditions.hall is not None else None
    notice = _CLOSED.get(day.state if day is not None else "", "closed_today")
    opens_at = hours.first_ticket if hours is not None and notice == "not_yet_open" else None
    return NoticeView(notice, "clock", opens_at=opens_at or "", reception=notice == "date_doubtful")


def _closed_suddenly(hall: HallView, closing: ClosingNow, day: DayView | None) -> NoticeView:
    """Return the screen of a sudden closure: why, what was written about it, and when the hall opens again."""
    until = closing.until.astimezone(ZoneInfo(hall.time_zone))
    at = f"{until:%H:%M}" if day is not None and until.date() == day.service_day else f"{until:%d/%m/%Y}"
    return NoticeView(f"closed_{closing.reason.value}", "clock", at=at, words=dict(closing.texts))
