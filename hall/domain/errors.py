"""Refusals of the engine: expected, named by a stable code, one sentence each; nothing has changed when one is raised.

The codes are those of docs/contract.md; `hall.service.refusals` gives each its HTTP status.
"""

from __future__ import annotations

from typing import ClassVar


class HallError(Exception):
    """The base of all refusals; `code` is stable, `detail` a sentence for a log or a person who reads English."""

    code: ClassVar[str] = "refused"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class VisitUnknownError(HallError):
    """No visit has this id."""

    code = "visit_unknown"


class TicketUnknownError(HallError):
    """No visit of this service day has this ticket number."""

    code = "ticket_unknown"


class VisitIdTakenError(HallError):
    """The visit id already names a visit of another kind."""

    code = "visit_id_taken"


class ServiceUnknownError(HallError):
    """No service has this code."""

    code = "service_unknown"


class ServiceClosedError(HallError):
    """The service gives no tickets now."""

    code = "service_closed"


class CounterUnknownError(HallError):
    """No counter has this number."""

    code = "counter_unknown"


class AgentUnknownError(HallError):
    """No agent has this name."""

    code = "agent_unknown"


class VisitorKindNeededError(HallError):
    """The service asks who the visitor is."""

    code = "visitor_kind_needed"


class VisitorKindRefusedError(HallError):
    """The service does not serve this kind of visitor."""

    code = "visitor_kind_refused"


class PhoneNotKeptError(HallError):
    """The hall keeps no telephone numbers."""

    code = "phone_not_kept"


class QuotaReachedError(HallError):
    """The service has given as many tickets today as the hall set."""

    code = "quota_reached"


class NumbersUsedUpError(HallError):
    """Every number of the service is still in the hall."""

    code = "numbers_used_up"


class TicketTakenError(HallError):
    """The printed number belongs to another visit of the day."""

    code = "ticket_taken"


class TicketForeignError(HallError):
    """The number cannot come from this service."""

    code = "ticket_foreign"


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


class DateNotDoubtedError(HallError):
    """There is no doubtful date to confirm."""

    code = "date_not_doubted"


class VisitOpenError(HallError):
    """The counter still has a visit called or being served."""

    code = "visit_open"


class NoVisitError(HallError):
    """The counter has no visit."""

    code = "no_visit"


class NotWaitingError(HallError):
    """The visit is not waiting."""

    code = "not_waiting"


class NotCalledError(HallError):
    """The visit is not called."""

    code = "not_called"


class NotServingError(HallError):
    """The visit is not being served."""

    code = "not_serving"


class NotParkedError(HallError):
    """The visit is not parked here."""

    code = "not_parked"


class NotMissedError(HallError):
    """The visit did not miss its call."""

    code = "not_missed"


class ReturnLimitError(HallError):
    """The visit went back to the queue as often as the hall allows."""

    code = "return_limit"


class ReinstateLimitError(HallError):
    """The visit was reinstated as often as the hall allows; a reason is needed."""

    code = "reinstate_limit"


class ReasonUnknownError(HallError):
    """A move out of order needs a reason from the hall's list."""

    code = "reason_unknown"


class TransferTargetError(HallError):
    """A transfer names exactly one of service, counter and agent."""

    code = "transfer_target"


class NothingToUndoError(HallError):
    """The visit's last move cannot be taken back."""

    code = "nothing_to_undo"


class UndoTooLateError(HallError):
    """The time in which the move could be taken back is over."""

    code = "undo_too_late"


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


class AgentsServingError(HallError):
    """The day cannot be closed while a visit is called or being served, unless that is said to be meant."""

    code = "agents_serving"


class NotAtCounterError(HallError):
    """The counter does not serve the service."""

    code = "not_at_counter"


class AlreadySoError(HallError):
    """What was to be arranged or changed is so already."""

    code = "already_so"


class ArrangementUnknownError(HallError):
    """No arrangement in force has this id."""

    code = "arrangement_unknown"


class AlertOverError(HallError):
    """There is no such alert now."""

    code = "alert_over"


class AppointmentsNotOfferedError(HallError):
    """The hall takes no appointments."""

    code = "appointments_not_offered"


class AppointmentUnknownError(HallError):
    """No appointment has this number."""

    code = "appointment_unknown"


class AppointmentTakenError(HallError):
    """The number belongs to another appointment."""

    code = "appointment_taken"


class AppointmentSlotError(HallError):
    """The hall serves nobody at this time."""

    code = "appointment_slot"


class AppointmentEarlyError(HallError):
    """It is too early to check in."""

    code = "appointment_early"


class AppointmentLateError(HallError):
    """It is too late to check in."""

    code = "appointment_late"


class AppointmentOtherDayError(HallError):
    """The appointment is on another day."""

    code = "appointment_other_day"


class AppointmentUsedError(HallError):
    """The appointment has a ticket already."""

    code = "appointment_used"


class AppointmentCancelledError(HallError):
    """The appointment was cancelled."""

    code = "appointment_cancelled"


class NoOpeningCheckError(HallError):
    """The check before the opening is not under way."""

    code = "no_opening_check"
