"""The mouth of a kiosk printer: it holds the cut ticket out until somebody takes it."""

from __future__ import annotations

from printer.emulator.hardware.paper import Roll, Sheet


class Presenter:
    """Holds at most one sheet. A sheet nobody took is thrown out by the next one; a jammed mouth lets none out."""

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._held: Sheet | None = None
        self.will_jam = False
        self.jammed = False
        self.not_taken = 0

    @property
    def holds(self) -> bool:
        """Whether its sensor sees paper."""
        return self._held is not None

    def present(self) -> None:
        """Hold out what was just cut off, or get it stuck."""
        if self._held is not None:
            self.not_taken += 1
        self._held = self._roll.sheets[-1] if self._roll.sheets else None
        self.jammed, self.will_jam = self.will_jam, False

    def take(self) -> Sheet | None:
        """Take the ticket, as a visitor does; None when there is none or it is stuck."""
        if self.jammed:
            return None
        held, self._held = self._held, None
        return held

    def free(self) -> None:
        """Pull the stuck paper out, as staff do."""
        if self.jammed:
            self.jammed, self._held = False, None
            self._roll.spoil_last()
