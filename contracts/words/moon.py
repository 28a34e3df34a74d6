"""What begins when the new moon is seen, and changes a hall's hours or days off."""

from __future__ import annotations

from enum import Enum


class MoonEvent(Enum):
    """A month, or a feast, whose first day the sighting of the moon decides."""

    RAMADAN = "ramadan"
    EID_FITR = "eid_fitr"
    EID_ADHA = "eid_adha"


FIRST_DAYS = {MoonEvent.RAMADAN: (9, 1), MoonEvent.EID_FITR: (10, 1), MoonEvent.EID_ADHA: (12, 10)}
"""The Hijri month and day on which each begins."""
MOST_AHEAD = 2
"""Days from today on which one may begin: people know it a day or two before."""
LONGEST_DAYS = 31
"""Days of one at most, and how far from its first day its days off lie."""
DAYS_OFF = {MoonEvent.RAMADAN: (0, 29), MoonEvent.EID_FITR: (0, 2), MoonEvent.EID_ADHA: (1, 2)}
"""Days before and after the first day that belong to each unless another span is announced."""
TIMES = ("doors", "first_ticket", "counters_open", "last_ticket", "closing")
"""The five times of a day in Ramadan, in their order."""
