"""Refusals of what reception corrects."""

from __future__ import annotations

from hall.domain.errors import HallError


class VisitOverError(HallError):
    """The visit is over: nobody needs its paper any more."""

    code = "visit_over"


class ReprintedMeanwhileError(HallError):
    """Somebody else has printed the ticket anew since the caller looked."""

    code = "reprinted_meanwhile"


class NotLinkedError(HallError):
    """The visit is in no group."""

    code = "not_linked"


class PrinterUnableError(HallError):
    """The chosen kiosk cannot print now."""

    code = "printer_unable"
