"""Which calls a board shows: all of the hall, or those at some counters or of some services (a zone)."""

from __future__ import annotations

import re
from dataclasses import dataclass

LARGEST_COUNTER = 999


@dataclass(frozen=True, slots=True)
class Zone:
    """Counters and service codes that a board shows; empty: every one. A call must be of both.

    >>> Zone(counters=frozenset({1, 2})).shows(2, "A"), Zone(services=frozenset({"B"})).shows(2, "A")
    (True, False)
    """

    counters: frozenset[int] = frozenset()
    services: frozenset[str] = frozenset()

    def shows(self, counter: int, service: str) -> bool:
        """Return whether a call to `counter` for `service` belongs on this board."""
        return (not self.counters or counter in self.counters) and self.offers(service)

    def offers(self, service: str) -> bool:
        """Return whether `service` belongs on this board."""
        return not self.services or service in self.services


EVERYWHERE = Zone()


class ZoneError(ValueError):
    """A zone's counters cannot be read; the message names the part that is wrong."""


def read_counters(text: str) -> frozenset[int]:
    """Return the counters of a list as people write it; raise ZoneError.

    >>> sorted(read_counters("1-3, 7"))
    [1, 2, 3, 7]
    """
    counters: set[int] = set()
    for part in text.split(","):
        found = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", part.strip(), re.ASCII)
        if found is None:
            raise ZoneError(f"{part.strip() or text!r} is no counter: write them as in 1-4,7")
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= LARGEST_COUNTER:
            raise ZoneError(f"{part.strip()}: counters run forward, from 1 to {LARGEST_COUNTER}")
        counters.update(range(first, last + 1))
    return frozenset(counters)
