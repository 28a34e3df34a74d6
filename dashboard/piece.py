"""What a number of stages come to, such that two pieces make a third without going through their stages again."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from contracts.figure_answers import Figures
from dashboard.measured import Measured
from dashboard.parted import Parted
from dashboard.ranks import median, nine_of_ten, share

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Piece:
    """Counts of stages, and their times in seconds, each kind in rising order."""

    came: int = 0
    judged: int = 0
    """Called stages of services with a target; `within` it."""
    within: int = 0
    no_shows: int = 0
    done: int = 0
    """Transactions; nothing where nobody told any."""
    waits: Sequence[float] = field(default=())
    begins: Sequence[float] = field(default=())
    serving: Sequence[float] = field(default=())

    def __add__(self, other: Piece) -> Piece:
        """Return what both come to.

        >>> (Piece(came=1, waits=[60.0]) + Piece(came=2, waits=[30.0, 90.0])).waits
        [30.0, 60.0, 90.0]
        """
        return Piece(
            self.came + other.came,
            self.judged + other.judged,
            self.within + other.within,
            self.no_shows + other.no_shows,
            self.done + other.done,
            _merged(self.waits, other.waits),
            _merged(self.begins, other.begins),
            _merged(self.serving, other.serving),
        )

    def figures(self, *, tells_done: bool) -> Figures:
        """Return the figures, by the definitions that `contracts.figure_answers` gives."""
        return Figures(
            came=self.came,
            called=len(self.waits),
            mean_s=_mean(self.waits),
            median_s=median(self.waits),
            p90_s=nine_of_ten(self.waits),
            within=share(self.within, self.judged),
            begin_s=median(self.begins),
            served=len(self.serving),
            serving_mean_s=_mean(self.serving),
            serving_s=median(self.serving),
            no_shows=self.no_shows,
            no_show=share(self.no_shows, len(self.waits)),
            transactions=self.done if tells_done else None,
        )


def pieces_by(keys: Sequence[Key], measured: Measured) -> dict[Key, Piece]:
    """Return the piece of each part, by the key of each stage."""
    parted = Parted(keys)
    came, no_shows, done = measured.came_by(parted), measured.no_shows_by(parted), measured.done_by(parted)
    judged, within = measured.judged_by(parted)
    waits, begins, serving = measured.waits.by(parted), measured.begins.by(parted), measured.serving.by(parted)
    return {
        key: Piece(came[key], judged[key], within[key], no_shows[key], done[key], waits[key], begins[key], serving[key])
        for key in parted.keys
    }


def waits_by(keys: Sequence[Key], measured: Measured) -> dict[Key, Piece]:
    """Return of each part, by the key of each stage, only who came and the waits."""
    parted = Parted(keys)
    came, waits = measured.came_by(parted), measured.waits.by(parted)
    return {key: Piece(came=came[key], waits=waits[key]) for key in parted.keys}


def joined(one: Mapping[Key, Piece], other: Mapping[Key, Piece]) -> dict[Key, Piece]:
    """Return the pieces of both, those of the same key as one."""
    return {**one, **{key: one[key] + piece if key in one else piece for key, piece in other.items()}}


def _merged(one: Sequence[float], other: Sequence[float]) -> Sequence[float]:
    # Sorting two runs is one walk through both; of what is nothing the other is not even copied.
    return sorted([*one, *other]) if one and other else one or other


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 1) if values else None
