"""A slice of figures, all stages of one service or of all, with the ways it can be parted: what a roll-up row holds."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import msgspec

from figures.stage_rows import StageRow
from figures.tally import Tally

PARTS = ("heat", "lanes", "visitor_kinds", "counters")
"""`heat` has a key for each hour of each weekday, as `7-9`: Sunday (ISO), nine o'clock."""

Part: TypeAlias = dict[str, Tally]


@dataclass
class Slice:
    """Total, parts and plain counts (`state:…`, `outcome:…`) of one service; all can be added up and taken away."""

    total: Tally = field(default_factory=Tally)
    counts: dict[str, int] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=lambda: {name: {} for name in PARTS})

    def add(self, row: StageRow, weekday: int, target_s: float | None) -> None:
        """Count one stage of a day with this ISO weekday. The total is only summed up at the end: see `sum_up`."""
        keys = (
            f"{weekday}-{row.hour}", row.lane, row.visitor_kind, "" if row.counter is None else str(row.counter),
        )  # fmt: skip
        for name, key in zip(PARTS, keys, strict=True):
            part = self.parts[name]
            if key not in part:
                part[key] = Tally()
            part[key].add(row, target_s)

    def sum_up(self) -> None:
        """Make the total from the hours: every stage has one."""
        self.total = Tally()
        for tally in self.parts["heat"].values():
            self.total.merge(tally)

    def count(self, name: str, many: int = 1) -> None:
        """Count something that is no stage: how a visit ended, say."""
        self.counts[name] = self.counts.get(name, 0) + many

    def merge(self, other: Slice, sign: int = 1) -> None:
        """Add another slice, or take it away with `sign` -1; parts that become empty go."""
        self.total.merge(other.total, sign)
        for name, many in other.counts.items():
            left = self.counts.get(name, 0) + sign * many
            if left:
                self.counts[name] = left
            else:
                self.counts.pop(name, None)
        for name, part in other.parts.items():
            _merge_part(self.parts.setdefault(name, {}), part, sign)

    @property
    def empty(self) -> bool:
        """Whether nothing is left in it."""
        return self.total.empty and not self.counts

    def parts_text(self) -> str:
        """Return the parts as one text to store."""
        kept = {name: {key: tally.as_list() for key, tally in part.items()} for name, part in self.parts.items()}
        return json.dumps(kept, separators=(",", ":"))

    def total_text(self) -> str:
        """Return total and counts as one text to store: what a ranking reads, a tenth of the parts' size."""
        return json.dumps([self.total.as_list(), self.counts], separators=(",", ":"))


def slice_of(total_text: str, parts_text: str | None = None, *, only: Collection[str] = PARTS) -> Slice:
    """Return the slice of stored texts; without parts, or with some `only`, where the others are not needed.

    >>> whole = Slice()
    >>> whole.add(StageRow("A", "standard", "", 3, 9, True, 61, None, None, False), weekday=7, target_s=None)
    >>> whole.sum_up()
    >>> again = slice_of(whole.total_text(), whole.parts_text())
    >>> again.total.waits, again.parts["heat"]["7-9"].called, sorted(again.parts["counters"])
    ({2: 1}, 1, ['3'])
    """
    total, counts = msgspec.json.decode(total_text)
    found = Slice(Tally.of(total), counts)
    if parts_text is not None:
        for name, part in msgspec.json.decode(parts_text).items():
            if name in only:
                found.parts[name] = {key: Tally.of(kept) for key, kept in part.items()}
    return found


def joined(slices: Iterable[Slice]) -> Slice:
    """Return all of these as one slice; they themselves stay as they are."""
    whole = Slice()
    for one in slices:
        whole.merge(one)
    return whole


def _merge_part(mine: Part, others: Mapping[str, Tally], sign: int) -> None:
    for key, tally in others.items():
        if key not in mine:
            mine[key] = Tally()
        mine[key].merge(tally, sign)
        if mine[key].empty:
            del mine[key]
