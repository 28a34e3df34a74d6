"""Columns: instants come back aware and exact, keys hold what the docstring promises."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import IntegrityError, StatementError

from central.store.tables.halls import hall, metadata, visit
from tests.central.conftest import NOW

pytestmark = pytest.mark.dialect

MUSCAT = timezone(timedelta(hours=4))


@pytest.mark.parametrize(
    "instant",
    [
        datetime(2026, 11, 24, 23, 59, 59, 999999, tzinfo=UTC),
        datetime(2026, 11, 25, 3, 59, 59, 999999, tzinfo=MUSCAT),
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(9998, 12, 31, tzinfo=UTC),
    ],
)
def test_an_instant_comes_back_aware_and_the_same(engine: Engine, instant: datetime) -> None:
    with engine.begin() as connection:
        connection.execute(insert(hall).values(hall="x", names={}, created_at=instant))
        found = connection.execute(select(hall.c.created_at).where(hall.c.hall == "x")).scalar_one()
    assert (found, found.tzinfo) == (instant, UTC)


def test_a_naive_instant_is_a_bug_and_not_stored(sqlite_engine: Engine) -> None:
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(StatementError, match="time zone"), sqlite_engine.begin() as connection:
        connection.execute(insert(hall).values(hall="x", names={}, created_at=naive))


def test_a_hall_is_there_once(engine: Engine) -> None:
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(insert(hall).values(hall="1", names={}, created_at=NOW))


def test_the_key_of_a_visit_holds_hall_and_day() -> None:
    assert [column.name for column in visit.primary_key] == ["hall", "service_day", "visit"]


def test_every_constraint_has_a_name_that_a_migration_can_use() -> None:
    unnamed = [
        c for table in metadata.tables.values() for c in table.constraints if c.name is None and c._create_rule is None
    ]
    assert unnamed == []
