"""A copied database is what migrating an empty one gives."""

from __future__ import annotations

from pathlib import Path

from hall.platform.db.engine import make_engine
from hall.platform.db.hall_identity import instance_of, live_stream
from hall.platform.db.schema_version import is_current
from tests.helpers.migrated import put_migrated


def test_a_copy_has_the_newest_tables_and_names_of_its_own(migrated_url: str, tmp_path: Path) -> None:
    names = set()
    for url in (migrated_url, f"sqlite:///{put_migrated(tmp_path / 'a.sqlite')}"):
        engine = make_engine(url)
        assert is_current(engine)
        with engine.connect() as connection:
            names |= {instance_of(connection), live_stream(connection)}
        engine.dispose()
    assert len(names) == 4
