"""Show the paper as it comes out, in a picture file that is always whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from printer.emulator.hardware.paper import Roll, Sheet

EVERY_S = 0.2


class LivePicture:
    """Writes the paper that hangs out, or else the newest sheet, whenever it has changed, at most five times a second.

    Raises OSError when the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = (-1, -1)
        self._next_s = 0.0

    def show(self, roll: Roll, now_s: float) -> bool:
        """Write the picture if it is time and the paper has changed; say whether it was written."""
        state = (roll.parted, len(roll.hanging))
        if now_s < self._next_s or state == self._seen:
            return False
        sheet = paper_in_sight(roll)
        if sheet is None:
            return False
        self._seen, self._next_s = state, now_s + EVERY_S
        part = self._path.with_name(f".{self._path.stem}.part.png")
        if not sheet.as_paper().save(str(part)):
            raise OSError(f"cannot write the picture {self._path}")
        part.replace(self._path)
        return True


def paper_in_sight(roll: Roll) -> Sheet | None:
    """Return what hangs out uncut, else the newest sheet, else None."""
    if roll.hanging:
        return Sheet(roll.dots, tuple(roll.hanging))
    return roll.sheets[-1] if roll.sheets else None


Looker = Callable[[Roll, float], object]
"""What is shown the paper at each beat of the emulator, with the printer's time in seconds."""
