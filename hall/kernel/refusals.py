"""Refusals of the engine: expected, named by a stable code, one sentence each; nothing has changed when one is raised.

The codes are those of docs/contract.md; `hall.platform.refusals` gives each its HTTP status.
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


class KioskPausedError(HallError):
    """Somebody let this kiosk pause: it gives no tickets."""

    code = "kiosk_paused"


class NumbersUsedUpError(HallError):
    """Every number of the service is still in the hall."""

    code = "numbers_used_up"


class TicketTakenError(HallError):
    """The printed number belongs to another visit of the day."""

    code = "ticket_taken"


class TicketForeignError(HallError):
    """The number cannot come from this service."""

    code = "ticket_foreign"


class NotKioskNumberError(HallError):
    """The visit's number is not one that a kiosk gave while the hall was away."""

    code = "not_kiosk_number"


class PaperOtherDayError(HallError):
    """The same table of paper tickets is entered for another day."""

    code = "paper_other_day"


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


class AlreadySoError(HallError):
    """What was to be arranged or changed is so already."""

    code = "already_so"


class ReturnUnknownError(HallError):
    """No return code is this one."""

    code = "return_unknown"


class ReturnExpiredError(HallError):
    """The return code was good until an earlier day."""

    code = "return_expired"


class ReturnUsedError(HallError):
    """Somebody came back with this code already."""

    code = "return_used"


class TransactionsLimitError(HallError):
    """One ticket of the service is for fewer transactions."""

    code = "transactions_limit"


class RemindAtError(HallError):
    """A reminder lies ahead, within the day."""

    code = "remind_at"


class GroupSizeError(HallError):
    """A group has at least two visits."""

    code = "group_size"


class RecallLimitError(HallError):
    """The call was announced again as often as the hall allows."""

    code = "recall_limit"


class TopicUnknownError(HallError):
    """The hall has no such topic."""

    code = "topic_unknown"


class DirectorateUnknownError(HallError):
    """The hall refers to no such directorate."""

    code = "directorate_unknown"


class PowerUnknownError(HallError):
    """The hall has no such delegated power."""

    code = "power_unknown"


class NoReceiptPrinterError(HallError):
    """No kiosk of the hall can print a receipt now."""

    code = "no_receipt_printer"


class NoPhoneLeftError(HallError):
    """Nobody left a telephone number for the request or the enquiry, or it is erased."""

    code = "no_phone_left"


class RequestUnknownError(HallError):
    """No request of this hall has this number."""

    code = "request_unknown"
