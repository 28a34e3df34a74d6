"""A new key for a stopped hall: each person and device that could come in before the change can come in after it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest
import requests
from pysqlite3 import dbapi2 as sqlite

from commands.admin import command
from commands.backup import command as backup
from commands.backup import restore
from common.accounts.totp import totp
from common.clock.wall_clock import utc_now
from hall.composition.start_checks import KEY_FILE
from hall.platform.security.secret import PINS, HallSecret
from tests.helpers.hall_accounts import PASSWORD, Person, person
from tests.helpers.hall_in_a_thread import hall_in_a_thread
from tests.helpers.hall_process import HallProcess, PreparedHall, prepare_hall

HALL_USER = 12345


@pytest.fixture
def hall(tmp_path: Path) -> PreparedHall:
    return prepare_hall(tmp_path)


def rotate(hall: PreparedHall) -> int:
    return command.run(["--data", str(hall.data), "key", "rotate"])


def key_of(hall: PreparedHall) -> bytes:
    return (hall.keys / KEY_FILE).read_bytes()


def rows_of(hall: PreparedHall, query: str) -> list[tuple[str, ...]]:
    with contextlib.closing(sqlite.connect(str(hall.database))) as connection:
        return list(connection.execute(query))


def rows(hall: PreparedHall, query: str) -> list[str]:
    return [row[0] for row in rows_of(hall, query)]


def signs_in_by_pin(running: HallProcess) -> bool:
    answer = running.ask("POST", "/counters/2/sign-in", "counter2", body={"agent": "maryam", "pin": "802946"})
    return answer.status_code == 200


def signs_in_by_password(running: HallProcess, muna: Person) -> bool:
    body = {"name": muna.name, "password": PASSWORD, "code": totp(muna.secret, utc_now().timestamp())}
    url, origin = f"{running.base}/api/v1/session/password", {"Origin": running.base}
    return requests.post(url, json=body, headers=origin, timeout=60).status_code == 204


def test_tokens_pins_passwords_authenticators_and_tickets_of_before_are_good_with_the_new_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with hall_in_a_thread(tmp_path) as made:
        made.clock.move_on(minutes=-5)  # each code is taken once, and those of now are still to come
        muna = person(made)
        hall = PreparedHall(tmp_path, made.tokens, made.devices)
    before = key_of(hall)
    with HallProcess(hall) as running:
        code = running.issue().json()["status_url"].rpartition("#")[2]
        assert rotate(hall) == 2
        assert "stop it first" in capsys.readouterr().err
    assert key_of(hall) == before
    assert rotate(hall) == 0
    said = capsys.readouterr().out
    (old,) = hall.keys.glob(f"{KEY_FILE}-replaced-*")
    assert f"the key of before is {old}" in said
    assert (old.read_bytes(), key_of(hall) == before) == (before, False)
    assert "key_rotated" in rows(hall, "SELECT act FROM console_act")
    pins = dict(rows_of(hall, "SELECT agent, pin_hash FROM agent_pin"))
    assert {HallSecret(before).seal(PINS).open(one, agent) for agent, one in pins.items()} == {None}
    with HallProcess(hall, setup=False) as running:
        assert running.ask("GET", "/hall", "board").status_code == 200
        assert running.ask("GET", "/queues", "head").status_code == 200
        assert running.ask("GET", "/place", headers={"Visit-Code": code}).json()["ticket"] == "A001"
        assert signs_in_by_pin(running)
        assert signs_in_by_password(running, muna)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can work for another user")
def test_root_leaves_the_new_key_and_all_other_files_to_the_user_of_the_hall(hall: PreparedHall) -> None:
    for file in (hall.keys, hall.data, *hall.keys.rglob("*"), *hall.data.rglob("*")):
        os.chown(file, HALL_USER, HALL_USER)
    assert rotate(hall) == 0
    stats = {file.name: file.stat() for file in (*hall.keys.rglob("*"), *hall.data.rglob("*"))}
    assert [name for name, one in stats.items() if (one.st_uid, one.st_gid) != (HALL_USER, HALL_USER)] == []
    assert stats[KEY_FILE].st_mode & 0o777 == 0o600


def test_a_power_cut_between_database_and_file_leaves_a_hall_that_starts_with_the_new_key(hall: PreparedHall) -> None:
    before = key_of(hall)
    assert rotate(hall) == 0
    after = key_of(hall)
    (old,) = hall.keys.glob(f"{KEY_FILE}-replaced-*")
    (hall.keys / KEY_FILE).rename(hall.keys / f"{KEY_FILE}-next")
    old.rename(hall.keys / KEY_FILE)
    with HallProcess(hall, setup=False) as running:
        assert signs_in_by_pin(running)
    assert key_of(hall) == after
    assert [one.read_bytes() for one in hall.keys.glob(f"{KEY_FILE}-replaced-*")] == [before]


def test_a_copy_from_before_the_new_key_is_put_back_and_uses_the_old_one(hall: PreparedHall, tmp_path: Path) -> None:
    place, before = tmp_path / "copies", key_of(hall)
    place.mkdir()
    assert backup.run(["--data", str(hall.data), "--to", str(place)]) == 0
    assert rotate(hall) == 0
    after = key_of(hall)
    assert restore.run(["--data", str(hall.data), str(place)]) == 0
    with HallProcess(hall, setup=False) as running:
        assert signs_in_by_pin(running)
        assert running.ask("GET", "/hall", "board").status_code == 200
    assert key_of(hall) == before
    assert [one.read_bytes() for one in hall.keys.glob(f"{KEY_FILE}-replaced-*")] == [after]


def test_a_hall_whose_key_is_lost_gets_no_new_one_by_this_command(
    hall: PreparedHall, capsys: pytest.CaptureFixture[str]
) -> None:
    (hall.keys / KEY_FILE).unlink()
    assert rotate(hall) == 2
    assert "is missing: put the saved key back" in capsys.readouterr().err
    assert list(hall.keys.glob(f"{KEY_FILE}*")) == []
