"""A centre from its settings: folder made, database migrated, closed at the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from central.composition import database, opened
from central.config import CentralConfig
from central.errors import ConfigError
from central.halls.registry import add_hall
from central.store.tables.halls import hall
from tests.central.conftest import NOW


def test_the_data_folder_is_made_and_the_database_is_there_the_next_time(tmp_path: Path) -> None:
    config = CentralConfig(tmp_path / "new" / "centre")
    with opened(config) as centre:
        add_hall(centre.engine, "1", {}, now=NOW)
    with database(config) as engine, engine.connect() as connection:
        assert connection.execute(select(hall.c.hall)).scalars().all() == ["1"]
    assert (tmp_path / "new" / "centre" / "centre.sqlite").exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with (
        pytest.raises(ConfigError, match=r"--data .*file/centre cannot be used: "),
        database(CentralConfig(tmp_path / "file" / "centre")),
    ):
        raise AssertionError("opened in spite of the folder")


def test_wrong_settings_touch_nothing(tmp_path: Path) -> None:
    with pytest.raises(ConfigError), database(CentralConfig(tmp_path / "new", port=-1)):
        raise AssertionError("opened in spite of wrong settings")
    assert not (tmp_path / "new").exists()
