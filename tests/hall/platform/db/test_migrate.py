"""Migrations: up, down, unchanged, with data, for drift, and when one fails."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, create_engine, inspect, select, text

from hall.platform.db.engine import StoreError, make_engine
from hall.platform.db.files.sqlite_copy import problem_of
from hall.platform.db.hall_identity import create_identity
from hall.platform.db.migrate import SCRIPTS, config_for, migrate, migration_transaction, version_of
from hall.platform.db.schema_version import wanted_version
from hall.platform.db.tables.core import visit
from tests.helpers.stored_hall import StoredHall

pytestmark = pytest.mark.dialect

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
HEAD = wanted_version()

NEXT = '''"""Add a colour to visits, then perhaps fail."""

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9000", "{head}", None, None


def upgrade():
    op.add_column("visit", sa.Column("colour", sa.String(8)))
    op.execute("UPDATE visit SET colour = 'red'")
    {then}


def downgrade():
    with op.batch_alter_table("visit") as batch:
        batch.drop_column("colour")
'''


def scripts_with_next(folder: Path, then: str = "") -> Path:
    shutil.copytree(SCRIPTS, folder / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "migrations/versions/9000_colour.py").write_text(NEXT.format(then=then, head=HEAD), encoding="utf-8")
    return folder / "migrations"


def schema(engine: Engine) -> dict[str, object]:
    seen = inspect(engine)
    return {
        table: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(table)],
            sorted((str(index["name"]), index["column_names"], index["unique"]) for index in seen.get_indexes(table)),
            seen.get_pk_constraint(table)["constrained_columns"],
            sorted(str(key["name"]) for key in seen.get_foreign_keys(table)),
        )
        for table in sorted(seen.get_table_names())
    }


@pytest.fixture
def bare(database_url: str):
    made = make_engine(database_url)
    yield made
    made.dispose()


def test_a_new_database_is_brought_up_and_founded(bare: Engine) -> None:
    assert migrate(bare) is None
    with bare.connect() as connection:
        assert version_of(connection) == HEAD
        names = dict(connection.execute(text("SELECT key, value FROM meta")).all())
    assert sorted(names) == ["epoch", "instance", "live_stream"]


def test_migrating_again_changes_nothing(engine: Engine) -> None:
    with engine.connect() as connection:
        before = connection.execute(text("SELECT key, value FROM meta ORDER BY key")).all()
    assert migrate(engine) == HEAD
    with engine.connect() as connection:
        assert connection.execute(text("SELECT key, value FROM meta ORDER BY key")).all() == before


def test_up_down_and_up_again_gives_the_same_tables(engine: Engine) -> None:
    before = schema(engine)
    with engine.begin() as connection:
        command.downgrade(config_for(connection), "base")
    assert sorted(schema(engine)) == ["alembic_version"]
    with engine.begin() as connection:
        command.upgrade(config_for(connection), "head")
    assert schema(engine) == before


def test_the_models_ask_for_nothing_that_the_migrations_do_not_give(engine: Engine) -> None:
    with engine.begin() as connection:
        command.check(config_for(connection))


def test_the_drift_check_sees_a_missing_index(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP INDEX ix_fact_visit"))
    with engine.begin() as connection, pytest.raises(Exception, match="New upgrade operations detected"):
        command.check(config_for(connection))


def test_a_migration_keeps_the_data_up_and_down(stored_hall: StoredHall, tmp_path: Path) -> None:
    stored_hall.issue()
    stored_hall.issue()
    stored_hall.store.close()
    engine = make_engine(stored_hall.url)
    scripts = scripts_with_next(tmp_path)
    assert migrate(engine, scripts=scripts, now=NOW) == HEAD
    with migration_transaction(engine) as connection:
        rows = connection.execute(text("SELECT ticket, colour FROM visit ORDER BY ticket")).all()
        assert [tuple(row) for row in rows] == [("L001", "red"), ("L002", "red")]
        command.downgrade(config_for(connection, scripts), HEAD)
        assert connection.execute(select(visit.c.ticket).order_by(visit.c.ticket)).scalars().all() == ["L001", "L002"]
    engine.dispose()
    stored_hall.reopen()
    assert stored_hall.issue() == "L003"


def test_a_migration_that_fails_leaves_nothing_half_done(stored_hall: StoredHall, tmp_path: Path) -> None:
    stored_hall.issue()
    stored_hall.store.close()
    engine = make_engine(stored_hall.url)
    before = schema(engine)
    with pytest.raises(ZeroDivisionError):
        migrate(engine, scripts=scripts_with_next(tmp_path, then="1 / 0"), now=NOW)
    assert schema(engine) == before
    with engine.connect() as connection:
        assert version_of(connection) == HEAD
    engine.dispose()
    stored_hall.reopen()
    assert stored_hall.issue() == "L002"


def test_an_sqlite_file_is_copied_before_it_is_changed(lite: StoredHall, tmp_path: Path) -> None:
    lite.issue()
    lite.store.close()
    engine = make_engine(lite.url)
    migrate(engine, scripts=scripts_with_next(tmp_path), now=NOW)
    engine.dispose()
    (copy,) = tmp_path.glob("hall-before-*.sqlite")
    assert copy.name == "hall-before-9000-20261125T030000.000Z.sqlite"
    assert problem_of(copy) is None
    old = make_engine(f"sqlite:///{copy}")
    with old.connect() as connection:
        assert version_of(connection) == HEAD
        assert connection.execute(select(visit.c.ticket)).scalars().all() == ["L001"]
    old.dispose()
    with pytest.raises(StoreError, match=r"version 9000.*newer"):
        lite.reopen()
    Path(lite.url.removeprefix("sqlite:///")).unlink()
    copy.rename(lite.url.removeprefix("sqlite:///"))
    lite.reopen()


def test_a_new_sqlite_file_needs_no_copy(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'hall.sqlite'}")
    migrate(engine)
    engine.dispose()
    assert [path.name for path in tmp_path.glob("*before*")] == []


def test_somebody_elses_database_is_left_alone(bare: Engine) -> None:
    with bare.begin() as connection:
        connection.execute(text("CREATE TABLE payroll (id INTEGER)"))
    with pytest.raises(StoreError, match="belongs to something else: it has tables \\(payroll"):
        migrate(bare)
    assert inspect(bare).get_table_names() == ["payroll"]


def test_a_database_of_a_newer_program_is_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="version 9999, which this program does not know"):
        migrate(engine)


def test_an_added_table_that_is_not_ours_shows_as_drift(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'x.sqlite'}")
    with engine.connect() as connection:
        assert version_of(connection) is None
    engine.dispose()


def test_founding_is_done_once(engine: Engine) -> None:
    with engine.begin() as connection:
        before = connection.execute(text("SELECT value FROM meta WHERE key = 'instance'")).scalar_one()
        create_identity(connection)
        assert connection.execute(text("SELECT value FROM meta WHERE key = 'instance'")).scalar_one() == before
