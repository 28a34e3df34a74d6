"""Instants mean the same on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Engine, MetaData, Table, insert, select
from sqlalchemy.exc import StatementError

from hall.platform.db.column_types import Instant, instant_text

pytestmark = pytest.mark.dialect

INSTANTS = st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2099, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone comes apart


@given(INSTANTS, INSTANTS)
def test_texts_sort_as_instants_do(one: datetime, other: datetime) -> None:
    assert (instant_text(one) < instant_text(other)) == (one < other)
    assert datetime.fromisoformat(instant_text(one)) == one


def test_an_instant_of_another_zone_comes_back_in_utc(engine: Engine) -> None:
    table = Table("moments", MetaData(), Column("at", Instant))
    muscat = datetime(2026, 11, 24, 9, 0, 0, 123456, tzinfo=timezone(timedelta(hours=4)))
    with engine.begin() as connection:
        table.create(connection)
        connection.execute(insert(table), [{"at": muscat}, {"at": None}])
        values = connection.execute(select(table.c.at)).scalars().all()
    assert values == [datetime(2026, 11, 24, 5, 0, 0, 123456, tzinfo=UTC), None]
    assert values[0].tzinfo is UTC


def test_a_naive_instant_is_refused(engine: Engine) -> None:
    table = Table("moments", MetaData(), Column("at", Instant))
    with engine.begin() as connection:
        table.create(connection)
        with pytest.raises(StatementError, match="needs a time zone"):
            connection.execute(insert(table), {"at": datetime(2026, 11, 24)})  # noqa: DTZ001 - that is the point
