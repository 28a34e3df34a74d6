"""Refusals about sudden closures."""

from __future__ import annotations

from hall.kernel.refusals import HallError


class ClosureUnknownError(HallError):
    """No sudden closure with this id stands."""

    code = "closure_unknown"


class MoonActUnknownError(HallError):
    """No act about the moon with this id stands."""

    code = "moon_act_unknown"


class MoonChangedError(HallError):
    """What the act set was changed since: undo would throw that away."""

    code = "moon_changed"
