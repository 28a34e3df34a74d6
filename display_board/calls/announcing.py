"""In which order and how long calls are announced, on the screen and in sound: one at a time, none lost.

A call heard fresh waits for its turn; a stale one (made while the board was away) is shown in the list and not spoken.
A recall of a call that still waits for its turn is part of it, as the visitor has not heard the first yet.

>>> from datetime import UTC, datetime
>>> call = BoardCall("v1", "A047", "A", 3, datetime(2026, 11, 24, 5, tzinfo=UTC), 0)
>>> state, heard = hear(Announcing(), Announcement(41, call), fresh=True)
>>> state, turn = take_turn(state, at_s=0.0)
>>> turn.announcement.call.ticket, turn.brief
('A047', False)
>>> state = sound_ended(state)
>>> settled(state, at_s=4.9).current is None, settled(state, at_s=5.0).current is None
(False, True)
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from contracts.queue.answers import BoardCall

SHOWN_LARGE_S = 5.0
"""A call stays large for at least this long, also if its sound is shorter or missing; a board can set other seconds."""

BRIEF_FROM_WAITING = 3
"""With this many more calls waiting, each is said in the first language only, so that the last is not minutes late."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """One call or recall to announce; `seq` is the number of the fact (or snapshot) that told it.

    `again`: it was announced before, and is said once more for somebody who could not see it.
    """

    seq: int
    call: BoardCall
    again: bool = False


class Heard(Enum):
    """What the board did with a call that it received."""

    QUEUED = "queued"
    MERGED = "merged"
    NOT_SPOKEN = "not_spoken"


@dataclass(frozen=True, slots=True)
class Turn:
    """The announcement that begins now; `brief` says it in the first language only."""

    announcement: Announcement
    brief: bool


@dataclass(frozen=True, slots=True)
class Announcing:
    """Who is announced now since when (seconds of a monotonic clock), and who waits for it, in order."""

    waiting: tuple[Announcement, ...] = ()
    current: Announcement | None = None
    begun_s: float = 0.0
    sounding: bool = False


def hear(state: Announcing, announcement: Announcement, *, fresh: bool) -> tuple[Announcing, Heard]:
    """Return the state after a call was heard, and whether it waits, is part of one that waits, or is not spoken."""
    if not fresh:
        return state, Heard.NOT_SPOKEN
    same = (announcement.call.visit, announcement.call.counter)
    places = [at for at, other in enumerate(state.waiting) if (other.call.visit, other.call.counter) == same]
    if places:
        waiting = list(state.waiting)
        again = waiting[places[0]].again and announcement.again
        waiting[places[0]] = replace(waiting[places[0]], call=announcement.call, again=again)
        return replace(state, waiting=tuple(waiting)), Heard.MERGED
    # New calls go before calls that are only repeated.
    at = len(state.waiting) if announcement.again else sum(not one.again for one in state.waiting)
    return replace(state, waiting=(*state.waiting[:at], announcement, *state.waiting[at:])), Heard.QUEUED


def take_turn(state: Announcing, *, at_s: float) -> tuple[Announcing, Turn | None]:
    """Begin the next announcement, or return None while one is under way or nobody waits."""
    if state.current is not None or not state.waiting:
        return state, None
    first, *others = state.waiting
    brief = sum(not one.again for one in others) >= BRIEF_FROM_WAITING
    begun = Announcing(waiting=tuple(others), current=first, begun_s=at_s, sounding=True)
    return begun, Turn(first, brief)


def sound_ended(state: Announcing) -> Announcing:
    """Return the state after the current announcement's sound has ended, failed or was never made (muted)."""
    return replace(state, sounding=False)


def settled(state: Announcing, *, at_s: float, shown_large_s: float = SHOWN_LARGE_S) -> Announcing:
    """Return the state without the current announcement once it was heard, and seen for `shown_large_s`."""
    over = state.current is not None and not state.sounding and at_s - state.begun_s >= shown_large_s
    return replace(state, current=None) if over else state
