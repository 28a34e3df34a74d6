"""Visits made up at random, with everything that figures tell apart: transfers, walk-ups, no-shows, cancelled."""

from __future__ import annotations

import random
import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Engine

from central.figures.rollups import mark_dirty
from central.intake.line_parser import sort_lines
from central.store.merge import merge_visits
from contracts.centre.outbox_entry import StageRecord, VisitRecord, encode_record
from tests.helpers.replacing import replace

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
SERVICES = ("A", "B", "C")
KINDS = ("citizen", "resident", "company", None)
LANES = ("standard", "standard", "standard", "priority", "premium")


def made_visits(hall: str, day: date, many: int, *, seed: int = 0) -> list[VisitRecord]:
    """Return `many` visits of a hall's day."""
    chance = random.Random(f"{hall} {day} {seed}")
    return [_made(hall, day, chance) for _ in range(many)]


def keep(engine: Engine, visits: Sequence[VisitRecord], *, today: date | None = None) -> None:
    """Store visits as an accepted batch does, and mark their days; `today` for visits of long ago."""
    for hall in sorted({one.hall for one in visits}):
        mine = [(seq, encode_record(one)) for seq, one in enumerate(visits, 1) if one.hall == hall]
        found = sort_lines(mine, hall=hall, today=today or max(one.service_day for one in visits))
        assert not found.bad, found.bad[0].reason
        with engine.begin() as connection:
            merge_visits(connection, found.visits.values(), stream="s", now=NOW)
            mark_dirty(connection, hall, found.days(), now=NOW)


def _made(hall: str, day: date, chance: random.Random) -> VisitRecord:
    issued = datetime.combine(day, datetime.min.time(), tzinfo=UTC) + timedelta(
        seconds=chance.randrange(14_400, 36_000)
    )
    state = chance.choices(("finished", "no_show", "cancelled"), (90, 7, 3))[0]
    walk_up = state == "finished" and chance.random() < 0.08
    stages = [_stage(issued, state if chance.random() < 0.85 or state == "cancelled" else "transferred", chance)]
    if walk_up:
        stages = [replace(stages[0], waiting_s=0, time_to_begin_s=0)]
    elif stages[0].outcome is None and stages[0].ended_at and state != "cancelled" and stages[0].begun_at:
        stages.append(_stage(stages[0].ended_at, state, chance))
    last = stages[-1]
    return VisitRecord(
        hall=hall,
        visit=str(uuid.UUID(int=chance.getrandbits(128), version=4)),
        service_day=day,
        rev=1,
        ticket=None if walk_up else f"A{chance.randrange(1, 999):03d}",
        service=stages[0].service,
        lane=chance.choice(LANES),
        visitor_kind=chance.choice(KINDS),
        state=state,
        outcome=last.outcome,
        counter=last.counter,
        agent=last.agent,
        issued_at=issued,
        called_at=stages[0].called_at,
        begun_at=stages[0].begun_at,
        ended_at=last.ended_at,
        waiting_s=sum(stage.waiting_s or 0 for stage in stages),
        time_to_begin_s=sum(stage.time_to_begin_s or 0 for stage in stages),
        serving_s=sum(stage.serving_s or 0 for stage in stages),
        stages=tuple(stages),
    )


def _stage(issued: datetime, state: str, chance: random.Random) -> StageRecord:
    waiting_s, begin_s, serving_s = chance.randrange(0, 4000), chance.randrange(3, 120), chance.randrange(40, 1800)
    called = None if state == "cancelled" else issued + timedelta(seconds=waiting_s)
    begun = called + timedelta(seconds=begin_s) if called and state in {"finished", "transferred"} else None
    counter = chance.randrange(1, 6) if called else None
    return StageRecord(
        service=chance.choice(SERVICES),
        counter=counter,
        agent=f"a{counter}" if counter else None,
        issued_at=issued,
        called_at=called,
        begun_at=begun,
        ended_at=begun + timedelta(seconds=serving_s) if begun else issued + timedelta(seconds=waiting_s),
        outcome=chance.choice(("completed", "request_registered", "referred")) if state == "finished" else None,
        waiting_s=waiting_s if called else None,
        time_to_begin_s=begin_s if begun else None,
        serving_s=serving_s if begun else None,
    )
