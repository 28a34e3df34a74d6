"""Wrong PINs are kept, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine

from hall.people.model.pin_tries_ports import PinTriesStore
from hall.people.model.wrong_pins import FORGOTTEN_AFTER, LONGEST_WAIT, PinTries
from hall.people.store.identity_store import SqlIdentities
from hall.people.store.wrong_pin_store import SqlPinTries
from tests.helpers.example_hall import NINE

LOCKED = PinTries(5, 2, NINE + timedelta(minutes=10), NINE)


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    with engine.begin() as opened:
        yield opened


def test_what_is_kept_comes_back_until_it_is_forgotten(connection: Connection) -> None:
    store: PinTriesStore = SqlPinTries(connection, NINE)
    assert store.of("agent:said") == PinTries()
    store.keep("agent:said", PinTries(1, 0, None, NINE))
    store.keep("agent:said", LOCKED)
    store.keep("device:d1", PinTries(3, 0, None, NINE))
    assert store.of("agent:said") == LOCKED
    assert store.locked() == {"agent:said": LOCKED}
    store.forget("agent:said")
    assert store.locked() == {}


def test_old_counts_leave_the_table(connection: Connection) -> None:
    SqlPinTries(connection, NINE).keep("agent:said", LOCKED)
    late = NINE + FORGOTTEN_AFTER + LONGEST_WAIT + timedelta(seconds=1)
    store = SqlPinTries(connection, late)
    store.keep("agent:noor", PinTries(1, 0, None, late))
    assert store.of("agent:said") == PinTries()


def test_a_new_pin_ends_the_lock_of_its_agent_only(connection: Connection) -> None:
    store = SqlPinTries(connection, NINE)
    store.keep("agent:said", LOCKED)
    store.keep("agent:noor", LOCKED)
    SqlIdentities(connection, NINE).set_pin_hash("said", "$argon2id$new")
    assert list(store.locked()) == ["agent:noor"]
