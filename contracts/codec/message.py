"""The two kinds of what crosses a process border: a message that may grow, and a request that is taken as it is.

>>> class Turn(Message, frozen=True):
...     at: datetime
...     counter: int = 1
>>> Turn(datetime.fromisoformat("2026-11-24T09:00:00+04:00"))
Turn(at=datetime.datetime(2026, 11, 24, 5, 0, tzinfo=datetime.timezone.utc), counter=1)
>>> Turn(datetime(2026, 11, 24))
Traceback (most recent call last):
ValueError: at: the instant needs a time zone, got 2026-11-24T00:00:00
"""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec import Struct
from msgspec.structs import asdict, fields, force_setattr, replace

__all__ = ["Message", "Request", "asdict", "fields", "in_utc", "replace"]

YEARS = (1900, 2199)
"""Of an instant: further off it may leave the calendar on its way to a zone, or 64 bits when counted in nanoseconds."""


class Message(Struct, frozen=True):
    """An answer, a live event, settings or a record for the centre: what a newer program adds is ignored.

    Each instant has a zone, is of the years 1900 to 2199, and is kept in UTC.
    """

    def __post_init__(self) -> None:
        """Check the instants and turn them to UTC; ValueError names the field."""
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if type(value) is datetime and not (value.tzinfo is UTC and YEARS[0] <= value.year <= YEARS[1]):
                try:
                    force_setattr(self, name, in_utc(value))
                except ValueError as error:
                    raise ValueError(f"{name}: {error}") from None


class Request(Message, frozen=True, forbid_unknown_fields=True):
    """The body of a request: a field that the reader does not know is refused, so that nothing asked for is lost."""


def in_utc(instant: datetime) -> datetime:
    """Return an instant in UTC; raise ValueError for one without a time zone, or too far off."""
    if instant.tzinfo is None:
        raise ValueError(f"the instant needs a time zone, got {instant.isoformat()}")
    if not YEARS[0] <= instant.year <= YEARS[1]:
        raise ValueError(f"expected an instant of the years {YEARS[0]} to {YEARS[1]}, got {instant.isoformat()}")
    return instant.astimezone(UTC)
