"""What the use cases need of telephone numbers for messages about a turn."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date, datetime
from typing import Protocol

from hall.kernel.ids import VisitId


class PhoneStore(Protocol):
    """Telephone numbers for messages about a turn, sealed by the service: nobody reads them here."""

    def keep(self, visit: VisitId, day: date, sealed: bytes, until: datetime) -> None:
        """Keep the number of a visit, in place of an older one, until an instant."""
        ...

    def sealed(self, visit: VisitId) -> tuple[date, bytes] | None:
        """Return the service day and the sealed number, or None."""
        ...

    def of_day(self, day: date) -> Sequence[tuple[VisitId, bytes]]:
        """Return the sealed numbers of a service day's visits."""
        ...

    def erase(self, visit: VisitId) -> bool:
        """Erase the number of a visit; say whether there was one."""
        ...

    def erase_until(self, now: datetime) -> int:
        """Erase every number whose time is over; return how many."""
        ...

    def days(self) -> Set[date]:
        """Return the service days of which a number is kept."""
        ...


class HasPhones(Protocol):
    """Gives telephone numbers for messages."""

    @property
    def phones(self) -> PhoneStore:
        """Numbers for messages."""
        ...
