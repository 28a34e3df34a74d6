"""How a long computation lets go first what cannot wait: it calls now and then what it was given for that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
MakeWay = Callable[[], object]
EVERY = 50


def for_nobody() -> None:
    """Make no way: nothing else is to be done."""


def slowly(items: Iterable[T], make_way: MakeWay, every: int = EVERY) -> Iterator[T]:
    """Yield the items, and make way before the first and then before each so many.

    >>> ways = []
    >>> list(slowly("abc", lambda: ways.append("way"), every=2)), ways
    (['a', 'b', 'c'], ['way', 'way'])
    """
    for at, item in enumerate(items):
        if at % every == 0:
            make_way()
        yield item
