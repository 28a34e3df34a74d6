"""Many stages in parts, with one byte for each stage: of its few parts each is then picked out at C's speed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import compress
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
T = TypeVar("T")
Numbers = Sequence[int]
MOST = 24
"""Of more parts than this, going once through all stages costs less than picking out part after part."""


class Parted(Generic[Key]):
    """The part of each stage; `keys` are those of the parts, in the order in which they first come."""

    def __init__(self, keys: Sequence[Key]) -> None:
        number = {key: n for n, key in enumerate(dict.fromkeys(keys))}
        self.keys = tuple(number)
        self._numbers = self._short(map(number.__getitem__, keys))

    def counts(self, choose: Callable[[Numbers], Iterable[int]]) -> Mapping[Key, int]:
        """Return how many of the stages that `choose` takes out are in each part.

        >>> Parted("abca").counts(lambda numbers: numbers[1:])
        {'a': 1, 'b': 1, 'c': 1}
        """
        chosen = self._short(choose(self._numbers))
        count: Callable[[int], int] = Counter(chosen).__getitem__ if len(self.keys) > MOST else chosen.count
        return {key: count(n) for n, key in enumerate(self.keys)}

    def split(self, choose: Callable[[Numbers], Iterable[int]], values: Sequence[T]) -> Mapping[Key, list[T]]:
        """Return the values of each part, in their order; the n-th is of the n-th stage that `choose` takes out.

        >>> Parted("abca").split(lambda numbers: numbers[1:], [7, 8, 9])
        {'a': [9], 'b': [7], 'c': [8]}
        """
        chosen = self._short(choose(self._numbers))
        if isinstance(chosen, bytes) and len(self.keys) <= MOST:
            return {key: list(compress(values, chosen.translate(_only(n)))) for n, key in enumerate(self.keys)}
        found: defaultdict[int, list[T]] = defaultdict(list)
        for number, value in zip(chosen, values, strict=True):
            found[number].append(value)
        return {key: found[n] for n, key in enumerate(self.keys)}

    def _short(self, numbers: Iterable[int]) -> bytes | list[int]:
        return bytes(numbers) if len(self.keys) <= 1 << 8 else list(numbers)


def _only(number: int) -> bytes:
    """Return the table that turns this byte into one and every other one into zero."""
    return bytes(number) + b"\1" + bytes(255 - number)
