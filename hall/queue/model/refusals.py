"""Refusals of the queue: about a counter and the visit in hand, and about what reception corrects."""

from __future__ import annotations

from hall.kernel.refusals import HallError


class VisitOverError(HallError):
    """The visit is over: nobody needs its paper any more."""

    code = "visit_over"


class ReprintedMeanwhileError(HallError):
    """Somebody else has reprinted the ticket since the caller read it."""

    code = "reprinted_meanwhile"


class NotLinkedError(HallError):
    """The visit is in no group."""

    code = "not_linked"


class PrinterUnableError(HallError):
    """The chosen kiosk cannot print now."""

    code = "printer_unable"


class VisitOpenError(HallError):
    """The counter still has a visit called or being served."""

    code = "visit_open"


class NoVisitError(HallError):
    """The counter has no visit."""

    code = "no_visit"


class NotSignedInError(HallError):
    """Nobody is signed in at the counter."""

    code = "not_signed_in"


class CounterTakenError(HallError):
    """Another agent is signed in at the counter."""

    code = "counter_taken"


class AgentElsewhereError(HallError):
    """The agent is signed in at another counter."""

    code = "agent_elsewhere"


class OnBreakError(HallError):
    """The agent is on a break."""

    code = "on_break"


class NotOnBreakError(HallError):
    """The agent is not on a break."""

    code = "not_on_break"


class NotAtCounterError(HallError):
    """The counter does not serve the service."""

    code = "not_at_counter"


class CalledJustNowError(HallError):
    """The counter called somebody only seconds ago; a second call must be meant."""

    code = "called_just_now"


class PressedTwiceError(HallError):
    """A key or button was pressed again before anybody could have read what the first press did."""

    code = "pressed_twice"


class AutoCallOffError(HallError):
    """No automatic call is due here: it was stopped, or its time has not come."""

    code = "auto_call_off"


class LastCounterError(HallError):
    """Without this counter nobody would serve a service for which somebody waits."""

    code = "last_counter"


class PrayerTurnError(HallError):
    """Too many who serve one of the agent's services are at prayer: it is not his turn yet."""

    code = "prayer_turn"


class LaneUnknownError(HallError):
    """There is no lane of this name."""

    code = "lane_unknown"
