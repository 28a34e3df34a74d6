"""Stages whose times are put in order once, for all the tables that are made of them.

Each table parts the same stages by another key. A year has twelve thousand: to sort them anew for each of eight tables
took most of the page's time, and the values of a part are in order by themselves where those of the whole are.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import partial
from itertools import compress
from operator import itemgetter
from typing import TypeVar

from dashboard.parted import Parted
from dashboard.stage_rows import StageColumns

Targets = Mapping[str, float]
"""The waiting time in seconds that each service aims at today."""
Key = TypeVar("Key", bound=Hashable)


def chooser(places: Sequence[int]) -> Callable[[Sequence[Key]], Sequence[Key]]:
    """Return what takes the items at these places out of a sequence, in one call for all of them.

    >>> chooser([2, 0])("abc"), chooser([1])("abc"), chooser([])("abc")
    (('c', 'a'), 'b', ())
    """
    if len(places) > 1:
        return itemgetter(*places)
    return (lambda keys: keys[places[0] : places[0] + 1]) if places else (lambda _keys: ())


class Times:
    """One measured time of many stages: its `values` in rising order, and `places`, the stages they are of."""

    def __init__(self, column: Sequence[float | None]) -> None:
        known = [place for place, value in enumerate(column) if value is not None]
        self.places: list[int] = sorted(known, key=column.__getitem__)  # type: ignore[arg-type]  # all are numbers
        self.values: list[float] = [column[place] for place in self.places]  # type: ignore[misc]
        self._chosen = chooser(self.places)

    def by(self, parted: Parted[Key]) -> Mapping[Key, list[float]]:
        """Return the values of each part in rising order.

        >>> Times([30.0, None, 10.0, 20.0]).by(Parted(["a", "a", "b", "a"]))
        {'a': [20.0, 30.0], 'b': [10.0]}
        """
        return parted.split(self._chosen, self.values)


class Measured:
    """Stages with their times in order, and which of them were called within the target of their service."""

    def __init__(self, stages: StageColumns, targets: Targets) -> None:
        self.stages = stages
        self.waits, self.begins, self.serving = map(Times, (stages.waited_s, stages.begin_s, stages.served_s))
        aimed = [targets.get(service) for service in stages.service]
        self._judged = chooser([place for place in self.waits.places if aimed[place] is not None])
        """Takes out the stages whose wait is held against a target: a service that is no longer offered has none."""
        self._within = chooser(
            [
                place
                for place, value in zip(self.waits.places, self.waits.values, strict=True)
                if (target := aimed[place]) is not None and value <= target
            ]
        )

        self._done = chooser([place for place, many in enumerate(stages.done) for _ in range(many or 0)])
        """Takes out each stage as often as transactions were done in it."""
        self.told_done = any(many is not None for many in stages.done)

    @property
    def tells_done(self) -> bool:
        """Whether anybody told transactions; of nothing, none were done."""
        return self.told_done or not len(self.stages)

    def done_by(self, parted: Parted[Key]) -> Mapping[Key, int]:
        """Return how many transactions were done in each part."""
        return parted.counts(self._done)

    def came_by(self, parted: Parted[Key]) -> Mapping[Key, int]:
        """Return how many visits began in each part."""
        return parted.counts(partial(_where, self.stages.first))

    def no_shows_by(self, parted: Parted[Key]) -> Mapping[Key, int]:
        """Return how many stages of each part ended because nobody came."""
        return parted.counts(partial(_where, self.stages.no_show))

    def judged_by(self, parted: Parted[Key]) -> tuple[Mapping[Key, int], Mapping[Key, int]]:
        """Return how many waits of each part were held against a target, and how many of them were within it."""
        return parted.counts(self._judged), parted.counts(self._within)


def _where(which: Sequence[bool], numbers: Sequence[int]) -> Iterable[int]:
    return compress(numbers, which)
