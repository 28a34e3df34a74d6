"""What the use cases need of the counters of how kiosks were used."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from contracts.devices.kiosk_use import UseCount, UseRow
from hall.kernel.ids import DeviceId


class KioskUseStore(Protocol):
    """Counters by kiosk, day, hour and kind, and each kiosk's last report."""

    def last_report(self, device: DeviceId) -> str | None:
        """Return the id of the report of this kiosk that was counted last, or None."""
        ...

    def add(self, device: DeviceId, report: str, counts: Sequence[UseCount]) -> None:
        """Add the counts of a report and keep its id as the last one."""
        ...

    def rows(self, first: date, last: date) -> Sequence[UseRow]:
        """Return the counters of the days from `first` to `last`."""
        ...


class HasKioskUse(Protocol):
    """Gives the counters of how kiosks were used."""

    @property
    def kiosk_use(self) -> KioskUseStore:
        """The counters of how kiosks were used."""
        ...
