"""Stages whose times are put in order once, for all the tables that are made of them.

Each table parts the same stages by another key. A year has twelve thousand: to sort them anew for each of eight tables
took most of the page's time, and the values of a part are in order by themselves where those of the whole are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import compress
from operator import itemgetter
from typing import TypeVar

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

    def by(self, keys: Sequence[Key]) -> dict[Key, list[float]]:
        """Return the values of each part in rising order, by the key of each stage.

        >>> Times([30.0, None, 10.0, 20.0]).by(["a", "a", "b", "a"])
        {'b': [10.0], 'a': [20.0, 30.0]}
        """
        found: defaultdict[Key, list[float]] = defaultdict(list)
        for key, value in zip(self._chosen(keys), self.values, strict=True):
            found[key].append(value)
        return dict(found)


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
        self.tells_done = not len(stages) or any(many is not None for many in stages.done)

    def done_by(self, keys: Sequence[Key]) -> Counter[Key]:
        """Return how many transactions were done in each part."""
        return Counter(self._done(keys))

    def came_by(self, keys: Sequence[Key]) -> Counter[Key]:
        """Return how many visits began in each part."""
        return Counter(compress(keys, self.stages.first))

    def no_shows_by(self, keys: Sequence[Key]) -> Counter[Key]:
        """Return how many stages of each part ended because nobody came."""
        return Counter(compress(keys, self.stages.no_show))

    def judged_by(self, keys: Sequence[Key]) -> tuple[Counter[Key], Counter[Key]]:
        """Return how many waits of each part were held against a target, and how many of them were within it."""
        return Counter(self._judged(keys)), Counter(self._within(keys))
