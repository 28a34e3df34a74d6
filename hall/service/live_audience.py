"""Which facts which callers get over the live link, and with what left out (pure)."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from contracts.hall_answers import VisitView
from contracts.live import FactMessage
from hall.service.access import Role


class Audience(Enum):
    """Callers that get the same messages."""

    BOARD = "board"
    KIOSK = "kiosk"
    COUNTER = "counter"
    """Counter PCs and agents."""
    LEAD = "lead"
    """Reception, hall head, administrator."""
    ANALYST = "analyst"
    """Who studies the hall: what happens in it, and neither who nor why."""


AUDIENCE = {
    Role.BOARD: Audience.BOARD,
    Role.KIOSK: Audience.KIOSK,
    Role.COUNTER: Audience.COUNTER,
    Role.AGENT: Audience.COUNTER,
    Role.RECEPTION: Audience.LEAD,
    Role.HEAD: Audience.LEAD,
    Role.ADMIN: Audience.LEAD,
    Role.ANALYST: Audience.ANALYST,
}
_DAY = frozenset({"day_opened", "day_closed", "date_doubted", "date_confirmed", "settings_changed"})
_ON_BOARD = _DAY | {
    "opening_check_begun", "visit_continued", "visit_sent_back",
    "visit_called", "visit_recalled", "visit_begun", "visit_finished", "visit_no_show", "visit_returned",
    "visit_parked", "visit_resumed", "visit_transferred", "visit_undone", "visit_closed_by_day", "calls_repeated",
}  # fmt: skip
_NOT_AT_COUNTERS = frozenset(
    {
        "device_reported", "device_paired", "device_revoked", "pin_locked", "ticket_printed", "paper_changed",
        "phone_left", "phone_erased", "appointment_booked", "appointment_cancelled", "appointment_checked_in",
        "appointment_moved", "appointment_restored", "official_hours_changed", "official_away", "official_present",
        "staff_acted",
        "device_fell_silent", "device_heard_again", "alert_acknowledged", "alert_over", "opening_check_ended",
        "story_read", "request_phone_read", "code_renewed", "ticket_asked", "visit_corrected", "correction_taken_back",
        "survey_given",
        "complaint_received", "complaint_handed_on", "complaint_answered", "complaint_closed", "complaint_taken_back",
    }
)  # fmt: skip
_NOT_AT_KIOSKS = (_NOT_AT_COUNTERS - {"ticket_asked"}) | {
    "request_registered", "request_referred", "request_replied", "request_decided", "request_withdrawn",
    "request_date_moved",
    "enquiry_received", "enquiry_handed_on", "enquiry_answered", "enquiry_confirmed",
    "enquiry_phone_left", "enquiry_phone_read", "enquiry_phone_erased",
    "reply_told", "holiday_announced", "holiday_taken_back", "hijri_offset_set",
    "session_moved", "started_late", "break_asked", "break_taken_back", "help_asked", "help_over",
    "auto_call_stopped", "visit_marked", "visit_reminded", "visit_moved", "return_promised",
    "signed_in", "signed_out", "break_begun", "break_ended", "arrangement_made", "arrangement_taken_back",
}  # fmt: skip
_NOT_FOR_ANALYSTS = frozenset(
    {
        "phone_left", "phone_erased", "appointment_booked", "appointment_cancelled", "appointment_checked_in",
        "appointment_moved", "appointment_restored", "official_hours_changed", "official_away", "official_present",
        "story_read", "request_phone_read", "code_renewed", "ticket_asked", "pin_locked", "staff_acted",
        "survey_given", "enquiry_phone_left", "enquiry_phone_read", "enquiry_phone_erased",
    }
)  # fmt: skip
_TOLD_OUTSIDE = frozenset({"recalls", "look", "receipt", "at_device"})
"""What of a fact's own detail boards, kiosks and analysts may know: neither reasons nor notes."""


def told_to(audience: Audience, fact: FactMessage) -> FactMessage | None:
    """Return the fact as this audience may know it, or None when it is not for it."""
    match audience:
        case Audience.LEAD:
            return fact
        case Audience.ANALYST:
            return None if fact.kind in _NOT_FOR_ANALYSTS else _bare(fact)
        case Audience.COUNTER:
            return None if fact.kind in _NOT_AT_COUNTERS else fact
        case Audience.BOARD:
            return _bare(fact) if fact.kind in _ON_BOARD else None
        case Audience.KIOSK:
            return None if fact.kind in _NOT_AT_KIOSKS else _bare(fact)


def _bare(fact: FactMessage) -> FactMessage:
    visit = bare_visit(fact.visit) if fact.visit else None
    detail = {name: value for name, value in fact.detail.items() if name in _TOLD_OUTSIDE}
    return replace(fact, visit=visit, agent=None, detail=detail)


def bare_visit(visit: VisitView) -> VisitView:
    """Return a visit without agents, notes and who the visitor is, for boards, kiosks, analysts and the visitor."""
    stages = tuple(replace(stage, agent=None, note=None, marks=()) for stage in visit.stages)
    return replace(visit, stages=stages, group=None, why=None, return_slip=None, visitor_kind=None)
