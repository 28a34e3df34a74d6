"""The hidden gesture that opens the staff menu: five touches on the emblem within three seconds (pure).

>>> knocks = ()
>>> for at_s in (0.0, 0.5, 1.0, 1.5, 2.0):
...     knocks, opened = knock(knocks, at_s)
>>> opened
True
"""

from __future__ import annotations

KNOCKS = 5
WITHIN_S = 3.0


def knock(before: tuple[float, ...], at_s: float) -> tuple[tuple[float, ...], bool]:
    """Return the touches that still count and whether this one opens; an opening sets the count to 0."""
    recent = (*(one for one in before if at_s - one <= WITHIN_S), at_s)
    return ((), True) if len(recent) >= KNOCKS else (recent, False)
