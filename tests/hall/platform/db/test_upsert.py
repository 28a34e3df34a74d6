"""A row under its key, there or not."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select

from hall.platform.db.tables.kept import meta
from hall.platform.db.upsert import upsert

pytestmark = pytest.mark.dialect


def test_the_first_time_it_is_added_and_then_changed(engine: Engine) -> None:
    with engine.begin() as connection:
        assert upsert(connection, meta, {"key": "k", "value": "1"}, key=("key",))
        assert not upsert(connection, meta, {"key": "k", "value": "2"}, key=("key",))
        rows = connection.execute(select(meta.c.value).where(meta.c.key == "k")).scalars().all()
    assert rows == ["2"]
