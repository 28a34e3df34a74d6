"""Refusals about appointments."""

from __future__ import annotations

from hall.kernel.refusals import HallError


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


class OfficialUnknownError(HallError):
    """No official has this code."""

    code = "official_unknown"


class AppointmentFullError(HallError):
    """The slot has as many appointments as its service may have."""

    code = "appointment_full"


class SlotTakenError(HallError):
    """Somebody else has this slot with the official."""

    code = "slot_taken"


class AbsenceUnknownError(HallError):
    """No absence of the official begins on this day."""

    code = "absence_unknown"


class NotWithOfficialError(HallError):
    """The appointment is with a service and not with an official."""

    code = "not_with_official"
