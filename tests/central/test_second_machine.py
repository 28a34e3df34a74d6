"""A machine that takes over says what it does not have before anybody is locked out."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, insert

from central.bootstrap import opened
from central.centre_key import load_key
from central.config import CentralConfig
from central.errors import ConfigError
from central.people import start_anew
from central.second_machine import check_copied
from central.tables_rollup import archived_month
from tests.central.conftest import NOW
from tests.helpers.staff import ready


def test_a_key_that_is_not_here_is_asked_for_as_soon_as_somebody_signs_in_by_it(engine: Engine, tmp_path: Path) -> None:
    config = CentralConfig(data=tmp_path / "second")
    check_copied(engine, config)
    ready(engine, "aisha", now=NOW, role="admin")
    with pytest.raises(ConfigError, match=r"centre\.key is not here: copy it"):
        check_copied(engine, config)
    load_key(config.data)
    check_copied(engine, config)


def test_where_the_key_is_lost_it_goes_on_once_each_access_was_renewed(engine: Engine, tmp_path: Path) -> None:
    ready(engine, "aisha", now=NOW, role="admin")
    start_anew(engine, "aisha", by="command line", now=NOW)
    check_copied(engine, CentralConfig(data=tmp_path / "second"))


@pytest.mark.allow_logs
def test_a_closed_month_whose_file_is_not_here_is_logged(
    engine: Engine, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    row = {"month": NOW.date().replace(day=1), "visits": 1, "digest": "d", "file": "visits-2026-11.parquet"}
    with engine.begin() as connection:
        connection.execute(insert(archived_month).values(**row, archived_at=NOW))
    config = CentralConfig(data=tmp_path)
    check_copied(engine, config)
    assert "visits-2026-11.parquet is not in" in caplog.text
    caplog.clear()
    config.archive_folder.mkdir()
    (config.archive_folder / row["file"]).touch()
    check_copied(engine, config)
    assert not caplog.records


def test_a_centre_does_not_start_without_the_key_of_its_people(tmp_path: Path) -> None:
    config = CentralConfig(data=tmp_path)
    with opened(config) as centre:
        ready(centre.engine, "aisha", now=NOW, role="admin")
    (tmp_path / "centre.key").unlink()
    with pytest.raises(ConfigError, match="renew each access"), opened(config):
        pass
