"""How the database is opened."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from hall.platform.db.engine import (
    OLDEST_SQLITE,
    StoreError,
    database_file,
    fold_wal,
    journal_mode,
    make_engine,
    read_only,
    sqlite_library,
)

pytestmark = pytest.mark.dialect


def pragma(engine: Engine, name: str) -> object:
    with engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


@pytest.fixture
def sqlite(tmp_path: Path):
    made = make_engine(f"sqlite:///{tmp_path / 'new folder' / 'hall.sqlite'}")
    yield made
    made.dispose()


def test_every_connection_is_durable_and_checks_references(sqlite: Engine) -> None:
    assert pragma(sqlite, "journal_mode") == "wal"
    assert pragma(sqlite, "synchronous") == 2
    assert pragma(sqlite, "foreign_keys") == 1
    assert pragma(sqlite, "busy_timeout") == 5_000
    assert pragma(sqlite, "mmap_size") == 0


def test_what_is_committed_is_folded_in_beside_the_writer_and_its_readers(sqlite: Engine) -> None:
    with sqlite.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE kept (n INTEGER)")
    with read_only(sqlite).connect() as reader, reader.begin():
        before = reader.exec_driver_sql("SELECT count(*) FROM kept").scalar_one()
        with sqlite.begin() as connection:
            connection.exec_driver_sql("INSERT INTO kept VALUES (1)")
        held = fold_wal(sqlite)
        assert reader.exec_driver_sql("SELECT count(*) FROM kept").scalar_one() == before == 0
    assert 0 < held < fold_wal(sqlite), "what a reader has not seen waits until he has ended"
    file = database_file(sqlite)
    assert file is not None
    with sqlite3.connect(f"file:{file}?immutable=1", uri=True) as alone:
        assert alone.execute("SELECT n FROM kept").fetchall() == [(1,)], "the file alone has it, without its WAL"
    alone.close()


def test_a_commit_leaves_the_folding_to_whoever_has_time(sqlite: Engine) -> None:
    assert pragma(sqlite, "wal_autocheckpoint") == 8_000


def test_a_statement_is_planned_once_though_many_others_came_before_it(sqlite: Engine) -> None:
    planned: list[object] = []
    with sqlite.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE kept (n INTEGER)")
        for n in range(300):
            connection.exec_driver_sql(f"SELECT {n}")
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.set_authorizer(lambda *asked: planned.append(asked) or 0)
        asked = []
        for _ in range(3):
            for statement in ("INSERT INTO kept VALUES (1)", "SELECT count(*) FROM kept"):
                connection.exec_driver_sql(statement).close()
            asked.append(len(planned))
        driver.set_authorizer(None)
    assert asked[0] > 0, "the library asks while it plans"
    assert asked[1:] == [asked[0]] * 2


def test_a_database_that_is_no_file_of_ours_has_nothing_to_fold(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO meta (key, value) VALUES ('x', '1')"))
    assert (fold_wal(engine) > 0) is (engine.dialect.name == "sqlite")


def test_the_library_is_one_that_cannot_damage_a_wal() -> None:
    library, journal = sqlite_library()
    assert library.sqlite_version_info >= OLDEST_SQLITE
    assert journal == "wal"


@pytest.mark.parametrize(
    ("version", "bundled", "expected"),
    [
        ((3, 51, 3), True, "wal"),
        ((3, 53, 4), False, "wal"),
        ((3, 51, 2), False, "delete"),
        ((3, 46, 1), False, "delete"),
    ],
)
def test_an_old_library_of_the_system_gets_a_rollback_journal(
    version: tuple[int, ...], bundled: bool, expected: str
) -> None:
    assert journal_mode(version, bundled=bundled) == expected


def test_an_old_bundled_library_is_refused() -> None:
    with pytest.raises(StoreError, match=r"SQLite 3\.51\.2.*upgrade pysqlite3"):
        journal_mode((3, 51, 2), bundled=True)


def test_an_outer_rollback_undoes_a_released_savepoint(engine: Engine) -> None:
    with engine.connect() as connection:
        with connection.begin() as transaction:
            with connection.begin_nested():
                connection.execute(text("INSERT INTO meta (key, value) VALUES ('x', '1')"))
            transaction.rollback()
        assert connection.execute(text("SELECT count(*) FROM meta WHERE key = 'x'")).scalar_one() == 0


def test_ddl_is_undone_too(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        connection.execute(text("CREATE TABLE half_done (id INTEGER)"))
        transaction.rollback()
    with engine.connect() as connection, pytest.raises(DBAPIError, match="half_done"):
        connection.execute(text("SELECT * FROM half_done"))


def test_a_reader_sees_one_moment_and_does_not_wait_for_the_writer(engine: Engine) -> None:
    count = text("SELECT count(*) FROM meta")
    with read_only(engine).connect() as reader, reader.begin():
        before = reader.execute(count).scalar_one()
        with engine.begin() as writer:
            writer.execute(text("INSERT INTO meta (key, value) VALUES ('x', '1')"))
            assert reader.execute(count).scalar_one() == before
        assert reader.execute(count).scalar_one() == before
    with read_only(engine).connect() as reader, reader.begin():
        assert reader.execute(count).scalar_one() == before + 1


def test_a_connection_that_read_can_write_again(engine: Engine) -> None:
    seen = []
    for turn in range(3):
        with engine.begin() as writer:
            writer.execute(text("UPDATE meta SET value = :turn WHERE key = 'epoch'"), {"turn": str(turn)})
        with read_only(engine).connect() as reader, reader.begin():
            seen.append(reader.execute(text("SELECT value FROM meta WHERE key = 'epoch'")).scalar())
    assert seen == ["0", "1", "2"]


def test_a_connection_is_told_once_that_it_only_reads(sqlite: Engine) -> None:
    told: list[str] = []
    with sqlite.connect() as connection:
        driver = connection.connection.driver_connection
    assert driver is not None
    driver.set_trace_callback(lambda sql: told.append(sql) if "query_only" in sql else None)
    for engine in (sqlite, sqlite, read_only(sqlite), read_only(sqlite), sqlite):
        with engine.begin() as connection:
            connection.execute(text("SELECT 1"))
    fold_wal(sqlite)
    with read_only(sqlite).begin() as connection, pytest.raises(DBAPIError):
        connection.execute(text("CREATE TABLE kept (n INTEGER)"))
    assert told == [f"PRAGMA query_only = {n}" for n in (0, 1, 0, 0, 1)], "folding must write, and is no transaction"


def test_only_an_sqlite_file_has_a_file(engine: Engine, sqlite: Engine, tmp_path: Path) -> None:
    assert database_file(sqlite) == tmp_path / "new folder" / "hall.sqlite"
    assert (database_file(engine) is None) == (engine.dialect.name == "postgresql")
    assert database_file(make_engine("sqlite://")) is None


@pytest.mark.postgres
def test_a_session_whose_peer_vanished_ends_on_both_sides(postgres_url) -> None:
    made = make_engine(postgres_url())
    with made.connect() as connection:
        shown = {
            name: connection.execute(text(f"SHOW {name}")).scalar_one()
            for name in ("tcp_keepalives_idle", "tcp_keepalives_interval", "tcp_keepalives_count", "tcp_user_timeout",
                         "synchronous_commit", "TimeZone")
        }  # fmt: skip
        parameters = connection.connection.driver_connection.info.get_parameters()
    made.dispose()
    assert shown.pop("tcp_user_timeout") in {"10s", "10000"}
    assert list(shown.values()) == ["5", "2", "3", "on", "UTC"]
    assert (parameters["keepalives_idle"], parameters["tcp_user_timeout"]) == ("5", "10000")


def test_without_the_bundled_library_the_systems_own_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pysqlite3", None)
    library, journal = sqlite_library()
    assert library is sqlite3
    assert journal == journal_mode(sqlite3.sqlite_version_info, bundled=False)


def test_an_error_names_no_value_of_a_row(sqlite: Engine) -> None:
    with pytest.raises(DBAPIError) as failed, sqlite.connect() as connection:
        connection.execute(text("SELECT :secret FROM nowhere"), {"secret": "+968 9123 4567"})
    assert "9123" not in str(failed.value)
