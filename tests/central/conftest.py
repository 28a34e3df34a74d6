"""What the centre's tests share: a database on either engine, a hall, and batches to send."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from central.composition import database
from central.config import CentralConfig
from central.halls import registry
from tests.helpers.migrated_centre import put_migrated_centre

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)


@pytest.fixture
def engine(tmp_path: Path, centre_url: str) -> Iterator[Engine]:
    """Give an empty centre's database, once on SQLite and once on PostgreSQL, with hall 1 in it."""
    with database(CentralConfig(data=tmp_path, database=centre_url)) as opened:
        registry.add_hall(opened, "1", {"ar": "قاعة مسقط", "en": "Muscat hall"}, now=NOW)
        yield opened


@pytest.fixture
def sqlite_engine(tmp_path: Path) -> Iterator[Engine]:
    """Give an empty centre's database on SQLite alone, for what no engine changes."""
    put_migrated_centre(tmp_path)
    with database(CentralConfig(data=tmp_path)) as opened:
        registry.add_hall(opened, "1", {"ar": "قاعة مسقط", "en": "Muscat hall"}, now=NOW)
        yield opened


@pytest.fixture
def postgres_engine(
    tmp_path: Path, postgres_url: Callable[[str], str], migrated_postgres_centre: str
) -> Iterator[Engine]:
    """Give an empty centre's database on PostgreSQL alone, for what only several writers at once can show."""
    with database(CentralConfig(data=tmp_path, database=postgres_url(migrated_postgres_centre))) as opened:
        registry.add_hall(opened, "1", {"ar": "قاعة مسقط", "en": "Muscat hall"}, now=NOW)
        yield opened
