"""Refusals about the service day: its opening and close, its date, and what was arranged for it."""

from __future__ import annotations

from hall.kernel.refusals import HallError


class DayNotOpenError(HallError):
    """Tickets are not given now: before the first or after the last ticket, or on a closed day."""

    code = "day_not_open"


class DayDoubtfulError(HallError):
    """The clock's date is doubtful and waits for the hall head."""

    code = "day_doubtful"


class DayOpenError(HallError):
    """The service day is already open."""

    code = "day_open"


class DayClosedError(HallError):
    """The service day is already closed."""

    code = "day_closed"


class DayOverError(HallError):
    """The visit belongs to another service day."""

    code = "day_over"


class NotCarriedOverError(HallError):
    """Only a visit that the close of the day carried over or ended can be brought back."""

    code = "not_carried_over"


class DateNotDoubtedError(HallError):
    """There is no doubtful date to confirm."""

    code = "date_not_doubted"


class AgentsServingError(HallError):
    """The day cannot be closed while a visit is called or being served, unless that is said to be meant."""

    code = "agents_serving"


class ArrangementUnknownError(HallError):
    """No arrangement in force has this id."""

    code = "arrangement_unknown"


class AlertOverError(HallError):
    """There is no such alert now."""

    code = "alert_over"


class NoOpeningCheckError(HallError):
    """The check before the opening is not under way."""

    code = "no_opening_check"
