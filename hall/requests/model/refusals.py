"""Refusals about requests and working days."""

from __future__ import annotations

from hall.kernel.refusals import HallError


class RequestNumberError(HallError):
    """The number cannot be one of a request: a digit is wrong."""

    code = "request_number"


class RequestStateError(HallError):
    """The request stands where this cannot be done with it."""

    code = "request_state"


class PowerExpiredError(HallError):
    """The delegated power ended before the day of the decision."""

    code = "power_expired"


class PowerHolderError(HallError):
    """The delegated power is another person's than who decided."""

    code = "power_holder"


class PowerLimitError(HallError):
    """The amount is larger than the delegated power allows."""

    code = "power_limit"


class PowerAmountError(HallError):
    """The delegated power has a limit, and the decision names no amount."""

    code = "power_amount"


class ExternalTakenError(HallError):
    """Another request has this number of the ministry's system."""

    code = "external_taken"


class HolidayUnknownError(HallError):
    """The hall itself has announced no holiday on this day."""

    code = "holiday_unknown"


class CentreCutOffError(HallError):
    """The number is another hall's, and the centre, which knows it, cannot be reached now."""

    code = "centre_cut_off"
