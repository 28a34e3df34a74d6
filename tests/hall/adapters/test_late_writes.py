"""What is left for later is written before anything may ask for it, once, and taken back with its command."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, Engine, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from hall.adapters.late_writes import LateWrites
from hall.adapters.prepared import LATE, Prepared, execute_raw
from hall.adapters.tables_kept import meta

ADD = Prepared(insert(meta), ["key", "value"])
SET = Prepared(update(meta).where(meta.c.key == bindparam("old")).values(value=bindparam("value")))
MINE = select(meta.c.key, meta.c.value).where(meta.c.key.like("late%")).order_by(meta.c.key)


def stored(connection: Connection) -> list[tuple[str, str]]:
    return [tuple(row) for row in connection.execute(MINE)]


def with_late(connection: Connection) -> LateWrites:
    late = LateWrites()
    connection.execution_options(**{LATE: late})
    return late


def test_whoever_asks_finds_all_of_it(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        late = with_late(connection)
        for n in range(3):
            late.add(ADD, {"key": f"late{n}", "value": ""})
        late.put(SET, "newest", {"old": "late1", "value": "a"})
        late.put(SET, "newest", {"old": "late1", "value": "b"})
        assert stored(connection) == [("late0", ""), ("late1", "b"), ("late2", "")]
        assert stored(connection) == stored(connection), "it is written once"


def test_what_is_left_under_a_name_is_found_until_it_is_written(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        late = with_late(connection)
        late.put(ADD, "one", {"key": "late", "value": "v"})
        assert late.found(ADD, "one") == {"key": "late", "value": "v"}
        assert late.found(ADD, "two") is late.found(SET, "one") is None
        late.write(connection)
        assert late.found(ADD, "one") is None
        assert stored(connection) == [("late", "v")]


def test_a_command_that_is_undone_takes_its_own_back_and_no_other(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        late = with_late(connection)
        late.add(ADD, {"key": "late1", "value": "neighbour"})
        mark = late.mark()
        late.add(ADD, {"key": "late2", "value": "undone"})
        late.back_to(mark)
        late.add(ADD, {"key": "late3", "value": "next"})
        assert stored(connection) == [("late1", "neighbour"), ("late3", "next")]


def test_a_neighbours_rows_come_back_after_a_command_that_had_them_written_is_undone(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        late = with_late(connection)
        late.add(ADD, {"key": "late1", "value": "neighbour"})
        execute_raw(connection, "SAVEPOINT command", apart=True).close()
        mark = late.mark()
        late.add(ADD, {"key": "late2", "value": "undone"})
        assert len(stored(connection)) == 2
        late.back_to(mark)
        execute_raw(connection, "ROLLBACK TO SAVEPOINT command", apart=True).close()
        assert stored(connection) == [("late1", "neighbour")]


def test_what_is_forgotten_is_not_written(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        late = with_late(connection)
        late.add(ADD, {"key": "late1", "value": ""})
        late.forget()
        assert stored(connection) == []


def test_what_the_database_refuses_is_its_error(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        late = with_late(connection)
        late.add(ADD, {"key": "epoch", "value": "another"})
        with pytest.raises(IntegrityError):
            late.write(connection)
