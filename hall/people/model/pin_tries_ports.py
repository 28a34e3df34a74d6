"""What commands about wrong PINs need from the database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from hall.people.model.wrong_pins import PinTries


class PinTriesStore(Protocol):
    """Wrong PINs by subject, within one piece of work."""

    def of(self, subject: str) -> PinTries:
        """Return what is kept of a subject, or nothing wrong."""
        ...

    def keep(self, subject: str, tries: PinTries) -> None:
        """Keep this of a subject in the place of what was kept."""
        ...

    def forget(self, subject: str) -> None:
        """Forget a subject."""
        ...

    def locked(self) -> Mapping[str, PinTries]:
        """Return the subjects that were locked and are kept."""
        ...


class HasPinTries(Protocol):
    """Gives wrong PINs."""

    @property
    def pin_tries(self) -> PinTriesStore:
        """Wrong PINs."""
        ...
