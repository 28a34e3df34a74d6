"""The database's settings: what protects an acknowledged record."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from central import engine as module
from central.engine import check_sqlite, open_engine
from central.errors import ConfigError
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
