"""A copied database of a centre is what migrating an empty one gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, MetaData

from central.composition import alembic_config, migrate
from central.store.engine import open_engine
from tests.helpers.migrated_centre import put_migrated_centre


def _tables(engine: Engine) -> dict[str, list[str]]:
    found = MetaData()
    found.reflect(engine)
    return {name: [f"{column.name} {column.type}" for column in table.columns] for name, table in found.tables.items()}


@pytest.mark.allow_logs  # Alembic tells what it did
def test_a_copy_has_the_newest_tables(centre_url: str, tmp_path: Path, postgres_url: Callable[[], str]) -> None:
    bare = f"sqlite:///{tmp_path / 'bare.sqlite'}" if centre_url.startswith("sqlite") else postgres_url()
    copied, migrated = open_engine(centre_url), open_engine(bare)
    migrate(migrated)
    command.check(alembic_config(copied))
    assert _tables(copied) == _tables(migrated)
    assert len(_tables(copied)) > 10
    copied.dispose()
    migrated.dispose()


def test_two_copies_are_two_centres(tmp_path: Path) -> None:
    first, second = put_migrated_centre(tmp_path / "a"), put_migrated_centre(tmp_path / "b")
    assert first != second
    assert first.read_bytes() == second.read_bytes()
