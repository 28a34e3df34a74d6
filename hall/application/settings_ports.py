"""What the use cases need of the hall's settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from hall.domain.arrangement import Arrangement
from hall.domain.settings import HallSettings


class HasSettings(Protocol):
    """Gives the hall's settings."""

    @property
    def settings(self) -> HallSettings:
        """The hall's settings with the day's arrangements, the same for the whole command unless it calls `arrange`."""
        ...


class ChangesSettings(Protocol):
    """Changes the hall's settings: `settings` holds by the new ones from then on."""

    def arrange(self, arrangements: tuple[Arrangement, ...], by: str) -> None:
        """Keep these as the arrangements in force: `settings` holds by them from now on. `by` stands in the fact."""
        ...

    def change_settings(self, changes: Mapping[str, object], by: str) -> None:
        """Give these settings (by their names in HallSettings) other values: `settings` holds by them from now on."""
        ...
