"""The places of the side rail: each groups pages that answer one question; hall and centre use the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class PageLink:
    """A page in the navigation: its address, its name among the texts, and the place it belongs to."""

    path: str
    name: str
    group: str


@dataclass(frozen=True)
class Place:
    """One place of the rail with its pages, of which the first opens when the place is chosen."""

    name: str
    pages: tuple[PageLink, ...]

    @property
    def path(self) -> str:
        """Return the address of the first page."""
        return self.pages[0].path

    @property
    def paths(self) -> str:
        """Return the addresses of all pages, for the script that counts what waits in each place."""
        return " ".join(page.path for page in self.pages)

    def holds(self, shown: str) -> bool:
        """Return whether the page of this name belongs to the place."""
        return any(page.name == shown for page in self.pages)


def places_of(pages: Iterable[PageLink]) -> tuple[Place, ...]:
    """Return the places of these pages, in the order in which their first pages come.

    >>> links = (PageLink("/", "now", "now"), PageLink("/plan", "plan", "reports"), PageLink("/desk", "desk", "now"))
    >>> [(place.name, place.paths) for place in places_of(links)]
    [('now', '/ /desk'), ('reports', '/plan')]
    """
    grouped: dict[str, list[PageLink]] = {}
    for page in pages:
        grouped.setdefault(page.group, []).append(page)
    return tuple(Place(name, tuple(group)) for name, group in grouped.items())
