"""A limit holds for whatever is read or changed: joins, subqueries, totals, updates."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, delete, exists, func, insert, select, text, union_all, update

from central.halls import registry
from central.store.hall_limit import limited
from central.store.tables.halls import hall, live
from tests.central.conftest import NOW


@pytest.fixture
def two(engine: Engine) -> Engine:
    registry.add_hall(engine, "2", {"en": "Nizwa hall"}, now=NOW)
    with engine.begin() as connection:
        connection.execute(insert(live), [{"hall": one, "received_at": NOW, "body": {}} for one in ("1", "2")])
    return engine


READS = {
    "plain": select(hall.c.hall),
    "outer join": select(live.c.hall).select_from(hall).outerjoin(live, live.c.hall == hall.c.hall),
    "subquery": select(select(live.c.hall).subquery().c.hall),
    "exists": select(hall.c.hall).where(exists(select(live.c.hall).where(live.c.hall == hall.c.hall))),
    "alias": select(hall.alias("other").c.hall),
    "cte": select(select(live.c.hall).cte("one").c.hall),
    "union": union_all(select(hall.c.hall).where(hall.c.hall == "2"), select(live.c.hall)),
    "locked": select(hall.c.hall).with_for_update(),
}


@pytest.mark.parametrize("name", READS)
def test_every_form_of_reading_sees_the_rows_of_these_halls_alone(two: Engine, name: str) -> None:
    with limited(two, {"2"}).connect() as connection:
        assert set(connection.execute(READS[name]).scalars()) == {"2"}
    with limited(two, None).connect() as connection:
        assert set(connection.execute(READS[name]).scalars()) == {"1", "2"}
    with limited(two, set()).connect() as connection:
        assert connection.execute(READS[name]).all() == []


def test_a_count_and_a_change_reach_these_halls_alone(two: Engine) -> None:
    with limited(two, {"2"}).begin() as connection:
        assert connection.execute(select(func.count()).select_from(live)).scalar_one() == 1
        assert connection.execute(update(hall).values(app="x")).rowcount == 1
        assert connection.execute(delete(live)).rowcount == 1
    with two.connect() as connection:
        assert connection.execute(select(hall.c.app).order_by(hall.c.hall)).scalars().all() == [None, "x"]
        assert connection.execute(select(live.c.hall)).scalars().all() == ["1"]


def test_what_cannot_be_limited_is_refused(two: Engine) -> None:
    with limited(two, {"2"}).connect() as connection, pytest.raises(TypeError, match="no limit"):
        connection.execute(text("SELECT hall FROM hall"))
