"""The stages of a stored visit, by the hall's own definitions."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, select

from central.figures.visit_stages import HELD, TOLD, day_slices, held_share, stage_rows
from central.store.tables.halls import visit
from sync.fakes.hall import DAY
from tests.helpers.batches import outbox_of, record, take

MUSCAT = ZoneInfo("Asia/Muscat")
STAGE = {
    "service": "A", "counter": 3, "issued_at": "2026-11-24T05:59:00Z", "called_at": "2026-11-24T06:09:00Z",
    "begun_at": "2026-11-24T06:09:30Z", "outcome": "completed", "waiting_s": 600, "time_to_begin_s": 30,
    "serving_s": 300,
}  # fmt: skip


def row(*stages: dict[str, Any], **changes: Any) -> Any:
    base = {"ticket": "A001", "service": "A", "lane": "standard", "visitor_kind": None, "state": "finished"}
    return SimpleNamespace(**{**base, "outcome": "completed", "stages": list(stages), **changes})


def test_a_visit_that_came_without_stages_is_one(engine: Engine) -> None:
    take(engine, outbox_of(record(1)), 1, 1)
    with engine.connect() as connection:
        (found,) = stage_rows(connection.execute(select(visit)).one(), MUSCAT)
    assert (found.service, found.counter, found.hour, found.waited_s, found.begin_s) == ("A", 3, 9, 600, 30)


def test_a_stage_has_the_halls_hour_and_its_times() -> None:
    (found,) = stage_rows(row(STAGE), MUSCAT)
    assert (found.hour, found.visitor_kind, found.first) == (9, "", True)
    assert (found.waited_s, found.begin_s, found.served_s, found.no_show) == (600, 30, 300, False)


def test_a_walk_up_neither_waited_nor_was_called() -> None:
    (found,) = stage_rows(row(STAGE, ticket=None), MUSCAT)
    assert (found.waited_s, found.begin_s, found.served_s) == (None, None, 300)


def test_only_the_last_stage_bears_how_the_visit_ended() -> None:
    missed = {**STAGE, "begun_at": None, "time_to_begin_s": None, "serving_s": None, "service": "B"}
    first, last = stage_rows(row(STAGE, missed, state="no_show"), MUSCAT)
    assert (first.served_s, first.no_show, first.first) == (300, False, True)
    assert (last.served_s, last.no_show, last.first, last.waited_s) == (None, True, False, 600)


def test_what_was_cut_off_by_the_close_of_day_was_not_served() -> None:
    (found,) = stage_rows(row(STAGE, state="closed_by_day"), MUSCAT)
    assert found.served_s is None


def test_stages_count_at_their_service_and_ends_at_the_one_that_was_come_for() -> None:
    found = day_slices([row(STAGE, {**STAGE, "service": "B"}), row(STAGE, ticket=None, outcome=None)], DAY,
                       zone=MUSCAT, targets={"A": 600.0})  # fmt: skip
    assert (found["A"].total.came, found["A"].total.within, found["B"].total.came) == (2, 1, 0)
    assert found["B"].total.figures().within is None
    assert found["A"].counts == {"state:finished": 2, "outcome:completed": 1, "walk_ups": 1}
    assert sorted(found["A"].parts["heat"]) == ["2-9"]


def test_a_promise_counts_where_it_was_made_and_the_visitor_was_called() -> None:
    promised = {**STAGE, "told_low_s": 300, "told_high_s": 600}
    late = {**promised, "waiting_s": 601}
    never = {**promised, "waiting_s": None, "called_at": None}
    found = day_slices([row(promised), row(late), row(never), row(STAGE)], DAY, zone=MUSCAT, targets={})["A"]
    assert (found.counts[TOLD], found.counts[HELD], held_share(found)) == (2, 1, 50.0)
    assert held_share(day_slices([row(STAGE)], DAY, zone=MUSCAT, targets={})["A"]) is None
