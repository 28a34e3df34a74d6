"""Roll-ups follow the visits: revisions, days that change, targets, a batch that comes meanwhile."""

from __future__ import annotations

import random
import threading
from datetime import date

import pytest
from sqlalchemy import Engine, delete, select, text

from central.figures.period_figures import RollupFigures
from central.figures.rollups import any_day_deleted, dirty_days, mark_dirty, mark_hall_dirty, refresh
from central.figures.visit_stages import HELD, TOLD
from central.store.tables.halls import visit
from central.store.tables.rollups import ALL, dirty_day, rollup, service_target
from figures.period import Asked
from figures.slices import slice_of
from tests.central.conftest import NOW
from tests.helpers.batches import outbox_of, record, take
from tests.helpers.made_visits import keep, made_visits
from tests.helpers.replacing import replace

ZONE = "Asia/Muscat"
DAY = date(2026, 11, 24)


def everything(engine: Engine) -> dict[tuple[str, str, date, str], tuple[str, str]]:
    with engine.connect() as connection:
        return {
            (row.hall, row.span, row.first, row.service): _sorted(row.total, row.parts)
            for row in connection.execute(select(rollup))
        }


def _sorted(total: str, parts: str) -> tuple[str, str]:
    found = slice_of(total, parts)
    found.counts = dict(sorted(found.counts.items()))
    found.parts = {name: dict(sorted(part.items())) for name, part in found.parts.items()}
    return found.total_text(), found.parts_text()


def all_of(engine: Engine, **options: int) -> None:
    while refresh(engine, time_zone=ZONE, **options):
        pass


def came(engine: Engine, hall: str, span: str, first: date, service: str = ALL) -> int | None:
    where = (rollup.c.hall == hall, rollup.c.span == span, rollup.c.first == first, rollup.c.service == service)
    with engine.connect() as connection:
        total = connection.execute(select(rollup.c.total).where(*where)).scalar_one_or_none()
    return None if total is None else slice_of(total).total.came


@pytest.mark.dialect
def test_a_batch_marks_its_days_and_a_refresh_counts_them_at_every_level(engine: Engine) -> None:
    take(engine, outbox_of(record(1), record(2, service_day=date(2026, 11, 23))), 1, 2)
    assert dirty_days(engine) == 2
    assert refresh(engine, time_zone=ZONE) == 2
    assert (dirty_days(engine), refresh(engine, time_zone=ZONE)) == (0, 0)
    for hall in ("1", ALL):
        assert came(engine, hall, "day", DAY) == 1
        assert came(engine, hall, "month", date(2026, 11, 1)) == 2
        assert came(engine, hall, "year", date(2026, 1, 1), "A") == 2


@pytest.mark.dialect
def test_changes_upward_come_to_the_same_as_counting_all_anew(engine: Engine) -> None:
    days = [date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 2), DAY]
    visits = [one for hall in ("1", "2") for day in days for one in made_visits(hall, day, 12)]
    keep(engine, visits)
    all_of(engine, days_at_once=3)
    # Some are corrected, some come late.
    later = [replace(one, rev=2, lane="priority", state="cancelled") for one in visits[::5]]
    keep(engine, [*later, *made_visits("2", days[1], 7, seed=1)])
    all_of(engine)
    found = everything(engine)
    with engine.begin() as connection:
        connection.execute(delete(rollup))
        for hall in ("1", "2"):
            mark_dirty(connection, hall, days, now=NOW)
    all_of(engine)
    assert everything(engine) == found
    assert len(found) > 40


def test_a_new_target_judges_the_days_that_are_over_too(engine: Engine) -> None:
    keep(engine, made_visits("1", DAY, 20))
    all_of(engine)
    with engine.begin() as connection:
        connection.execute(service_target.insert(), [{"hall": "1", "service": "A", "target_s": 10_000}])
        mark_hall_dirty(connection, "1", now=NOW)
    all_of(engine)
    with engine.connect() as connection:
        texts = connection.execute(select(rollup.c.total).where(rollup.c.hall == ALL, rollup.c.service == "A"))
        found = [slice_of(total).total for total in texts.scalars()]
    assert [one.judged == one.called == one.within > 0 for one in found] == [True] * 3


def test_a_new_target_leaves_the_figures_of_deleted_visits_as_they_are(engine: Engine) -> None:
    yesterday = date(2026, 11, 23)
    keep(engine, [*made_visits("1", yesterday, 9), *made_visits("1", DAY, 5)])
    all_of(engine)
    with engine.begin() as connection:
        assert not any_day_deleted(connection, "1", [yesterday, DAY])
        connection.execute(delete(visit).where(visit.c.service_day == yesterday))
        assert [any_day_deleted(connection, "1", days) for days in ([], [DAY], [DAY, yesterday])] == [
            False,
            False,
            True,
        ]
        mark_hall_dirty(connection, "1", now=NOW)
    all_of(engine)
    assert [came(engine, "1", "day", day) for day in (yesterday, DAY)] == [9, 5]
    assert came(engine, ALL, "month", date(2026, 11, 1)) == 14


def test_a_mark_that_stands_keeps_its_time(engine: Engine) -> None:
    with engine.begin() as connection:
        mark_dirty(connection, "1", [DAY], now=NOW)
        mark_dirty(connection, "1", [DAY, DAY], now=NOW.replace(year=2027))
        mark_dirty(connection, "1", [], now=NOW)
        assert connection.execute(select(dirty_day.c.since)).scalars().all() == [NOW]


@pytest.mark.postgres
def test_a_batch_that_comes_while_its_day_is_counted_marks_it_again(postgres_engine: Engine) -> None:
    keep(postgres_engine, made_visits("1", DAY, 3))
    counted, stored = threading.Event(), threading.Event()
    with postgres_engine.begin() as connection:
        # A refresh that has taken the mark away and not yet committed.
        connection.execute(delete(dirty_day))
        late = threading.Thread(target=lambda: (keep(postgres_engine, made_visits("1", DAY, 2, seed=9)), stored.set()))
        late.start()
        counted.set()
        assert not stored.wait(0.2), "the batch must wait for the mark"
    late.join(60)
    assert stored.is_set()
    assert dirty_days(postgres_engine) == 1
    all_of(postgres_engine)
    assert came(postgres_engine, "1", "day", DAY) == 5


def test_promises_that_held_equal_hand_written_sql(engine: Engine) -> None:
    chance = random.Random(3)
    visits = []
    for one in made_visits("1", DAY, 60):
        first = replace(one.stages[0], told_low_s=chance.randrange(0, 1500), told_high_s=chance.randrange(1500, 4000))
        visits.append(replace(one, stages=(first, *one.stages[1:])) if chance.random() < 0.7 else one)
    keep(engine, visits)
    all_of(engine)
    first_stage = "stages->0->>'{}'" if engine.dialect.name == "postgresql" else "json_extract(stages, '$[0].{}')"
    low, high, waited = (
        f"CAST({first_stage.format(name)} AS INTEGER)" for name in ("told_low_s", "told_high_s", "waiting_s")
    )
    by_hand = f"""SELECT count(*), sum(CASE WHEN {waited} BETWEEN {low} AND {high} THEN 1 ELSE 0 END)
                  FROM visit WHERE {low} IS NOT NULL AND {waited} IS NOT NULL"""
    with engine.connect() as connection:
        told, held = connection.execute(text(by_hand)).one()
    whole = RollupFigures(engine, "1").slices(Asked("day", DAY)).whole
    assert (whole.counts[TOLD], whole.counts[HELD]) == (told, held)
    assert 0 < held < told
