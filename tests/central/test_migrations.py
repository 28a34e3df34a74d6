"""Migrations: up, down, with data, without drift, and never half done, on both engines."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, select, text

from central import inbox
from central.bootstrap import alembic_config, migrate
from central.engine import open_engine
from central.errors import ConfigError
from central.tables import hall, metadata, visit
from central.tables_satisfaction import complaint
from contracts.complaint_record import ComplaintRecord, encode_complaint
from sync.fake_hall import MemoryOutbox
from tests.helpers.batches import NOW, outbox_of, record, stored, take

pytestmark = pytest.mark.dialect


@pytest.fixture
def bare(database_url: str) -> Iterator[Engine]:
    engine = open_engine(database_url)
    yield engine
    engine.dispose()


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


def test_migrations_lead_up_and_down_and_up_again(bare: Engine) -> None:
    migrate(bare)
    assert set(metadata.tables) <= tables(bare)
    command.downgrade(alembic_config(bare), "base")
    assert tables(bare) == {"alembic_version"}
    migrate(bare)
    assert set(metadata.tables) <= tables(bare)


def test_the_tables_ask_for_no_more_than_the_migrations_give_even_with_data(engine: Engine) -> None:
    take(engine, outbox_of(record(1), record(2)), 1, 2)
    command.check(alembic_config(engine))


def test_the_guard_against_drift_sees_a_difference(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE live"))
    with pytest.raises(Exception, match="New upgrade operations"):
        command.check(alembic_config(engine))


def test_migrating_again_keeps_the_data(engine: Engine) -> None:
    take(engine, outbox_of(record(1), record(2)), 1, 2)
    migrate(engine)
    assert len(stored(engine)) == 2


def test_down_with_data_leaves_nothing_behind(engine: Engine) -> None:
    take(engine, outbox_of(record(1), record(2)), 1, 2)
    command.downgrade(alembic_config(engine), "base")
    assert tables(engine) == {"alembic_version"}


def test_a_failed_migration_leaves_no_trace(bare: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic.operations import Operations

    create = Operations.create_index

    def fail(self: Operations, name: str, *args: object, **options: object) -> object:
        if name == "ix_visit_service_day_hall":
            raise OSError("the power went")
        return create(self, name, *args, **options)  # type: ignore[arg-type]  # a test's shorthand

    monkeypatch.setattr(Operations, "create_index", fail)
    with pytest.raises(OSError, match="power"):
        migrate(bare)
    assert tables(bare) <= {"alembic_version"}
    monkeypatch.undo()
    migrate(bare)
    assert set(metadata.tables) <= tables(bare)


def test_a_database_of_a_newer_version_is_refused_and_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(ConfigError, match=r"9999.*install the newer version"):
        migrate(engine)
    assert "visit" in tables(engine)


def test_a_sqlite_file_that_is_behind_is_copied_aside_first(sqlite_engine: Engine, tmp_path: Path) -> None:
    take(sqlite_engine, outbox_of(record(1)), 1, 1)
    command.downgrade(alembic_config(sqlite_engine), "0001")
    migrate(sqlite_engine, copies=tmp_path)
    (copied,) = tmp_path.glob("centre-before-*.sqlite")
    copy = open_engine(f"sqlite:///{copied}")
    with copy.connect() as connection:
        assert connection.execute(select(visit.c.visit)).scalars().all() == [record(1).visit]
        assert connection.execute(select(hall.c.hall)).scalars().all() == ["1"]
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "0001"
    copy.dispose()


def test_answers_that_came_before_are_found_by_their_tickets_code_afterwards(engine: Engine) -> None:
    command.downgrade(alembic_config(engine), "0060")
    code = "c" * 64
    row = {"hall": "1", "body": "{}", "at": NOW.replace(tzinfo=None) if engine.dialect.name == "sqlite" else NOW}
    columns, places = "hall, number, kind, key, body, received_at", ":hall, :number, :kind, :key, :body, :at"
    put = text(f"INSERT INTO inbox ({columns}) VALUES ({places})")
    with engine.begin() as connection:
        connection.execute(put, {**row, "number": 1, "kind": "survey", "key": f"survey:{code}:0"})
        connection.execute(put, {**row, "number": 2, "kind": "request", "key": "request:7"})
    migrate(engine)
    assert len(inbox.said_about(engine, "1", code)) == 1
    assert [one.number for one in inbox.after(engine, "1", 0)] == [1, 2]


def test_of_items_that_share_a_number_the_way_down_keeps_the_newest(engine: Engine) -> None:
    first = ComplaintRecord("1", "H-C26-000019", NOW.date(), 3, "complaint", "phone", "received", NOW)
    second = dataclasses.replace(first, rev=1, received_at=NOW + timedelta(hours=5))
    outbox = MemoryOutbox()
    for one in (first, second):
        outbox.write(encode_complaint(one))
    take(engine, outbox, 1, 2)
    command.downgrade(alembic_config(engine), "0050")
    migrate(engine)
    with engine.connect() as connection:
        assert connection.execute(select(complaint.c.rev, complaint.c.came_at)).all() == [(1, second.received_at)]
