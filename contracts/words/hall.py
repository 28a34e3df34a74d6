"""The closed lists of words that the hall service and its clients share; values travel as they stand here."""

from __future__ import annotations

from enum import Enum, StrEnum

LONGEST_WAIT_MIN = 240
"""Minutes of waiting beyond which a kiosk asks before it gives a ticket, at most."""
UNDO_S = 120
"""Seconds in which a move is taken back where a hall sets nothing else."""


class Lane(Enum):
    """How a visit is ranked."""

    STANDARD = "standard"
    PRIORITY = "priority"
    PREMIUM = "premium"
    APPOINTMENT = "appointment"
    RETURNING = "returning"


class LaneReason(Enum):
    """Why staff gave or took back priority; the ground itself is neither asked nor stored."""

    ASKED = "asked"
    """The visitor asked for it."""
    SEEN = "seen"
    """Staff saw that it is due."""
    CORRECTED = "corrected"
    """The ticket was issued in the wrong lane."""


class VisitorKind(Enum):
    """Who the visitor is, asked only where the service asks."""

    CITIZEN = "citizen"
    RESIDENT = "resident"
    NON_RESIDENT = "non_resident"
    COMPANY = "company"
    GOVERNMENT = "government"
    INVESTOR = "investor"


class NextAction(StrEnum):
    """The next step at a counter: what its large button, its space bar and the NEXT key of a keypad do.

    A text at once, since a newer hall may name a step that a program does not know.
    """

    SIGN_IN = "sign_in"
    CALL_NEXT = "call_next"
    BEGIN = "begin"
    FINISH = "finish"
    RESUME_WORK = "resume_work"
    NONE = "none"
    """The service day is closed."""


class Outcome(Enum):
    """How serving a stage ended."""

    COMPLETED = "completed"
    REQUEST_REGISTERED = "request_registered"
    DOCUMENTS_MISSING = "documents_missing"
    REFERRED = "referred"
    CANCELLED = "cancelled"


class VisitState(Enum):
    """Where a visit stands."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    PARKED = "parked"
    FINISHED = "finished"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    CARRIED_OVER = "carried_over"
    CLOSED_BY_DAY = "closed_by_day"


class VisitInHand(Enum):
    """What happens to the visit in hand when its agent is signed out: it waits again at its place, or it is done."""

    RETURN = "return"
    FINISH = "finish"


class TransferPosition(Enum):
    """Where in the next queue a transferred visit stands."""

    FIRST = "first"
    BY_ISSUE = "by_issue"
    LAST = "last"


NO_SOUND = "no_sound"
"""The reason in a board's state, and its answer to the spoken test: no player works, so nobody hears the calls."""


class DeviceAct(Enum):
    """What a person, or a start, did at a device."""

    STARTED = "started"
    """The program started again: attempts that were under way before are settled by nobody else."""
    PAPER_CHANGED = "paper_changed"
    TEST_PRINTED = "test_printed"
    TEST_SPOKEN = "test_spoken"
    """A board has said a number, for the check before the hall opens."""
    TEST_UNSPOKEN = "test_unspoken"
    """A board could not say the number: it has no sound."""
    TEST_MUTED = "test_muted"
    """A board did not say the number: calls are not spoken at this hour."""
    MENU_OPENED = "menu_opened"
    MENU_REFUSED = "menu_refused"
    """Wrong PINs stopped the staff menu for a time."""
    RESTARTED = "restarted"
    SHUT_DOWN = "shut_down"


class ArrangementKind(Enum):
    """What the hall head changed for the service day."""

    AGENT_SERVICES = "agent_services"
    SERVICE_OPEN = "service_open"
    SERVICE_CLOSED = "service_closed"
    COUNTER_RESERVED = "counter_reserved"
    NOTICE = "notice"


class OutOfOrderKind(Enum):
    """A move that goes past the order of calling, or past its limits."""

    CALL_CHOSEN = "call_chosen"
    TRANSFER_FIRST = "transfer_first"
    PRIORITY_GIVEN = "priority_given"
    PRIORITY_TAKEN_BACK = "priority_taken_back"
    REINSTATED_PAST_LIMIT = "reinstated_past_limit"
    WALK_UP = "walk_up"


class CorrectionReason(Enum):
    """Why a stage that is over is corrected."""

    FORGOTTEN_BEGIN = "forgotten_begin"
    FINISHED_TOO_SOON = "finished_too_soon"
    LEFT_OPEN = "left_open"
    WRONG_OUTCOME = "wrong_outcome"
    WRONG_SERVICE = "wrong_service"
    OTHER = "other"


class PrintState(Enum):
    """What is known of one attempt to print a ticket."""

    NOT_STARTED = "not_started"
    SENDING = "sending"
    CONFIRMED = "confirmed"
    INTERRUPTED = "interrupted"
    UNKNOWN = "unknown"
    UNVERIFIED = "unverified"
