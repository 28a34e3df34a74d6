"""Monthly partitions: made once, for exactly the months that came."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, event, inspect, select

from central import partitions
from central.partitions import drop_emptied, ensure_months, is_partition, make_ahead, month_of
from central.tables import visit
from tests.helpers.examples import assert_examples_hold
from tests.helpers.made_visits import keep, made_visits

DAY = date(2024, 10, 1)


def test_the_examples_hold() -> None:
    assert_examples_hold(partitions)


@given(st.dates(date(2000, 1, 1), date(2200, 1, 1)))
def test_each_day_lies_in_its_month_and_months_meet(day: date) -> None:
    first, after = month_of(day)
    assert first <= day < after
    assert (first.day, after.day) == (1, 1)
    assert month_of(after)[0] == after
    assert (after - first).days in {28, 29, 30, 31}


def test_months_are_made_as_their_days_come_and_only_once(engine: Engine) -> None:
    days = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 31)]
    for _ in range(2):
        ensure_months(engine, days)
        ensure_months(engine, [])
    made = {name for name in inspect(engine).get_table_names() if is_partition(name)}
    assert made == ({"visit_2026_12", "visit_2027_01"} if engine.dialect.name == "postgresql" else set())


def test_months_made_ahead_are_not_asked_for_again(engine: Engine) -> None:
    make_ahead(engine, date(2026, 11, 24))
    made = {name for name in inspect(engine).get_table_names() if is_partition(name)}
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    ensure_months(engine, [date(2025, 9, 1), date(2026, 11, 24), date(2027, 2, 28)])
    assert asked == []
    ensure_months(engine, [date(2027, 3, 1)])
    ours = engine.dialect.name == "postgresql"
    assert (len(made), bool(asked)) == ((18, True) if ours else (0, False))


def _store_one(engine: Engine) -> None:
    keep(engine, made_visits("1", DAY, 1), today=DAY)


def test_only_a_month_without_a_visit_is_dropped_and_made_anew_when_one_comes(postgres_engine: Engine) -> None:
    october, november = date(2024, 10, 1), date(2024, 11, 1)
    ensure_months(postgres_engine, [october, november])
    _store_one(postgres_engine)
    assert list(drop_emptied(postgres_engine, [november, october, date(2020, 1, 1)])) == [november]
    with postgres_engine.begin() as connection:
        connection.execute(delete(visit))
    assert list(drop_emptied(postgres_engine, [november, october])) == [october]
    _store_one(postgres_engine)
    with postgres_engine.connect() as connection:
        assert connection.execute(select(visit.c.service_day)).scalars().all() == [DAY]


def test_a_month_that_somebody_stores_into_is_left_for_the_next_night(postgres_engine: Engine) -> None:
    ensure_months(postgres_engine, [DAY])
    with postgres_engine.begin() as batch:
        batch.execute(delete(visit).where(visit.c.service_day == DAY))
        assert list(drop_emptied(postgres_engine, [DAY.replace(day=1)])) == []
    assert list(drop_emptied(postgres_engine, [DAY.replace(day=1)])) == [DAY.replace(day=1)]


def test_on_sqlite_there_is_nothing_to_drop(sqlite_engine: Engine) -> None:
    assert list(drop_emptied(sqlite_engine, [DAY])) == []
