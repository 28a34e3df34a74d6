"""A machine that takes over says what it does not have before anybody is locked out."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from central.access.centre_key import CentreKey, load_key, make_key
from central.access.copied_key_check import check_copied, check_key
from central.composition import opened
from central.config import CentralConfig
from central.errors import ConfigError
from central.people.enrolment import Setup
from central.people.people import disable, give_new_code
from central.store.tables.people import person
from tests.central.conftest import NOW
from tests.helpers.staff import SETUP, ready


def test_a_key_that_is_not_here_is_asked_for_as_soon_as_somebody_signs_in_by_it(engine: Engine, tmp_path: Path) -> None:
    config = CentralConfig(data=tmp_path / "second")
    check_copied(engine, config)
    ready(engine, "aisha", now=NOW, role="admin")
    with pytest.raises(ConfigError, match=r"centre\.key is not here: copy it"):
        check_copied(engine, config)
    make_key(config.key_folder)
    check_copied(engine, config)


def test_where_the_key_is_lost_it_goes_on_once_each_access_was_renewed(engine: Engine, tmp_path: Path) -> None:
    ready(engine, "aisha", now=NOW, role="admin")
    give_new_code(engine, "aisha", by="command line", now=NOW)
    check_copied(engine, CentralConfig(data=tmp_path / "second"))


def test_a_centre_does_not_start_without_the_key_of_its_people(tmp_path: Path) -> None:
    config = CentralConfig(data=tmp_path, keys=tmp_path)
    with opened(config) as centre:
        ready(centre.engine, "aisha", now=NOW, role="admin")
    (tmp_path / "centre.key").unlink()
    with pytest.raises(ConfigError, match="renew each access"), opened(config):
        pass


def test_a_key_in_the_data_folder_is_not_taken_and_the_command_that_moves_it_is_named(tmp_path: Path) -> None:
    config = CentralConfig(data=tmp_path / "data")
    key = make_key(config.data)
    with (
        pytest.raises(ConfigError, match=f"mv {config.data}/centre.key {config.key_folder}/centre.key"),
        opened(config),
    ):
        pass
    config.key_folder.mkdir()
    (config.data / "centre.key").rename(config.key_folder / "centre.key")
    with opened(config):
        assert load_key(config.key_folder) == key


OTHER_KEY = CentreKey(bytes(31) + b"x")


def test_another_centres_key_is_noticed_and_names_whom_it_would_lock_out(engine: Engine, tmp_path: Path) -> None:
    config = CentralConfig(data=tmp_path, keys=tmp_path)
    check_key(engine, config, OTHER_KEY)
    for name, role in (("salim", "reader"), ("aisha", "admin"), ("noor", "admin")):
        ready(engine, name, now=NOW, role=role)
    disable(engine, "salim", by="aisha", now=NOW)
    check_key(engine, config, SETUP.key)
    with pytest.raises(ConfigError, match=r"centre\.key is the key of another centre: aisha, noor could not sign in"):
        check_key(engine, config, OTHER_KEY)


def test_with_another_key_it_goes_on_once_each_access_was_renewed(engine: Engine, tmp_path: Path) -> None:
    ready(engine, "aisha", now=NOW, role="admin")
    give_new_code(engine, "aisha", by="command line", now=NOW)
    check_key(engine, CentralConfig(data=tmp_path, keys=tmp_path), OTHER_KEY)


def test_an_access_older_than_marks_is_taken_to_be_of_the_key_that_is_there(engine: Engine, tmp_path: Path) -> None:
    config = CentralConfig(data=tmp_path, keys=tmp_path)
    ready(engine, "aisha", now=NOW, role="admin")
    with engine.begin() as connection:
        connection.execute(update(person).values(key_mark=None))
    check_key(engine, config, SETUP.key)
    with pytest.raises(ConfigError, match="aisha could not sign in"):
        check_key(engine, config, OTHER_KEY)


def test_a_centre_does_not_start_with_the_key_of_another(tmp_path: Path) -> None:
    config = CentralConfig(data=tmp_path, keys=tmp_path)
    with opened(config) as centre:
        key = load_key(tmp_path)
        ready(centre.engine, "aisha", now=NOW, role="admin", setup=Setup(key, SETUP.passwords))
    with opened(config):
        pass
    (tmp_path / "centre.key").write_bytes(OTHER_KEY.key)
    with pytest.raises(ConfigError, match="the key of another centre"), opened(config):
        pass
