"""Days that are over, lived by the hall's own commands: the shape of what they leave, and the morning of the demo."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from central.composition import database
from central.config import CentralConfig
from central.store.tables.halls import visit as centre_visit
from commands.demo.scenario import other_halls, past_day, setup_files, today
from commands.demo.scenario.clock import WEEKS, days_before
from commands.demo.scenario.requests_and_complaints import Matters
from contracts.queue.answers import WaitRange
from contracts.words.complaints import ComplaintState
from contracts.words.requests import RequestState
from hall.complaints.store.tables import complaint
from hall.composition.sql_work import SqlWork
from hall.composition.store import HallStore
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.platform.db.engine import make_engine
from hall.platform.db.tables.core import announced_wait, fact, outbox, stage, visit
from hall.requests.store.tables import request
from hall.waits.model.calibration import ENOUGH as CORRECTED_FROM
from hall.waits.model.waiting_time import forecast
from hall.waits.queries.forecast import asked_of
from hall.waits.queries.hall_snapshot import read_hall_snapshot
from hall.waits.queries.past import read_past
from hall.waits.workers.estimator import Estimate, estimate_of
from tests.helpers.hall_in_a_thread import hall_in_a_thread
from tests.helpers.speeds import some

ZONE = ZoneInfo("Asia/Muscat")
DAY = date(2026, 11, 24)
"""A Tuesday."""
NOW = datetime(2026, 11, 24, 10, 15, tzinfo=ZONE)
OWN = {"id", "visit", "code_hash", "language", "visitor_kind", "printed_at", "why", "account", "for_agent"}
"""Columns that differ from one visit to the next, with every writer."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HallStore]:
    setup_files.write_hall(tmp_path / "hall.toml")
    opened = past_day.open_hall(f"sqlite:///{tmp_path / 'hall' / 'hall.sqlite'}", tmp_path / "hall.toml")
    yield opened
    opened.close()


def rows(store: HallStore, query: Any) -> list[Mapping[str, Any]]:
    with store.engine.connect() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def settings(store: HallStore) -> HallSettings:
    return store.settings()


def filled(row: Mapping[str, Any]) -> set[str]:
    """Return the columns that hold something."""
    return {name for name, value in row.items() if value is not None} - OWN


def test_a_visit_of_the_past_has_the_shape_of_one_that_was_served_over_the_halls_api(
    store: HallStore, tmp_path: Path
) -> None:
    past_day.live(store, past_day.usual_day(settings(store), DAY, 12))
    lived = rows(store, select(visit).where(visit.c.state == "finished").limit(1))[0]
    lived_stage = rows(store, select(stage).where(stage.c.visit == lived["id"]))[0]
    lived_facts = rows(store, select(fact.c.kind).where(fact.c.visit == lived["id"]).order_by(fact.c.seq))
    (tmp_path / "real").mkdir()
    with hall_in_a_thread(tmp_path / "real") as hall:
        ticket = hall.issue()
        session = hall.sign_in()
        for move, body in (("call-next", {}), ("begin", {}), ("finish", {"outcome": "completed"})):
            assert hall.post(f"/counters/1/{move}", session, body).ok
        engine = make_engine(f"sqlite:///{next((tmp_path / 'real').rglob('hall.sqlite'))}")
        with engine.connect() as connection:
            found = connection.execute(select(visit).where(visit.c.id == ticket["visit"])).mappings().one()
            of_stage = connection.execute(select(stage).where(stage.c.visit == ticket["visit"])).mappings().one()
            facts = connection.execute(
                select(fact.c.kind).where(fact.c.visit == ticket["visit"]).order_by(fact.c.seq)
            ).scalars()
            kinds = list(facts)
        engine.dispose()
    assert filled(lived) == filled(found)
    assert filled(lived_stage) == filled(of_stage)
    # A visit that is served in no time, or very long, is marked as such, and not every visitor answers the survey.
    by_chance = {"visit_marked", "survey_given"}
    assert [one["kind"] for one in lived_facts if one["kind"] not in by_chance] == [
        kind for kind in kinds if kind not in by_chance
    ]


def test_a_day_that_is_over_is_closed_and_every_visit_of_it_waits_for_the_centre_once(store: HallStore) -> None:
    past_day.live(store, past_day.usual_day(settings(store), DAY, 20))
    states = {row["state"] for row in rows(store, select(visit.c.state))}
    assert states <= {"finished", "no_show", "carried_over"}
    bodies = [json.loads(bytes(row["body"])) for row in rows(store, select(outbox.c.body))]
    told = [one["visit"] for one in bodies if one.get("kind") == "visit"]
    assert sorted(told) == sorted(row["id"] for row in rows(store, select(visit.c.id)))


