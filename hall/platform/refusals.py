"""Every refusal a client may see and its HTTP status, in one table; the service's own refusals stand here too.

HallError                      the engine's refusals (hall.kernel.refusals) and
└── ServiceError               the service's: about tokens, bodies, keys, PINs and codes, before the engine is asked
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from contracts.queue.answers import FieldProblem
from hall.kernel.refusals import HallError


class ServiceError(HallError):
    """A refusal of the service itself; `fields` names what is wrong, `retry_after_s` when to come again."""

    code: ClassVar[str] = "refused"

    def __init__(self, detail: str, *, fields: Sequence[FieldProblem] = (), retry_after_s: int | None = None) -> None:
        super().__init__(detail)
        self.fields = tuple(fields)
        self.retry_after_s = retry_after_s


class TokenMissingError(ServiceError):
    """The path needs a token and none came."""

    code = "token_missing"


class TokenUnknownError(ServiceError):
    """The token is not, or no longer, one of this hall."""

    code = "token_unknown"


class RoleRefusedError(ServiceError):
    """The token is good but not for this path, counter or device."""

    code = "role_refused"


class OriginRefusedError(ServiceError):
    """A command that came with the browser's cookie did not come from a page of this hall."""

    code = "origin_refused"


class FieldInvalidError(ServiceError):
    """A field, path part, query or header is not what the contract says."""

    code = "field_invalid"


class SettingsInvalidError(ServiceError):
    """The set-up would not hold together; `fields` has every mistake by its key in the set-up file."""

    code = "settings_invalid"


class BodyUnreadableError(ServiceError):
    """The body is not JSON in UTF-8."""

    code = "body_unreadable"


class BodyCutError(ServiceError):
    """The connection ended before the body did; nobody hears this answer."""

    code = "body_cut"


class BodyTooLargeError(ServiceError):
    """The body is larger than the hall reads."""

    code = "body_too_large"


class ReportUnknownError(ServiceError):
    """The set-up file has no report of this name."""

    code = "report_unknown"


class ReportNotMadeError(ServiceError):
    """The report could not be drawn on paper: a system library is missing, or the machine has no room."""

    code = "report_not_made"


class PathUnknownError(ServiceError):
    """There is no such path."""

    code = "path_unknown"


class MethodRefusedError(ServiceError):
    """The path is there, but not for this method."""

    code = "method_refused"


class PinWrongError(ServiceError):
    """Agent and PIN do not go together, or nobody of that name signs in here: the answer does not say which."""

    code = "pin_wrong"


class PinLockedError(ServiceError):
    """Too many wrong PINs; `retry_after_s` says when the next try is heard."""

    code = "pin_locked"


class SignInLockedError(ServiceError):
    """Too many wrong sign-ins of this name; `retry_after_s` says when the next one is heard."""

    code = "sign_in_locked"


class ConfirmNeededError(ServiceError):
    """Nothing was done in this session for a while: the password is asked for before it acts again."""

    code = "confirm_needed"


class CodeRefusedError(ServiceError):
    """The pairing code is wrong, spent or too old."""

    code = "code_refused"


class CodeUnknownError(ServiceError):
    """No visit of today has this code."""

    code = "code_unknown"


class TooManyTriesError(ServiceError):
    """The rate limit is reached; `retry_after_s` says when to come again."""

    code = "too_many_tries"


class DeviceUnknownError(ServiceError):
    """No device has this id."""

    code = "device_unknown"


class PictureUnknownError(ServiceError):
    """There is no picture of the device's screen of the last minutes."""

    code = "picture_unknown"


class ReleaseNotOfferedError(ServiceError):
    """The device should not have this release now."""

    code = "release_not_offered"


class HallAwayError(ServiceError):
    """The hall cannot store anything now (its database does not answer); nothing was changed."""

    code = "hall_away"


class ForecastUnavailableError(ServiceError):
    """The next hour cannot be computed now; the hall goes on, and only who looks at it does without."""

    code = "forecast_unavailable"


class BugError(ServiceError):
    """The service itself failed; it has logged why. Nothing was changed."""

    code = "bug"


