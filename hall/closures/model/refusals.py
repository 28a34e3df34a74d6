"""Refusals about sudden closures."""

from __future__ import annotations

from hall.kernel.refusals import HallError


class ClosureUnknownError(HallError):
    """No sudden closure with this id stands."""

    code = "closure_unknown"
