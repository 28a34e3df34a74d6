"""What an administrator does on the hall's machine: with the hall running, stopped, not yet set up, and damaged."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.admin.command import run
from commands.admin.tokens import STAFF_ROLES
from common.files.lock_file import FileLock
from common.files.private import keys_beside
from hall.platform.security.access import STAFF_ROLES as ROLES_OF_THE_HALL
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread, refused

ROOT = Path(__file__).resolve().parents[3]
Told = tuple[int, str, str]


class Admin:
    """`main.py admin` on one data folder; each call returns exit code, output and errors."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.data = data
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *arguments: str, typed: str = "") -> Told:
        """Run with this on standard input."""
        self._monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = run(["--data", str(self.data), *arguments])
        said = self._capsys.readouterr()
        return code, said.out.strip(), said.err.strip()

    def token(self, *arguments: str) -> str:
        """Make a token and return it without the address it is printed in."""
        code, said, _ = self("token", *arguments)
        assert code == 0
        return said.rpartition("#")[2]


@pytest.fixture
def admin(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Admin:
    return Admin(tmp_path / "data", capsys, monkeypatch)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def test_the_roles_are_those_of_the_hall() -> None:
    assert set(STAFF_ROLES) == {role.value for role in ROLES_OF_THE_HALL}


def test_a_token_opens_the_running_hall_at_once(hall: RunningHall, admin: Admin) -> None:
    token = admin.token("head", "--name", "Muna")
    assert len(token) >= 43
    assert good(hall.get("/day", token))["state"] == "open"
    refused(hall.post("/visits", admin.token("auditor"), {"service": "A"}), "role_refused", 403)


@pytest.mark.parametrize("name", [(), ("--name", "land")])
def test_a_directorates_token_is_made_for_one_of_those_the_hall_refers_to(
    hall: RunningHall, admin: Admin, name: tuple[str, ...]
) -> None:
    code, _, errors = admin("token", "directorate", *name)
    assert code == 2
    assert "--name CODE" in errors
    assert "lands" in errors
    good(hall.get("/requests?list=with_directorate", admin.token("directorate", "--name", "lands/salma")))
    assert admin("token", "official")[0] == 2


def test_a_new_pin_replaces_the_old_one(hall: RunningHall, admin: Admin) -> None:
    assert admin("pin", "salim", typed="583920\n") == (0, "the PIN of salim is set", "")
    refused(hall.post("/counters/1/sign-in", "counter1", {"agent": "salim", "pin": "471829"}), "pin_wrong", 403)
    assert hall.sign_in(pin="583920")


@pytest.mark.parametrize(
    ("pin", "why"),
    [
        ("", "a PIN has 6 digits"),
        ("123", "a PIN has 6 digits"),
        ("123456789", "a PIN has 6 digits"),
        ("58a939", "a PIN has 6 digits"),
        ("٥٨٣٩٢٠", "a PIN has 6 digits"),
        ("58390", "a PIN has 6 digits"),
        ("5839201", "a PIN has 6 digits"),
        ("123456", "no digits in a row"),
    ],
)
def test_a_pin_that_will_not_do_changes_nothing(hall: RunningHall, admin: Admin, pin: str, why: str) -> None:
    code, _, errors = admin("pin", "salim", typed=f"{pin}\n")
    assert code == 2
    assert why in errors
    assert hall.sign_in(pin="471829")


def test_typing_two_different_pins_changes_nothing(
    hall: RunningHall, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["583920", "583921"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    assert run(["--data", str(hall.hall.config.data), "pin", "salim"]) == 2
    assert "not the same; nothing is changed" in capsys.readouterr().err
    assert hall.sign_in(pin="471829")


def test_an_agent_or_a_counter_that_the_hall_has_not_is_named_with_those_it_has(
    hall: RunningHall, admin: Admin
) -> None:
    code, _, errors = admin("pin", "slim", typed="583920\n")
    assert (code, errors) == (2, "main.py admin: this hall has no agent 'slim'; it has salim, maryam")
    code, _, errors = admin("pair", "counter", "--counter", "9")
    assert (code, errors) == (2, "main.py admin: this hall has no counter 9; it has 1, 2")


def test_a_hall_without_agents_says_that_it_has_none(tmp_path: Path, admin: Admin) -> None:
    without_agents = re.sub(r"\[\[agent\]\]\n(?:.+\n)+", "", SETUP)
    with hall_in_a_thread(tmp_path, setup=without_agents):
        code, _, errors = admin("pin", "salim", typed="583920\n")
    assert (code, errors) == (2, "main.py admin: this hall has no agent 'salim'; it has none")


@pytest.mark.process
def test_a_pairing_code_is_good_at_the_demos_hall_whose_clock_is_ahead(hall: RunningHall, tmp_path: Path) -> None:
    hall.clock.move_on(hours=20)
    (tmp_path / "demo.json").write_text(json.dumps({"clock_ahead_s": 20 * 3600.0}), encoding="utf-8")
    command = [sys.executable, "main.py", "admin", "--data", str(tmp_path / "data"), "pair", "board"]
    environment = os.environ | {"DAWR_ENVIRONMENT": "ready"}
    said = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    code = said.strip().rpartition(" ")[2]
    good(hall.post("/devices/pair", None, {"kind": "board", "code": code}), 201)


def test_a_pairing_code_enrols_one_device_once(hall: RunningHall, admin: Admin) -> None:
    code, said, _ = admin("pair", "counter", "--name", "desk two", "--counter", "2")
    assert code == 0
    found = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", said)
    assert found
    body = {"code": found[0], "kind": "counter"}
    paired = good(hall.post("/devices/pair", None, body), 201)
    assert paired["counter"] == 2
    refused(hall.post("/devices/pair", None, body), "code_refused", 403)
    listed = admin("devices")[1].splitlines()
    assert [line for line in listed if paired["device"] in line and "desk two" in line]


def test_before_a_halls_first_start_there_is_no_code_as_the_authority_by_which_devices_know_it_is_missing(
    admin: Admin,
) -> None:
    admin.token("admin")  # makes the database
    code, said, errors = admin("pair", "kiosk")
    assert (code, said) == (2, "")
    assert f"no hall has run in {admin.data} yet; start it first" in errors


@pytest.mark.parametrize("options", [["counter"], ["kiosk", "--counter", "1"]])
def test_a_counter_number_goes_with_a_counter_and_only_with_it(admin: Admin, options: list[str]) -> None:
    code, _, errors = admin("pair", *options)
    assert code == 2
    assert "--counter N goes with a counter PC" in errors


def test_a_withdrawn_device_is_out_within_five_seconds_and_a_strange_one_is_named(
    hall: RunningHall, admin: Admin
) -> None:
    good(hall.get("/hall", "board"))
    device = hall.devices["board"]
    assert admin("revoke", device) == (0, f"{device} is withdrawn; a running hall knows it within 5 s", "")
    hall.clock.move_on(seconds=5)
    refused(hall.get("/hall", "board"), "token_unknown", 401)
    code, _, errors = admin("revoke", "nobody")
    assert code == 2
    assert "no device 'nobody'" in errors
    assert "main.py admin devices" in errors


def test_tokens_are_made_before_the_first_start_of_a_hall(admin: Admin) -> None:
    code, _, said = admin("token", "admin")
    assert code == 0
    assert f"no hall has run in {admin.data} yet" in said, "a mistyped folder is seen at once"
    assert "no hall has run" not in admin("token", "head")[2]
    assert admin("pin", "whoever", typed="583920\n")[0] == 0, "there are no agents yet to compare with"
    assert admin("devices") == (0, "", "")


@pytest.mark.parametrize("broken", ["the folder is a file", "the database is a text", "the key is short"])
def test_a_damaged_hall_is_told_in_a_sentence(admin: Admin, broken: str) -> None:
    if broken == "the folder is a file":
        admin.data.write_text("x")
    else:
        admin.data.mkdir()
        keys = keys_beside(admin.data)
        keys.mkdir()
        file = admin.data / "hall.sqlite" if broken == "the database is a text" else keys / "hall.key"
        file.write_text("not what it should be" * 400)
    code, said, errors = admin("pin", "salim", typed="583920\n")
    assert (code, said) == (2, "")
    assert errors.startswith("main.py admin: ")
    assert "Traceback" not in errors


@pytest.mark.parametrize("url", ["nonsense", "oracle+x://h/d", "postgresql://nobody@127.0.0.1:9/none"])
def test_a_database_that_cannot_be_reached_is_told_in_a_sentence(admin: Admin, url: str) -> None:
    code, said, errors = admin("--database", url, "devices")
    assert (code, said) == (2, "")
    assert errors.startswith("main.py admin: ")


def test_a_wrong_command_line_ends_with_usage(admin: Admin, capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in ([], ["token", "king"], ["pair", "fridge"], ["pair", "counter", "--counter", "two"]):
        with pytest.raises(SystemExit) as ended:
            admin(*wrong)
        assert ended.value.code == 2
        assert "usage: main.py admin" in capsys.readouterr().err


def test_the_admin_needs_no_stopped_hall(hall: RunningHall, admin: Admin) -> None:
    locks = list(admin.data.glob("*.lock"))
    assert locks, "a running hall holds its seat"
    assert not FileLock(locks[0]).take()
    assert admin("devices")[0] == 0


@pytest.mark.parametrize("asked", [("pair", "kiosk"), ("pin", "salim"), ("devices",), ("revoke", "x")])
def test_where_no_hall_ever_ran_nothing_is_made_but_a_first_token(admin: Admin, asked: tuple[str, ...]) -> None:
    code, _, said = admin(*asked, typed="482913\n")
    assert code == 2
    assert "no hall has run in" in said
    assert not admin.data.exists()
    assert admin("token", "head")[0] == 0


@pytest.mark.parametrize("emptied", [False, True])
@pytest.mark.parametrize("asked", [("token", "head"), ("tokens",), ("pair", "kiosk"), ("pin", "salim"), ("devices",)])
def test_where_a_halls_database_is_lost_no_empty_one_takes_its_place(
    admin: Admin, asked: tuple[str, ...], emptied: bool
) -> None:
    admin.data.mkdir()
    keys_beside(admin.data).mkdir()
    (keys_beside(admin.data) / "hall.key").write_bytes(b"k" * 32)
    if emptied:
        (admin.data / "hall.sqlite").touch()
    code, _, said = admin(*asked, typed="482913\n")
    assert code == 2
    assert "is lost; put a copy back first (docs/copies.md)" in said
    assert {path.name for path in admin.data.iterdir()} == ({"hall.sqlite"} if emptied else set())
    assert not emptied or (admin.data / "hall.sqlite").stat().st_size == 0
