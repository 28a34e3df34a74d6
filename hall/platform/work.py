"""What every command of the hall may see and change."""

from __future__ import annotations

from typing import Protocol

from hall.kernel.ports import ChangesSettings, HasOutbox, HasSettings, RecordsFacts


class HallWork(ChangesSettings, HasOutbox, HasSettings, RecordsFacts, Protocol):
    """One command's view of the hall: everything in it is committed together, or nothing.

    Each capability adds its own stores to the work of the capability below; a command names the stores that it needs.
    """

    @property
    def seq(self) -> int:
        """The number of the newest fact, this work's own included."""
        ...
