"""Statements that go straight to the driver."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, bindparam, insert, or_, select, update
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError

from hall.adapters.prepared import Prepared, PreparedUpdate, execute_raw
from hall.adapters.tables_kept import meta, pairing_code
from tests.helpers.example_hall import NINE

ADD = Prepared(insert(meta), ["key", "value"])
FIND = Prepared(select(meta.c.value, meta.c.key).where(meta.c.key == bindparam("key")))
CHANGE = Prepared(update(meta).where(meta.c.key == bindparam("old")).values(value=bindparam("value")))


def test_rows_are_added_found_and_changed(engine: Engine) -> None:
    with engine.begin() as connection:
        ADD.run(connection, {"key": "k", "value": "v"})
        assert FIND.first(connection, {"key": "k"}) == ("v", "k")
        assert CHANGE.run(connection, {"old": "k", "value": "w"}) == 1
        assert CHANGE.run(connection, {"old": "nobody", "value": "w"}) == 0
        assert FIND.first(connection, {"key": "k"}) == ("w", "k")
        assert FIND.first(connection, {"key": "nobody"}) is None


def test_it_belongs_to_the_connections_transaction(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        ADD.run(connection, {"key": "k", "value": "v"})
        transaction.rollback()
    with engine.connect() as connection:
        assert FIND.first(connection, {"key": "k"}) is None


def test_values_are_stored_as_the_columns_types_say(engine: Engine) -> None:
    columns = ["code_hash", "kind", "name", "counter", "expires_at"]
    values = {"code_hash": "c", "kind": "kiosk", "name": "Door", "counter": None, "expires_at": NINE}
    with engine.begin() as connection:
        Prepared(insert(pairing_code), columns).run(connection, values)
        assert connection.execute(select(pairing_code.c.expires_at)).scalar_one() == NINE


def test_constants_of_the_statement_are_bound_too(engine: Engine) -> None:
    either = Prepared(select(meta.c.key).where(or_(meta.c.key == "epoch", meta.c.key == bindparam("key"))).limit(1))
    with engine.begin() as connection:
        assert either.first(connection, {"key": "nobody"}) == ("epoch",)


def test_errors_are_sqlalchemys(engine: Engine) -> None:
    with engine.connect() as connection:
        ADD.run(connection, {"key": "k", "value": "v"})
        with pytest.raises(IntegrityError):
            ADD.run(connection, {"key": "k", "value": "v"})
    with pytest.raises((OperationalError, ProgrammingError)), engine.begin() as connection:
        execute_raw(connection, "CHOOSE 1")


ALTER = PreparedUpdate(update(meta).where(meta.c.key == bindparam("old")), ["key", "value"], ["old"])


def test_an_update_names_its_row_by_parameters_of_its_own(engine: Engine) -> None:
    with engine.begin() as connection:
        ADD.run(connection, {"key": "k", "value": "v"})
        assert ALTER.run(connection, {"key": "l", "value": "w"}, {"old": "k"}) == 1
        assert FIND.first(connection, {"key": "l"}) == ("w", "l")
        assert ALTER.run(connection, {"key": "l", "value": "x"}, {"old": "nobody"}) == 0


def test_a_value_that_was_forgotten_is_none_that_is_stored(engine: Engine) -> None:
    with engine.begin() as connection, pytest.raises(KeyError, match="value"):
        ADD.run(connection, {"key": "k"})
