"""The paper roll in one device's printer: what was printed from it, and how many tickets are left (pure).

Nobody tells how long a roll is. It is learnt: a roll that was followed from its change to its end gives the length, and
from the near-end sensor's first word to the end the reserve. Until then the estimate is careful, or there is none.

>>> roll = PaperRoll(DeviceId("k1")).printed(120).printed(120).saw_low()
>>> roll.tickets_left
20
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from hall.kernel.ids import DeviceId

CAREFUL_RESERVE_MM = 2400
"""What near-end sensors leave at the least (they are set between 2 and 8 m): told until the reserve is learnt."""
LONGEST_ROLL_MM = 130_000
"""Longer than any roll that fits: more was printed than one roll holds, so a change went unseen and nothing is learnt.
"""
_WEIGHT = 0.25
"""How much the newest ticket or roll counts in what is learnt."""


@dataclass(frozen=True, slots=True)
class PaperRoll:
    """One roll, all lengths in mm. `changed_at` None: the roll was in when the printer first reported to the hall."""

    device: DeviceId
    changed_at: datetime | None = None
    changed_by: str | None = None
    used_mm: int = 0
    tickets: int = 0
    low_at_mm: int | None = None
    """What had been used when the near-end sensor spoke first; None before."""
    ended: bool = False
    ticket_mm: float | None = None
    """Learnt: how long this printer's tickets are."""
    roll_mm: float | None = None
    """Learnt: how much comes from a whole roll."""
    reserve_mm: float | None = None
    """Learnt: how much comes after the near-end sensor spoke."""

    @property
    def tickets_left(self) -> int | None:
        """Return how many tickets the roll is good for; None while nobody can say."""
        if self.ended:
            return 0
        if self.ticket_mm is None:
            return None
        if self.low_at_mm is not None:
            left_mm = (self.reserve_mm or CAREFUL_RESERVE_MM) - (self.used_mm - self.low_at_mm)
        elif self.roll_mm is not None and self.changed_at is not None:
            left_mm = self.roll_mm - self.used_mm
        else:
            return None
        return max(0, int(left_mm / self.ticket_mm))

    def printed(self, ticket_mm: int) -> PaperRoll:
        """Return the roll after one more ticket."""
        return replace(
            self,
            used_mm=self.used_mm + ticket_mm,
            tickets=self.tickets + 1,
            ticket_mm=_learnt(self.ticket_mm, ticket_mm),
        )

    def saw_low(self) -> PaperRoll:
        """Return the roll after the near-end sensor spoke; a sensor that wavers speaks first only once."""
        return self if self.low_at_mm is not None else replace(self, low_at_mm=self.used_mm)

    def saw_end(self) -> PaperRoll:
        """Return the roll at its end, with what it taught; said again, it teaches nothing more."""
        if self.ended:
            return self
        whole = self.changed_at is not None and 0 < self.used_mm <= LONGEST_ROLL_MM
        reserve_mm = self.used_mm - self.low_at_mm if self.low_at_mm is not None else 0
        return replace(
            self,
            ended=True,
            roll_mm=_learnt(self.roll_mm, self.used_mm) if whole else self.roll_mm,
            reserve_mm=_learnt(self.reserve_mm, reserve_mm) if whole and reserve_mm > 0 else self.reserve_mm,
        )

    def changed(self, at: datetime, by: str | None) -> PaperRoll:
        """Return the new roll, which begins with what the old ones taught; `by` None: nobody said who did it."""
        return PaperRoll(
            self.device,
            at,
            by,
            ticket_mm=self.ticket_mm,
            roll_mm=self.roll_mm,
            reserve_mm=self.reserve_mm,
        )


def _learnt(known: float | None, newest: float) -> float:
    return newest if known is None else known + _WEIGHT * (newest - known)
