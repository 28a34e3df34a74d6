"""Facts and told waits can be added and read, nothing else."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError

from hall.platform.db.tables.core import announced_wait, fact
from tests.hall.waits.store.test_wait_store import promise
from tests.helpers.stored_hall import StoredHall

pytestmark = pytest.mark.dialect


@pytest.mark.parametrize(
    "change", [update(fact).values(kind="other"), delete(fact), delete(fact).where(fact.c.seq == 1)]
)
def test_a_fact_is_neither_changed_nor_removed(stored_hall: StoredHall, change) -> None:
    stored_hall.issue()
    with pytest.raises(DBAPIError, match="facts are append-only"), stored_hall.store.engine.begin() as connection:
        connection.execute(change)
    with stored_hall.store.engine.connect() as connection:
        assert connection.execute(select(fact.c.seq)).scalars().all() == [1, 2]


@pytest.mark.postgres
def test_they_are_not_emptied_either(postgres_url) -> None:
    stored_hall = StoredHall(postgres_url())
    stored_hall.issue()
    with pytest.raises(DBAPIError, match="append-only"), stored_hall.store.engine.begin() as connection:
        connection.execute(text("TRUNCATE fact"))
    stored_hall.store.close()


@pytest.mark.parametrize("change", [update(announced_wait).values(told_high_s=9000), delete(announced_wait)])
def test_what_a_ticket_told_is_neither_changed_nor_removed(stored_hall: StoredHall, change) -> None:
    stored_hall.issue(visit="v1")
    stored_hall.do(lambda work, _now: work.waits.announce(promise("v1")))
    with (
        pytest.raises(DBAPIError, match="announced waits are append-only"),
        stored_hall.store.engine.begin() as connection,
    ):
        connection.execute(change)
    assert stored_hall.ask(
        lambda work, _now: work.waits.told(promise("v1").service_day, promise("v1").service_day)
    ) == [promise("v1")]
