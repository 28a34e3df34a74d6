"""How sync keeps out of the way of the hall in whose process it runs: it comes in a pause.

A batch costs the interpreter some 10 ms and the disk a commit at both ends. It can wait for a pause between two calls;
a hall that never pauses makes it wait for some seconds and no longer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

LOOK_S = 0.1
MOST_S = 10.0
"""A hall without a pause is not waited for any longer."""


def _always() -> bool:
    return True


@dataclass(frozen=True)
class Manners:
    """What the hall asks for: `pausing` says that nobody waits for it now."""

    pausing: Callable[[], bool] = _always

    def await_pause(self, wait: Callable[[float], object], *, end: Callable[[], bool]) -> None:
        """Wait (with `wait`, in seconds) for a pause, for `MOST_S` at most, and no longer when it is the `end`."""
        left = round(MOST_S / LOOK_S)
        while left and not self.pausing() and not end():
            wait(LOOK_S)
            left -= 1
