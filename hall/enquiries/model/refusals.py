"""Refusals about enquiries."""

from __future__ import annotations

from hall.kernel.refusals import HallError


class EnquiryUnknownError(HallError):
    """No enquiry has this number."""

    code = "enquiry_unknown"


class EnquiryStateError(HallError):
    """The enquiry stands where this cannot be done with it."""

    code = "enquiry_state"