STATUS: dict[str, int] = {
    # before the engine is asked
    "token_missing": 401,
    "token_unknown": 401,
    "role_refused": 403,
    "origin_refused": 403,
    "pin_wrong": 403,
    "pin_locked": 423,
    "sign_in_refused": 403,
    "sign_in_locked": 423,
    "confirm_needed": 403,
    "set_up_refused": 403,
    "authenticator_wrong": 403,
    "password_refused": 422,
    "no_password": 409,
    "account_unknown": 404,
    "account_taken": 409,
    "not_oneself": 409,
    "last_administrator": 409,
    "role_of_groups": 409,
    "role_of_centre": 409,
    "locked_here": 403,
    "account_unconfirmed": 403,
    "account_unit_unknown": 403,
    "session_unknown": 404,
    "pin_easy": 422,
    "agent_taken": 409,
    "settings_invalid": 422,
    "settings_changed": 409,
    "settings_version_unknown": 404,
    "setting_locked": 409,
    "service_in_use": 409,
    "numbers_at_kiosk": 409,
    "numbers_on_paper": 409,
    "counter_in_use": 409,
    "official_in_use": 409,
    "agent_needs_service": 409,
    "partner_mixed": 409,
    "code_refused": 403,
    "code_unknown": 404,
    "too_many_tries": 429,
    "device_unknown": 404,
    "picture_unknown": 404,
    "release_not_offered": 404,
    "path_unknown": 404,
    "report_not_made": 503,
    "report_unknown": 404,
    "method_refused": 405,
    "field_invalid": 422,
    "body_unreadable": 400,
    "body_cut": 400,
    "body_too_large": 413,
    "key_reused": 409,
    "hall_away": 503,
    "forecast_unavailable": 503,
    "bug": 500,
    "refused": 409,
    # people and things that the hall does not know
    "visit_unknown": 404,
    "ticket_unknown": 404,
    "service_unknown": 404,
    "counter_unknown": 404,
    "agent_unknown": 404,
    "arrangement_unknown": 404,
    # what the request lacks or has wrong
    "visitor_kind_needed": 422,
    "reason_unknown": 422,
    "transfer_target": 422,
    "transactions_limit": 422,
    "remind_at": 422,
    "group_size": 422,
    "return_unknown": 404,
    "lane_unknown": 404,
    "ticket_foreign": 422,
    "topic_unknown": 422,
    "directorate_unknown": 422,
    "power_unknown": 422,
    # requests and working days
    "request_unknown": 404,
    "request_number": 422,
    "centre_cut_off": 409,
    "request_state": 409,
    "power_expired": 409,
    "power_holder": 409,
    "power_limit": 409,
    "power_amount": 422,
    "no_phone_left": 404,
    "external_taken": 409,
    "holiday_unknown": 404,
    "no_receipt_printer": 409,
    "printer_unable": 409,
    "visit_over": 409,
    "reprinted_meanwhile": 409,
    "not_linked": 409,
    "enquiry_unknown": 404,
    "enquiry_state": 409,
    "survey_early": 409,
    "complaint_unknown": 404,
    "complaint_state": 409,
    "complaints_many": 409,
    "survey_over": 409,
    "survey_elsewhere": 409,
    # what does not go now
    "visit_id_taken": 409,
    "ticket_taken": 409,
    "service_closed": 409,
    "visitor_kind_refused": 409,
    "numbers_used_up": 409,
    "quota_reached": 409,
    "kiosk_paused": 409,
    "appointments_not_offered": 409,
    "appointment_unknown": 404,
    "appointment_taken": 409,
    "appointment_slot": 409,
    "appointment_full": 409,
    "appointment_early": 409,
    "appointment_late": 409,
    "appointment_other_day": 409,
    "appointment_used": 409,
    "appointment_cancelled": 409,
    "official_unknown": 404,
    "absence_unknown": 404,
    "slot_taken": 409,
    "not_with_official": 409,
    "phone_not_kept": 409,
    "day_not_open": 409,
    "day_doubtful": 409,
    "day_open": 409,
    "day_closed": 409,
    "day_over": 409,
    "not_carried_over": 409,
    "date_not_doubted": 409,
    "agents_serving": 409,
    "visit_open": 409,
    "no_visit": 409,
    "not_kiosk_number": 409,
    "paper_other_day": 409,
    "not_waiting": 409,
    "not_called": 409,
    "not_serving": 409,
    "not_parked": 409,
    "not_missed": 409,
    "return_limit": 409,
    "recall_limit": 409,
    "reinstate_limit": 409,
    "not_over": 409,
    "correction_refused": 409,
    "nothing_to_undo": 409,
    "undo_too_late": 409,
    "not_signed_in": 409,
    "counter_taken": 409,
    "agent_elsewhere": 409,
    "not_at_counter": 409,
    "already_so": 409,
    "alert_over": 409,
    "closure_unknown": 404,
    "moon_act_unknown": 404,
    "moon_changed": 409,
    "no_opening_check": 409,
    "called_just_now": 409,
    "pressed_twice": 409,
    "auto_call_off": 409,
    "last_counter": 409,
    "prayer_turn": 409,
    "return_expired": 409,
    "return_used": 409,
    "on_break": 409,
    "not_on_break": 409,
}
"""Status by code. A code that is not here is a bug: `tests/hall/platform/test_refusals.py` walks the error tree."""


def status_of(code: str) -> int:
    """Return the HTTP status of a refusal's code."""
    return STATUS[code]
