"""Who is next in a line and whom the taker would call after him, by looking at the heads of its rows alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import merge
from itertools import islice

from contracts.hall_words import Lane
from hall.domain.calling_rule import Choice, Surroundings, Taker, choice_of, choices_of, next_visit, rank_of
from hall.domain.settings import HallSettings
from hall.domain.waiting import Waiting
from hall.domain.waiting_line import WaitingLine


@dataclass(frozen=True, slots=True)
class Outlined:
    """The first of the calling order, and how many wait for the taker by lane, these included."""

    first: Sequence[Choice]
    by_lane: Mapping[Lane, int]


def next_in_line(line: WaitingLine, taker: Taker, around: Surroundings, settings: HallSettings) -> Choice | None:
    """Return what `next_visit` returns of everybody who waits."""
    heads = line.heads(taker.services, around.now)
    choice = next_visit([*heads, *line.apart], taker, around, settings)
    if choice is None:
        return None
    behind = line.count(taker.services) - sum(who.service in taker.services for who in line.apart) - len(heads)
    return choice.of(choice.among + behind)


def outlined(line: WaitingLine, taker: Taker, around: Surroundings, settings: HallSettings, *, first: int) -> Outlined:
    """Return the first so many of what `calling_order` returns of everybody who waits, and counts of all."""
    rows = line.rows(taker.services, around.now)
    # One of each row is there to tell who is held out: nobody is, while nobody else of his service can be called.
    heads = [row[0] for row in rows]
    in_rows = {who.visit for who in heads}
    looked_at = choices_of([*heads, *line.apart], taker, around, settings)
    apart = [choice for choice in looked_at if choice.waiting.visit not in in_rows]
    rank = partial(rank_of, taker=taker)
    free = sorted((choice for choice in apart if not choice.held), key=rank)
    ranked = merge(free, *(_ranked(row, taker, around, settings) for row in rows), key=rank)
    found = list(islice(ranked, first))
    held = sorted((choice for choice in apart if choice.held), key=rank)
    by_lane = Counter(choice.waiting.lane for choice in apart)
    for row in rows:
        by_lane[row[0].lane] += len(row)
    return Outlined((*found, *held)[:first], by_lane)


def _ranked(row: Sequence[Waiting], taker: Taker, around: Surroundings, settings: HallSettings) -> Iterator[Choice]:
    return (choice_of(who, taker, around, settings) for who in row)
