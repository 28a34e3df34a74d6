"""The version of the tables, known without Alembic, is the one that Alembic knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import text

from hall.platform.db.engine import make_engine
from hall.platform.db.migrate import SCRIPTS, config_for, migrate
from hall.platform.db.schema_version import is_current, wanted_version

pytestmark = pytest.mark.dialect


def test_the_wanted_version_is_alembics_head(database_url: str) -> None:
    engine = make_engine(database_url)
    with engine.connect() as connection:
        assert wanted_version() == ScriptDirectory.from_config(config_for(connection, SCRIPTS)).get_current_head()
    engine.dispose()


def test_the_newest_is_the_one_that_no_other_follows_whatever_its_number(tmp_path: Path) -> None:
    for name, before in (("0001", None), ("0090", "0001"), ("0087", "0090")):
        line = f'down_revision = "{before}"' if before else "down_revision = None"
        (tmp_path / f"{name}_step.py").write_text(f'revision = "{name}"\n{line}\n', encoding="utf-8")
    assert wanted_version(tmp_path) == "0087"


def test_a_database_is_current_once_it_is_migrated_and_not_when_another_program_wrote_it(database_url: str) -> None:
    engine = make_engine(database_url)
    assert not is_current(engine)
    migrate(engine)
    assert is_current(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert not is_current(engine)
    engine.dispose()
