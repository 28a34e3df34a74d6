"""Refusals about requests and working days."""

from __future__ import annotations

from hall.kernel.refusals import HallError


class RequestNumberError(HallError):
    """The number cannot be one of a request: a digit is wrong."""

    code = "request_number"


class RequestStateError(HallError):
    """The request stands where this cannot be done with it."""

    code = "request_state"


class ExternalTakenError(HallError):
    """Another request has this number of the ministry's system."""

    code = "external_taken"


class HolidayUnknownError(HallError):
    """The hall itself has announced no holiday on this day."""

    code = "holiday_unknown"


class CentreCutOffError(HallError):
    """The number is another hall's, and the centre, which knows it, cannot be reached now."""

    code = "centre_cut_off"
