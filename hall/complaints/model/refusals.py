"""Refusals about complaints and suggestions."""

from __future__ import annotations

from hall.kernel.refusals import HallError


class ComplaintUnknownError(HallError):
    """No complaint or suggestion of this hall has this number."""

    code = "complaint_unknown"


class ComplaintStateError(HallError):
    """The complaint or suggestion stands where this cannot be done with it."""

    code = "complaint_state"


class ComplaintsManyError(HallError):
    """The visit has brought forward as many as one may."""

    code = "complaints_many"
