"""Refusals of corrections."""

from __future__ import annotations

from hall.kernel.refusals import HallError


class NotOverError(HallError):
    """The visit is still in the hall: its own moves put it right."""

    code = "not_over"


class CorrectionRefusedError(HallError):
    """The stage cannot have been so: its times would not follow each other, or it has no such value."""

    code = "correction_refused"
