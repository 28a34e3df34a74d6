"""Earlier versions of the hall's settings: who changed what, and what stood before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from hall.kernel.refusals import HallError
from hall.kernel.settings import HallSettings


class Origin(Enum):
    """Who gave a setting its value."""

    FILE = "file"
    CENTRE = "centre"
    HALL = "hall"


class SettingLockedError(HallError):
    """The hall may not change a setting that the centre locked; the message names it."""

    code = "setting_locked"


class SettingsVersionUnknownError(HallError):
    """No change of the settings has this number, or it is too old to be kept."""

    code = "settings_version_unknown"


def refuse_locked(changed: Iterable[str], locked: Collection[str]) -> None:
    """Raise SettingLockedError where one of the changed settings is locked."""
    names = sorted(set(changed).intersection(locked))
    if names:
        raise SettingLockedError(f"{', '.join(names)}: locked by the centre; ask there for another value")


@dataclass(frozen=True)
class SettingsVersion:
    """One change: the version that it made, and the value that each changed setting had before."""

    version: int
    at: datetime
    by: str
    before: Mapping[str, object]


class SettingsRecords(Protocol):
    """The set-up and its earlier versions, within one piece of work."""

    def set_up(self) -> HallSettings:
        """Return the set-up as this work sees it, without what is arranged for the day."""
        ...

    def versions(self, limit: int) -> Sequence[SettingsVersion]:
        """Return the newest changes, the newest first."""
        ...

    def find(self, version: int) -> SettingsVersion | None:
        """Return the change that made this version, or None."""
        ...

    def changed_since(self, version: int) -> Collection[str]:
        """Return the settings that changed after this version."""
        ...

    def locked(self) -> Collection[str]:
        """Return the settings that the centre locked."""
        ...

    def from_centre(self) -> Mapping[str, bool]:
        """Return the settings that the centre gives: True where its value holds, False where the hall has another."""
        ...


class HasSettingsRecords(Protocol):
    """Gives the set-up and its earlier versions."""

    @property
    def settings_records(self) -> SettingsRecords:
        """The set-up and its earlier versions."""
        ...
