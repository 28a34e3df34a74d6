"""Which facts which callers get over the live link, and with what left out (pure).

Each audience has a list of the kinds that it gets. A kind that stands in no list goes to nobody, and
`tests/hall/platform/live/test_audience.py` fails.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from contracts.codec.message import replace
from contracts.live import FactMessage
from contracts.queue.answers import VisitView
from hall.kernel.partner import PartnerScope
from hall.platform.security.access import Role


class Audience(Enum):
    """Callers that get the same messages."""

    BOARD = "board"
    KIOSK = "kiosk"
    SIGNED_OUT = "signed_out"
    """Counter PCs where nobody is signed in: who has such a PC and no PIN learns nothing of visits."""
    COUNTER = "counter"
    """Agents."""
    PARTNER = "partner"
    """Agents of a partner: of all visits only those of the partner's services."""
    LEAD = "lead"
    """Reception, hall head, administrator."""
    ANALYST = "analyst"
    """Who studies the hall: what happens in it, and neither who nor why."""


AUDIENCE = {
    Role.BOARD: Audience.BOARD,
    Role.KIOSK: Audience.KIOSK,
    Role.COUNTER: Audience.SIGNED_OUT,
    Role.AGENT: Audience.COUNTER,
    Role.RECEPTION: Audience.LEAD,
    Role.HEAD: Audience.LEAD,
    Role.ADMIN: Audience.LEAD,
    Role.ANALYST: Audience.ANALYST,
}
_DAY = frozenset(
    {
        "day_opened",
        "day_closed",
        "date_doubted",
        "date_confirmed",
        "settings_changed",
        "opening_check_begun",
        "hall_closed",
        "hall_opened_again",
    }
)
_CALLS = frozenset(
    {
        "visit_called", "visit_recalled", "visit_begun", "visit_continued", "visit_sent_back", "visit_finished",
        "visit_no_show", "visit_returned", "visit_parked", "visit_resumed", "visit_transferred", "visit_undone",
        "visit_closed_by_day", "calls_repeated",
    }
)  # fmt: skip
"""Calls and what ends them."""
_QUEUE = frozenset(
    {
        "visit_issued", "visit_handed_in", "visit_walked_up", "visit_cancelled", "visit_served_on_paper",
        "visit_carried_over", "visit_brought_back", "visit_reinstated", "visit_linked", "visit_unlinked", "visit_drawn",
        "visit_late", "visit_in_time",
        "lane_changed", "service_changed", "return_checked_in", "return_slip_asked", "receipt_asked",
    }
)  # fmt: skip
_SESSIONS = frozenset(
    {
        "signed_in", "signed_out", "session_moved", "started_late", "break_asked", "break_taken_back", "break_begun",
        "break_ended", "help_asked", "help_over", "auto_call_stopped", "visit_marked", "visit_reminded", "visit_moved",
        "return_promised",
    }
)  # fmt: skip
"""What happens at counters beside calls."""
_WORK = frozenset(
    {
        "request_registered", "request_referred", "request_replied", "request_decided", "request_withdrawn",
        "request_date_moved", "reply_told", "enquiry_received", "enquiry_handed_on", "enquiry_answered",
        "enquiry_confirmed", "holiday_announced", "holiday_taken_back", "hijri_offset_set",
        "moon_followed", "moon_taken_back", "arrangement_made",
        "arrangement_taken_back",
    }
)  # fmt: skip
_CALL_BACK = frozenset({"enquiry_phone_left", "enquiry_phone_read", "enquiry_phone_erased"})
_PRINTING = frozenset({"ticket_asked"})
_RUNNING = frozenset(
    {
        "device_reported", "device_paired", "device_revoked", "device_named", "kiosks_paused",
        "device_fell_silent", "device_heard_again", "device_updated",
        "ticket_printed", "paper_changed", "alert_acknowledged", "alert_over", "opening_check_ended",
        "visit_corrected", "correction_taken_back", "complaint_received", "complaint_handed_on",
        "complaint_answered", "complaint_closed", "complaint_taken_back",
    }
)  # fmt: skip
"""How the hall and its devices run."""
_LED = frozenset(
    {
        "phone_left", "phone_erased", "request_phone_left", "request_phone_read", "appointment_booked",
        "appointment_moved", "appointment_cancelled", "appointment_phone_read", "appointment_restored",
        "appointment_checked_in",
        "official_hours_changed", "official_away", "official_present", "code_renewed", "story_read", "pin_locked",
        "staff_acted", "survey_given",
        "staff_signed_in", "staff_signed_out", "session_ended", "sign_in_locked", "account_changed",
        "agent_access_changed", "console_acted",
        "data_exported", "personal_data_read", "access_refused",
    }
)  # fmt: skip
"""For those who lead the hall alone."""

