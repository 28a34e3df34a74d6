"""Migrations: up, down, with data, without drift, and never half done, on both engines."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, select, text

from central import composition
from central.composition import alembic_config, migrate
from central.errors import ConfigError
from central.store.engine import open_engine
from central.store.tables.halls import hall, metadata, visit
from tests.helpers.batches import outbox_of, record, stored, take

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


NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9000", "0001", None, None


def upgrade():
    op.add_column("visit", sa.Column("colour", sa.String(8)))
"""


def test_a_sqlite_file_that_is_behind_is_copied_aside_first(
    sqlite_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(sqlite_engine, outbox_of(record(1)), 1, 1)
    later = tmp_path / "migrations"
    shutil.copytree(composition.MIGRATIONS, later, ignore=shutil.ignore_patterns("__pycache__"))
    (later / "versions" / "9000_colour.py").write_text(NEXT, encoding="utf-8")
    monkeypatch.setattr(composition, "MIGRATIONS", later)
    migrate(sqlite_engine, copies=tmp_path)
    (copied,) = tmp_path.glob("centre-before-*.sqlite")
    copy = open_engine(f"sqlite:///{copied}")
    with copy.connect() as connection:
        assert connection.execute(select(visit.c.visit)).scalars().all() == [record(1).visit]
        assert connection.execute(select(hall.c.hall)).scalars().all() == ["1"]
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "0001"
    copy.dispose()
