"""A new key for a stopped centre: people sign in, and halls believe its settings, as before; on either database."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from central.access.centre_key import FILE, PASSWORDS, CentreKey, load_key, make_key
from central.audit.staff_acts import acts_before
from central.composition import database, opened
from central.config import CentralConfig
from central.errors import ConfigError, NotFoundError, TokenError
from central.halls import registry
from central.halls.settings_key import kept_settings_key, settings_key
from central.maintenance.key_rotation import NEXT, finish_rotation, rotate_key
from central.people.enrolment import Setup
from central.people.sessions import SignIn, session_of, sign_in
from central.store.tables.people import person
from commands.central.command import run
from common.accounts.passwords import Passwords
from contracts.centre.credential import read_credential
from tests.central.conftest import NOW
from tests.helpers.centre import running_centre
from tests.helpers.staff import PASSWORD, Ready, ready


def setup_of(folder: Path) -> Setup:
    key = make_key(folder)
    return Setup(key, Passwords(key.seal(PASSWORDS), memory_kib=64))


def sign(engine: Engine, folder: Path, who: Ready, *, minutes: int) -> str:
    at = NOW + timedelta(minutes=minutes)
    return sign_in(engine, setup_of(folder), SignIn(who.name, PASSWORD, who.code(at)), now=at)


def test_passwords_authenticators_sessions_and_keys_for_settings_of_before_are_good(
    engine: Engine, tmp_path: Path
) -> None:
    noor = ready(engine, "noor", now=NOW, setup=setup_of(tmp_path))
    session = sign(engine, tmp_path, noor, minutes=1)
    token = registry.new_hall_token(engine, "1", "hall", now=NOW)
    before = load_key(tmp_path)
    given = settings_key(before, "1", token)
    for minutes in (2, 3):  # a second change finds what the first one kept
        old = rotate_key(engine, tmp_path)
        assert old.name.startswith(f"{FILE}-replaced-")
        assert sign(engine, tmp_path, noor, minutes=minutes)
        assert kept_settings_key(engine, load_key(tmp_path), token) == given
    assert session_of(engine, session, now=NOW + timedelta(minutes=4)).name == "noor"
    assert load_key(tmp_path) != before
    later = registry.new_hall_token(engine, "1", "later", now=NOW)
    assert kept_settings_key(engine, load_key(tmp_path), later) == settings_key(load_key(tmp_path), "1", later)
    assert [one.action for one in acts_before(engine, None)[0]].count("key_rotated") == 2


def test_the_old_key_opens_nothing_of_the_database_any_more(engine: Engine, tmp_path: Path) -> None:
    noor = ready(engine, "noor", now=NOW, setup=setup_of(tmp_path))
    old = CentreKey(rotate_key(engine, tmp_path).read_bytes())
    with engine.connect() as connection:
        row = connection.execute(select(person)).one()
    assert old.seal(PASSWORDS).open(row.password, "noor") is None
    assert old.authenticator("noor", row.authenticator) != noor.secret
    stolen = Setup(old, Passwords(old.seal(PASSWORDS), memory_kib=64))
    with pytest.raises(TokenError):
        sign_in(engine, stolen, SignIn("noor", PASSWORD, noor.code(NOW)), now=NOW)


def test_a_power_cut_between_database_and_file_leaves_a_centre_with_the_new_key(engine: Engine, tmp_path: Path) -> None:
    noor = ready(engine, "noor", now=NOW, setup=setup_of(tmp_path))
    old = rotate_key(engine, tmp_path)
    (tmp_path / FILE).rename(tmp_path / NEXT)
    old.rename(tmp_path / FILE)
    finish_rotation(engine, tmp_path)
    assert sign(engine, tmp_path, noor, minutes=1)
    (tmp_path / NEXT).write_bytes(bytes(32))  # one that the database never knew
    finish_rotation(engine, tmp_path)
    assert not (tmp_path / NEXT).exists()
    assert sign(engine, tmp_path, noor, minutes=2)


@pytest.mark.parametrize("people", [True, False])
def test_a_power_cut_between_the_two_files_leaves_a_centre_that_starts(tmp_path: Path, people: bool) -> None:
    config = CentralConfig(data=tmp_path, keys=tmp_path)
    with database(config) as engine:
        registry.add_hall(engine, "1", {}, now=NOW)
        token = registry.new_hall_token(engine, "1", "hall", now=NOW)
        given = settings_key(make_key(tmp_path), "1", token)
        if people:
            ready(engine, "noor", now=NOW, setup=setup_of(tmp_path))
        rotate_key(engine, tmp_path)
    (tmp_path / FILE).rename(tmp_path / NEXT)
    with opened(config) as centre:
        assert kept_settings_key(centre.engine, load_key(tmp_path), token) == given
    assert not (tmp_path / NEXT).exists()


def test_a_hall_enrolled_in_a_half_rotation_has_the_key_that_the_centre_takes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    enrol = ["enrol", "--data", str(tmp_path), "--keys", str(tmp_path), "--hall", "1"]
    assert run(enrol) == 0
    with database(CentralConfig(data=tmp_path, keys=tmp_path)) as engine:
        old = rotate_key(engine, tmp_path)
    (tmp_path / FILE).rename(tmp_path / NEXT)
    old.rename(tmp_path / FILE)
    assert run(enrol) == 0
    word = read_credential(capsys.readouterr().out.split()[-1])
    with opened(CentralConfig(data=tmp_path, keys=tmp_path)) as centre:
        assert kept_settings_key(centre.engine, load_key(tmp_path), word.token) == word.settings_key


def test_without_people_the_key_that_sealed_for_a_hall_is_found(engine: Engine, tmp_path: Path) -> None:
    token = registry.new_hall_token(engine, "1", "hall", now=NOW)
    given = settings_key(make_key(tmp_path), "1", token)
    old = rotate_key(engine, tmp_path)
    (tmp_path / FILE).rename(tmp_path / NEXT)
    old.rename(tmp_path / FILE)
    finish_rotation(engine, tmp_path)
    assert kept_settings_key(engine, load_key(tmp_path), token) == given


def test_the_command_says_what_to_do_after(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = make_key(tmp_path)
    assert run(["key", "rotate", "--data", str(tmp_path), "--keys", str(tmp_path)]) == 0
    assert f"copy {tmp_path / FILE} to the machine that takes over" in capsys.readouterr().out
    assert load_key(tmp_path) != before


@pytest.mark.parametrize("command", [("key", "rotate"), ("enrol", "--hall", "1"), ("enrol", "--hall", "1", "--code")])
@pytest.mark.parametrize("people", [False, True])
def test_no_command_makes_a_key_where_one_lies_in_the_data_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...], people: bool
) -> None:
    config = CentralConfig(data=tmp_path / "data")
    key = make_key(config.data)
    with database(config) as engine:
        if people:
            ready(engine, "noor", now=NOW, setup=setup_of(config.data))
    assert run([*command, "--data", str(config.data)]) == 2
    assert f"mv {config.data / FILE} {config.key_folder / FILE}" in capsys.readouterr().err
    assert not config.key_folder.exists()
    assert load_key(config.data) == key
    with database(config) as engine, pytest.raises(NotFoundError):
        registry.require_known(engine, "1")


@pytest.mark.parametrize("command", [("key", "rotate"), ("enrol", "--hall", "1")])
def test_no_command_makes_a_key_where_that_of_the_people_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    config = CentralConfig(data=tmp_path / "data")
    with database(config) as engine:
        ready(engine, "noor", now=NOW)
    assert run([*command, "--data", str(config.data)]) == 2
    assert "copy it from the other machine or a backup" in capsys.readouterr().err
    assert not config.key_folder.exists()


def test_a_rotation_makes_no_key_in_place_of_a_missing_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["key", "rotate", "--data", str(tmp_path / "data")]) == 2
    assert "the first start of a centre makes it" in capsys.readouterr().err
    assert not CentralConfig(data=tmp_path / "data").key_folder.exists()


@pytest.mark.dialect
def test_the_command_refuses_while_a_centre_serves_the_database_on_another_port(
    tmp_path: Path, centre_url: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    database_of_it = ["--database", centre_url] if centre_url else []
    command = ["--port", "0", "key", "rotate", "--data", str(tmp_path), *database_of_it]
    with running_centre(tmp_path, centre_url) as centre:
        before = load_key(centre.keys)
        assert run(command) == 2
        assert "stop it first" in capsys.readouterr().err
        assert load_key(centre.keys) == before
    assert run(command) == 0
    assert load_key(centre.keys) != before


def test_a_second_centre_on_one_file_is_refused(tmp_path: Path) -> None:
    config = CentralConfig(data=tmp_path, keys=tmp_path)
    with opened(config), pytest.raises(ConfigError, match="another centre runs on this database"), opened(config):
        pass
