"""A device asks the hall for its next token; the previous one ends only when nobody uses it any more."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from commands.admin import command as admin
from hall.people.model.device_token import PREVIOUS_KEPT, RENEW_AFTER
from hall.platform.db.backup.restore import restore
from hall.platform.security.access import Role
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread, refused


def next_token(hall: RunningHall, token: str) -> str:
    """Return the token that the hall gives for this one, empty where the device keeps its own."""
    return str(good(hall.post("/devices/self/token", token))["token"])


@pytest.mark.parametrize("device", ["kiosk", "board", "counter1"])
def test_a_device_gets_its_next_token_and_the_previous_one_ends(hall: RunningHall, device: str) -> None:
    assert next_token(hall, device) == ""
    hall.clock.move_on(days=RENEW_AFTER.days)
    new = next_token(hall, device)
    # The answer was lost, or the power was cut before it was written: the same one comes again.
    assert next_token(hall, device) == new
    hall.clock.move_on(days=PREVIOUS_KEPT.days + 1)
    good(hall.get("/hall", device))
    assert next_token(hall, new) == ""
    hall.clock.move_on(days=PREVIOUS_KEPT.days - 1)
    good(hall.get("/hall", device))
    hall.clock.move_on(days=2)
    refused(hall.get("/hall", device), "token_unknown", 401)
    good(hall.get("/hall", new))
    hall.clock.move_on(days=RENEW_AFTER.days)
    assert next_token(hall, new) not in {"", new}


def test_a_device_that_was_off_for_years_goes_on(hall: RunningHall) -> None:
    hall.clock.move_on(days=1000)
    good(hall.get("/hall", "kiosk"))
    good(hall.get("/hall", next_token(hall, "kiosk")))


def test_a_hall_whose_clock_was_a_year_ahead_knows_every_device_afterwards(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        right = hall.clock.now().at
        hall.clock.move_on(days=365)
        held = next_token(hall, "kiosk")
        assert next_token(hall, held) == ""
        hall.clock.move_on(days=-365)
        assert hall.clock.now().at - right < PREVIOUS_KEPT
        for token in (held, "board"):
            good(hall.get("/hall", token))
            next_token(hall, token)
            good(hall.get("/hall", token))


def test_a_token_on_the_disk_is_good_after_a_new_key_of_the_hall(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        hall.clock.move_on(days=RENEW_AFTER.days)
        clock, old = hall.clock, hall.tokens["kiosk"]
        on_the_disk = next_token(hall, old)
    assert admin.run(["--data", str(tmp_path / "data"), "key", "rotate"]) == 0
    with hall_in_a_thread(tmp_path, clock=clock) as hall:
        assert next_token(hall, old) == ""  # the program that still runs with it
        assert next_token(hall, on_the_disk) == ""
        clock.move_on(days=RENEW_AFTER.days)
        assert next_token(hall, on_the_disk) not in {"", on_the_disk}


def test_no_device_asks_for_another_and_no_agent_for_his_pc(hall: RunningHall) -> None:
    hall.clock.move_on(days=RENEW_AFTER.days)
    refused(hall.post(f"/devices/{hall.devices['kiosk']}/token", "board"), "role_refused", 403)
    refused(hall.post("/devices/self/token", hall.sign_in()), "role_refused", 403)


def test_a_withdrawn_device_loses_all_its_tokens(hall: RunningHall) -> None:
    hall.clock.move_on(days=RENEW_AFTER.days)
    new = next_token(hall, "kiosk")
    assert next_token(hall, new) == ""
    admin = hall.hall.staff_token(Role.ADMIN, "after a quarter")  # staff's tokens end after 90 days
    good(hall.post(f"/devices/{hall.devices['kiosk']}/revoke", admin), 204)
    for token in (new, "kiosk"):
        refused(hall.post("/devices/self/token", token), "token_unknown", 401)


def test_a_command_that_is_repeated_with_the_next_token_is_done_once(hall: RunningHall) -> None:
    hall.clock.move_on(days=RENEW_AFTER.days)
    key = {"Idempotency-Key": "k1"}
    first = good(hall.post("/visits", "kiosk", {"service": "A"}, headers=key), 201)
    new = next_token(hall, "kiosk")
    assert good(hall.post("/visits", new, {"service": "A"}, headers=key), 201)["visit"] == first["visit"]


def test_a_hall_that_was_restored_from_a_copy_from_before_knows_the_token_that_came_after_it(tmp_path: Path) -> None:
    database, copy = tmp_path / "data" / "hall.sqlite", tmp_path / "copy.sqlite"
    with hall_in_a_thread(tmp_path) as hall:
        hall.clock.move_on(days=RENEW_AFTER.days)
        clock, old = hall.clock, hall.tokens["kiosk"]
        with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as to:
            source.backup(to)
        new = next_token(hall, old)
        assert next_token(hall, new) == ""
    restore(copy, database, clock.now().at)
    with hall_in_a_thread(tmp_path, clock=clock) as hall:
        good(hall.get("/hall", new))
        assert next_token(hall, new) == ""
        assert next_token(hall, old) == new
        clock.move_on(days=PREVIOUS_KEPT.days + 1)
        refused(hall.get("/hall", old), "token_unknown", 401)
        good(hall.get("/hall", new))
