"""What each counter's sign should show, folded from the hall's facts (pure).

A counter's number stands from its call until the visit leaves the counter (finished, no-show, returned, parked,
transferred); then the sign is dark. An agent cannot sign out with a visit in hand, so the end of a session is dark too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from contracts.live import ANNOUNCING_KINDS, FactMessage, Snapshot
from contracts.words.hall import VisitState

_AT_COUNTER = frozenset({VisitState.CALLED, VisitState.SERVING})


@dataclass(frozen=True, slots=True)
class Face:
    """One number at one counter; `calls` grows with each announcement of it, so that another one is seen to be new."""

    visit: str
    ticket: str
    calls: int
    called: bool


@dataclass(frozen=True, slots=True)
class Faces:
    """The numbers by counter, after fact `seq` of service day `day`."""

    by_counter: Mapping[int, Face]
    seq: int = -1
    day: date | None = None


NOTHING = Faces({})


def faces_of(snapshot: Snapshot) -> Faces:
    """Return what the signs show at a snapshot, the same as if every fact had been heard."""
    board = snapshot.board
    at = {}
    # Served ones first: a call at a counter is newer than its other news.
    for calls, called in ((board.serving, False), (reversed(board.calls), True)) if board is not None else ():
        for call in calls:
            at[call.counter] = Face(call.visit, call.ticket, call.recalls + 1, called)
    return Faces(at, snapshot.seq, snapshot.hall.day.service_day)


def fold(faces: Faces, fact: FactMessage) -> Faces:
    """Return the faces after `fact`; one that was heard before changes nothing."""
    if fact.seq <= faces.seq:
        return faces
    new_day = faces.day is not None and fact.service_day > faces.day
    at = {} if new_day else dict(faces.by_counter)
    day = fact.service_day if faces.day is None or new_day else faces.day
    visit = fact.visit
    if visit is not None:
        known = next((face for face in at.values() if face.visit == visit.visit), None)
        at = {counter: face for counter, face in at.items() if face.visit != visit.visit}
        counter = visit.counter
        if counter is not None and visit.ticket and visit.state in _AT_COUNTER:
            calls = (known.calls if known else 0) + (fact.kind in ANNOUNCING_KINDS)
            at[counter] = Face(visit.visit, visit.ticket, calls, visit.state is VisitState.CALLED)
    return replace(faces, by_counter=at, seq=fact.seq, day=day)
