"""Facts can be added and read, nothing else."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError

from hall.adapters.tables import fact
from tests.hall.adapters.conftest import Hall


@pytest.mark.parametrize(
    "change", [update(fact).values(kind="other"), delete(fact), delete(fact).where(fact.c.seq == 1)]
)
def test_a_fact_is_neither_changed_nor_removed(hall: Hall, change) -> None:
    hall.issue()
    with pytest.raises(DBAPIError, match="facts are append-only"), hall.store.engine.begin() as connection:
        connection.execute(change)
    with hall.store.engine.connect() as connection:
        assert connection.execute(select(fact.c.seq)).scalars().all() == [1, 2]


@pytest.mark.postgres
def test_they_are_not_emptied_either(postgres_url) -> None:
    hall = Hall(postgres_url())
    hall.issue()
    with pytest.raises(DBAPIError, match="append-only"), hall.store.engine.begin() as connection:
        connection.execute(text("TRUNCATE fact"))
    hall.store.close()
