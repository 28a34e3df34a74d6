"""The database's settings: what protects an acknowledged record."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from central.errors import ConfigError
from central.store import engine as module
from central.store.engine import RESTED_S, check_sqlite, open_engine
from tests.helpers.examples import assert_examples_hold


def test_the_examples_hold() -> None:
    assert_examples_hold(module)


def test_sqlite_writes_ahead_and_syncs_fully(sqlite_engine: Engine) -> None:
    with sqlite_engine.connect() as connection:
        settings = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert settings == ["wal", 2, 1]


def test_a_writing_transaction_takes_its_lock_at_the_beginning(sqlite_engine: Engine) -> None:
    impatient = open_engine(str(sqlite_engine.url))
    with sqlite_engine.connect() as first:
        first.execute(text("SELECT 1"))
        with impatient.connect().execution_options(read_only=True) as reader:
            reader.exec_driver_sql("PRAGMA busy_timeout=0")
            assert reader.execute(text("SELECT count(*) FROM hall")).scalar_one() == 1
        with pytest.raises(OperationalError, match="locked"), impatient.begin() as second:
            second.execute(text("SELECT 1"))
    impatient.dispose()


def test_a_savepoint_does_not_outlive_its_transaction(sqlite_engine: Engine) -> None:
    with sqlite_engine.connect() as connection:
        with connection.begin_nested():
            connection.execute(text("DELETE FROM hall"))
        connection.rollback()
        assert connection.execute(text("SELECT count(*) FROM hall")).scalar_one() == 1


@pytest.mark.parametrize("version", [(3, 46, 1), (3, 51, 2), (3, 7, 0)])
def test_a_library_that_can_damage_its_file_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(ConfigError, match="pysqlite3"):
        check_sqlite(version)


def test_an_error_names_no_value_of_a_row(sqlite_engine: Engine) -> None:
    with pytest.raises(OperationalError) as failed, sqlite_engine.connect() as connection:
        connection.execute(text("SELECT :secret FROM nowhere"), {"secret": "+968 9123 4567"})
    assert "9123" not in str(failed.value)


def _cut_all(url: str) -> None:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid()"
        )


def _rested(url: str, at: list[float]) -> Engine:
    """Return an engine with two connections in its pool, both of which the server has cut."""
    engine = open_engine(url, clock=lambda: at[0])
    with engine.connect() as one, engine.connect() as other:
        one.execute(text("SELECT 1"))
        other.execute(text("SELECT 1"))
    _cut_all(url)
    return engine


def test_connections_that_died_while_they_rested_are_replaced_and_nobody_notices(
    postgres_url: Callable[[], str],
) -> None:
    at = [0.0]
    engine = _rested(postgres_url(), at)
    at[0] = RESTED_S
    for _ in range(2):
        with engine.connect() as connection:
            assert connection.execute(text("SELECT 1")).scalar_one() == 1
    engine.dispose()


def test_a_connection_that_was_used_just_now_is_not_asked_and_one_failure_clears_the_pool(
    postgres_url: Callable[[], str],
) -> None:
    at = [0.0]
    engine = _rested(postgres_url(), at)
    at[0] = RESTED_S / 2
    with pytest.raises(OperationalError), engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
    engine.dispose()
