"""Let sudden closures begin and end at their time."""

from __future__ import annotations

from typing import Protocol

from hall.closures.commands.closures import ClosureWork, look_at_closures
from hall.kernel.settings import HallSettings
from hall.platform.store_ports import Store

LOOK_AT_CLOSURES_S = 10.0
"""How often the clock is looked at while a closure stands or is to come."""


class ClosuresSide(Store[ClosureWork], Protocol):
    """The hall's store, with its settings."""

    def settings(self) -> HallSettings:
        """Return the settings as of the last commit."""
        ...


class ClosureWatch:
    """Looks at the clock for a hall that has a closure; costs nothing in all others."""

    def __init__(self, store: ClosuresSide) -> None:
        self._store = store

    def look(self) -> None:
        """Run the command that begins and ends closures."""
        if self._store.settings().closures:
            self._store.commands.run(look_at_closures).result()
