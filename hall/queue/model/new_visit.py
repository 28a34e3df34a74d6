"""How a visit begins: issued, served without a ticket, handed in by a kiosk, or carried over from the day before."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from contracts.words.hall import Lane, VisitorKind, VisitState
from hall.kernel.facts import VisitHandedIn, VisitIssued, VisitWalkedUp
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.queue.model.stage import Stage
from hall.queue.model.visit import Visit


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who came for what: all that is known of a visit before it has a number."""

    visit: VisitId
    service: ServiceCode
    lane: Lane
    by: str
    """The device or person that lets the visit begin."""
    visitor_kind: VisitorKind | None = None
    language: str | None = None
    code_hash: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A ticket's number as it stands on the paper."""

    prefix: str
    number: int
    ticket: str


def new_visit(arrival: Arrival, printed: Printed, day: date, *, at: Moment, rank_from: Moment | None = None) -> Visit:
    """Return the visit of a ticket given out now; its wait counts from `rank_from` (a slot), else from now."""
    visit = _waiting(arrival, printed, day, at)
    visit.stage.rank_from = rank_from or at
    visit.new_facts.append(VisitIssued(visit.id, visit.ticket, visit.service, arrival.by))
    return visit


def handed_in(arrival: Arrival, printed: Printed, day: date, *, at: Moment) -> Visit:
    """Return the visit of a ticket that a kiosk gave out at `at` while the hall was away."""
    visit = _waiting(arrival, printed, day, at)
    visit.new_facts.append(VisitHandedIn(visit.id, visit.ticket, visit.service, arrival.by, None))
    return visit


def walked_up(arrival: Arrival, day: date, *, counter: CounterId, agent: AgentId, reason: str, at: Moment) -> Visit:
    """Return a visit without a ticket whose serving begins now at a counter."""
    stage = Stage(
        arrival.service, at, at, VisitState.SERVING, counter, agent,
        first_called=at, called=at, begun=at, serving_since=at,
    )  # fmt: skip
    visit = Visit(
        arrival.visit, day, "", None, "", arrival.lane, at, [stage],
        visitor_kind=arrival.visitor_kind, language=arrival.language, issued_by=arrival.by,
    )  # fmt: skip
    visit.new_facts.append(VisitWalkedUp(visit.id, "", visit.service, counter, agent, reason))
    return visit


def carried_visit(old: Visit, day: date, *, by: str, place: int, at: Moment) -> Visit:
    """Return the next day's visit of one that was carried over, with the number that stands on its paper.

    `place` (0 and up) is its place among those carried over, which the new id keeps as their order. A visit in the
    standard lane moves to the lane of returning visitors, which may have a head start.
    """
    lane = Lane.RETURNING if old.lane is Lane.STANDARD else old.lane
    stage = Stage(old.service, issued=at, rank_from=at, note=old.stage.note)
    visit = Visit(
        carried_id(old.id, place, at=at), day, old.ticket, old.number, old.prefix, lane, at, [stage],
        visitor_kind=old.visitor_kind, language=old.language, issued_by=by, carried_from=old.id,
    )  # fmt: skip
    visit.new_facts.append(VisitIssued(visit.id, visit.ticket, visit.service, by))
    return visit


def carried_id(old: VisitId, place: int, *, at: Moment) -> VisitId:
    """Return a UUIDv7 for a carried-over visit: this instant, its place, and a digest of the old id instead of chance.

    >>> from datetime import UTC, datetime
    >>> carried_id(VisitId("a"), 1, at=Moment(datetime(2026, 11, 25, 3, tzinfo=UTC), 0, "b"))
    '01a210a5-5380-7001-b2a5-e044b286ef72'
    """
    milliseconds = int(at.at.timestamp() * 1000)
    chance = int.from_bytes(hashlib.sha256(old.encode()).digest()[:8], "big") >> 2
    number = (milliseconds << 80) | (0x7 << 76) | ((place & 0xFFF) << 64) | (0b10 << 62) | chance
    text = f"{number:032x}"
    return VisitId(f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}")


def _waiting(arrival: Arrival, printed: Printed, day: date, at: Moment) -> Visit:
    stage = Stage(arrival.service, issued=at, rank_from=at)
    return Visit(
        arrival.visit, day, printed.ticket, printed.number, printed.prefix, arrival.lane, at, [stage],
        code_hash=arrival.code_hash, visitor_kind=arrival.visitor_kind, language=arrival.language,
        issued_by=arrival.by,
    )  # fmt: skip
