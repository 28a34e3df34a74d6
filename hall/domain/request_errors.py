"""Refusals about requests, enquiries and working days."""

from __future__ import annotations

from hall.domain.errors import HallError


class RequestUnknownError(HallError):
    """No request of this hall has this number."""

    code = "request_unknown"


class RequestNumberError(HallError):
    """The number cannot be one of a request: a digit is wrong."""

    code = "request_number"


class RequestStateError(HallError):
    """The request stands where this cannot be done with it."""

    code = "request_state"


class ExternalTakenError(HallError):
    """Another request has this number of the ministry's system."""

    code = "external_taken"


class TopicUnknownError(HallError):
    """The hall has no such topic."""

    code = "topic_unknown"


class DirectorateUnknownError(HallError):
    """The hall refers to no such directorate."""

    code = "directorate_unknown"


class PowerUnknownError(HallError):
    """The hall has no such delegated power."""

    code = "power_unknown"


class HolidayUnknownError(HallError):
    """The hall itself has announced no holiday on this day."""

    code = "holiday_unknown"


class NoReceiptPrinterError(HallError):
    """No kiosk of the hall can print a receipt now."""

    code = "no_receipt_printer"


class EnquiryUnknownError(HallError):
    """No enquiry has this number."""

    code = "enquiry_unknown"


class EnquiryStateError(HallError):
    """The enquiry stands where this cannot be done with it."""

    code = "enquiry_state"


class CentreCutOffError(HallError):
    """The number is another hall's, and the centre, which knows it, cannot be reached now."""

    code = "centre_cut_off"


class NoPhoneLeftError(HallError):
    """Nobody left a telephone number for the request or the enquiry, or it is erased."""

    code = "no_phone_left"