def test_on_an_ordinary_day_six_are_at_work_and_no_service_hangs_on_one_of_them(store: HallStore) -> None:
    for day in days_before(DAY, settings(store).hours):
        plan = past_day.usual_day(settings(store), day, 20)
        assert len(plan.counters) == 6
        for one in [one for one in settings(store).services if one.open]:
            assert len([n for n in plan.counters if one.code in settings(store).counter(n).services]) >= 2


@pytest.mark.parametrize("back", some(range(3), 0))
def test_at_a_quarter_past_ten_the_morning_is_healthy_and_one_service_is_past_its_target(
    store: HallStore, back: int
) -> None:
    hall, day = settings(store), DAY - timedelta(days=back)
    past_day.live(store, today.this_morning(hall, day))
    waiting = rows(store, select(visit.c.service, visit.c.issued_at).where(visit.c.state == "waiting"))
    longest_s: dict[str, float] = {}
    for row in waiting:
        waited_s = (NOW - timedelta(days=back) - row["issued_at"]).total_seconds()
        longest_s[row["service"]] = max(waited_s, longest_s.get(row["service"], 0))
    late = [code for code, waited_s in longest_s.items() if waited_s > hall.service(code).target_wait_s]  # type: ignore[arg-type]  # its code
    assert late == ["T"]
    assert 7 <= len(waiting) <= 18
    counters = {row["counter"] for row in rows(store, select(visit.c.counter).where(visit.c.state == "serving"))}
    assert {3, 4} <= counters
    assert len(counters) >= 6


def expected_waits(store: HallStore, at: datetime) -> dict[str, WaitRange | None]:
    """Return by service what the hall tells who joins at this instant, as its estimator does."""

    def ask(work: SqlWork, now: Moment) -> Estimate:
        then = past_day.PastWork(store, work, now).moment(at)
        learnt = read_past(work=work, now=then)
        question = asked_of(read_hall_snapshot(work=work, now=then), learnt)
        return estimate_of(question, forecast(question.queue, Random(1)), learnt.correction)

    return {str(code): wait for code, wait in store.commands.run(ask).result().usual.items()}


@pytest.mark.full
def test_the_hall_tells_waits_at_a_quarter_past_ten_from_what_it_learnt_of_its_own_forecasts(store: HallStore) -> None:
    hall = settings(store)
    for one in days_before(DAY, hall.hours)[-8:]:
        past_day.live(store, past_day.usual_day(hall, one, 46, estimated=True))
    past_day.live(store, today.this_morning(hall, DAY))
    assert len(rows(store, select(announced_wait))) > CORRECTED_FROM
    waits = expected_waits(store, NOW)
    assert sum(wait is not None for wait in waits.values()) >= 6, waits


def test_requests_and_complaints_stand_in_every_state_in_which_a_hall_would_leave_them(store: HallStore) -> None:
    matters = Matters(DAY)
    for back in range(7 * WEEKS, -1, -1):
        past_day.live_matters(store, partial(matters.of, DAY - timedelta(days=back)))
    states = {row["state"] for row in rows(store, select(request.c.state))}
    assert states == {one.value for one in RequestState} - {"withdrawn"}
    # One that nobody has taken up is an alert, and the demo's morning has one problem.
    brought = {row["state"] for row in rows(store, select(complaint.c.state))}
    assert {"handed_on", "closed"} <= brought <= {one.value for one in ComplaintState} - {"received"}


def test_the_other_halls_records_are_those_that_a_hall_sends_and_the_centre_keeps_every_one(
    store: HallStore, tmp_path: Path
) -> None:
    past_day.live(store, past_day.usual_day(settings(store), DAY, 12))
    of_hall = [json.loads(bytes(row["body"])) for row in rows(store, select(outbox.c.body))]
    own = next(one for one in of_hall if one.get("kind") == "visit" and one["state"] == "finished")
    other = other_halls.OTHERS[0]
    lines = [*other_halls.day_lines(other, DAY, settings(store), ends=NOW + timedelta(days=1))]
    made = next(one for one in map(json.loads, lines) if one.get("kind") == "visit" and one["state"] == "finished")
    assert set(made) == set(own)
    assert set(made["stages"][0]) == set(own["stages"][0])
    with database(CentralConfig(data=tmp_path / "centre")) as engine:
        other_halls.fill_centre(engine, [DAY], settings(store), NOW + timedelta(days=1))
        with engine.connect() as connection:
            query = select(func.count()).select_from(centre_visit).where(centre_visit.c.hall == other.code)
            kept = connection.execute(query).scalar_one()
    assert kept == sum(1 for one in map(json.loads, lines) if one.get("kind") == "visit")


def test_the_centre_has_22_halls_and_a_call_centre() -> None:
    assert len(other_halls.OTHERS) + len(["muscat-1", "muscat-premium"]) == 22
    assert len({one.code for one in other_halls.OTHERS}) == len(other_halls.OTHERS)
    assert sum(one.silent for one in other_halls.OTHERS) == 1
