"""The tables of what goes down stand in the centre's own metadata, with the keys that make each thing one."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, insert
from sqlalchemy.exc import IntegrityError

from central.store.tables.downlink import inbox
from tests.central.conftest import NOW

pytestmark = pytest.mark.dialect


def test_a_thing_of_the_inbox_is_there_once_whatever_its_number(engine: Engine) -> None:
    thing = {"hall": "1", "kind": "survey", "key": "a", "body": {}, "received_at": NOW}
    with engine.begin() as connection:
        connection.execute(insert(inbox).values(number=1, **thing))
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(insert(inbox).values(number=2, **thing))