KINDS_BY_AUDIENCE: Mapping[Audience, frozenset[str]] = {
    Audience.BOARD: _DAY | _CALLS,
    Audience.KIOSK: _DAY | _CALLS | _QUEUE | _PRINTING,
    Audience.SIGNED_OUT: _DAY,
    Audience.COUNTER: _DAY | _CALLS | _QUEUE | _SESSIONS | _WORK | _CALL_BACK,
    Audience.PARTNER: _DAY | _CALLS | _QUEUE | _SESSIONS,
    Audience.LEAD: _DAY | _CALLS | _QUEUE | _SESSIONS | _WORK | _CALL_BACK | _PRINTING | _RUNNING | _LED,
    Audience.ANALYST: _DAY | _CALLS | _QUEUE | _SESSIONS | _WORK | _RUNNING,
}
"""The kinds of facts that each audience gets."""
_TOLD_OUTSIDE = frozenset({"recalls", "look", "receipt", "at_device"})
"""What of a fact's own detail boards, kiosks and analysts may know: neither reasons nor notes."""


def audience_of(role: Role, scope: PartnerScope | None) -> Audience:
    """Return the audience of a caller who may follow; `scope` is what he may see where he works for a partner."""
    return Audience.PARTNER if role is Role.AGENT and scope is not None else AUDIENCE[role]


def told_to(audience: Audience, fact: FactMessage, scope: PartnerScope | None = None) -> FactMessage | None:
    """Return the fact as this audience may know it, or None when it is not for it; a partner's needs its scope."""
    if fact.kind not in KINDS_BY_AUDIENCE[audience]:
        return None
    match audience:
        case Audience.LEAD:
            return fact
        case Audience.COUNTER:
            return _without_notes(fact)
        case Audience.PARTNER:
            return None if scope is None else _of_partner(fact, scope)
        case Audience.ANALYST | Audience.BOARD | Audience.KIOSK | Audience.SIGNED_OUT:
            return _bare(fact)


def _of_partner(fact: FactMessage, scope: PartnerScope) -> FactMessage | None:
    """Return the fact where it is of the whole hall, of the partner's visits or of his counters."""
    if fact.kind in _DAY:
        return fact
    if fact.visit is None:
        return fact if fact.counter in scope.counters else None
    if scope.sees(fact.visit.service, fact.visit.counter):
        return _without_notes(fact)
    detail, before = fact.detail, fact.visit.stages[-2:-1]
    left = fact.kind == "visit_transferred" and any(one.service in scope.services for one in before)
    left = left or (fact.kind == "service_changed" and detail.get("was") in scope.services)
    if left or detail.get("to_counter") in scope.counters:
        # A visit has left the partner's queue, or waits for his counter: his program needs no more than to read again.
        return replace(_bare(fact), detail={})
    return None


def _without_notes(fact: FactMessage) -> FactMessage:
    """Leave out what agents wrote about a visitor: an agent reads the notes of the visits at his counter there."""
    if fact.visit is None:
        return fact
    detail = {name: value for name, value in fact.detail.items() if name != "note"}
    return replace(fact, visit=without_notes(fact.visit), detail=detail)


def _bare(fact: FactMessage) -> FactMessage:
    visit = bare_visit(fact.visit) if fact.visit else None
    detail = {name: value for name, value in fact.detail.items() if name in _TOLD_OUTSIDE}
    return replace(fact, visit=visit, agent=None, detail=detail)


def bare_visit(visit: VisitView) -> VisitView:
    """Return a visit without agents, notes and who the visitor is, for boards, kiosks, analysts and the visitor."""
    stages = tuple(replace(stage, agent=None, note=None, marks=()) for stage in visit.stages)
    return replace(visit, stages=stages, group=None, why=None, return_slip=None, visitor_kind=None)


def without_notes(visit: VisitView) -> VisitView:
    """Return a visit without what agents wrote about the visitor, for agents at another counter."""
    return replace(visit, stages=tuple(replace(stage, note=None) for stage in visit.stages))
