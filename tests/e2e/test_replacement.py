"""A dead hall PC is replaced as docs/replace_hall.md says: devices go on, and the time since the backup is missing."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bench.running_demo import ROOT
from central.halls.current_state import halls_now
from commands.backup import command
from tests.helpers.centre import running_centre
from tests.helpers.hall_in_a_thread import good, hall_in_a_thread
from tests.helpers.hall_process import HallProcess, PreparedHall
from tests.helpers.speeds import some

HALL = "test-hall"
"""The code of the prepared hall."""
PAGE = ROOT / "docs" / "replace_hall.md"


def lines_of_the_page(section: str) -> list[str]:
    found = re.search(rf"^## {section}$.*?^```$(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    assert found
    return found[1].strip().splitlines()


def keep_settings(safe: Path) -> None:
    """Put into the safe what this hall has none of: it speaks plain HTTP on loopback, and has no settings file."""
    (safe / "tls").mkdir()
    for name in ("hall.toml", "hall-setup.toml"):
        (safe / name).touch()
    (safe.parent / "etc").mkdir()


@pytest.fixture
def hall(tmp_path: Path) -> PreparedHall:
    (tmp_path / "hall").mkdir()
    return PreparedHall(tmp_path / "hall", {}, {})


def follow_page(hall: PreparedHall, safe: Path, copies: Path, section: str = "Put key and copy back") -> str:
    """Run the lines of the page on this machine, except the start of the unit; return what they printed."""
    lines = [line for line in lines_of_the_page(section) if not line.startswith(("systemctl", "chown"))]
    text = "\n".join(lines).replace("runuser -u dawr-hall -- ", "").replace(" -o dawr-hall -g dawr-hall", "")
    text = text.replace(" -g dawr-hall", "").replace("/etc/dawr", str(safe.parent / "etc")).replace("muscat-1", HALL)
    text = re.sub(r"\bdawr (?=backup|doctor|restore)", f"{sys.executable} {ROOT / 'main.py'} ", text)
    text = text.replace("/var/lib/dawr-hall", str(hall.data)).replace("/media/safe-stick", str(safe))
    text = text.replace("/srv/dawr-copies/hall", str(copies)).replace("doctor --data", "doctor --json --data")
    done = subprocess.run(["sh", "-u", "-c", text], capture_output=True, text=True, check=False, cwd=ROOT)
    assert "restore:" in done.stdout, done.stderr
    return done.stdout


@pytest.mark.parametrize("backups", some([1, 3], 1))
def test_after_the_disk_is_gone_devices_go_on_and_no_number_comes_twice(
    hall: PreparedHall, tmp_path: Path, backups: int
) -> None:
    safe, copies = tmp_path / "safe", tmp_path / "copies"
    safe.mkdir()
    copies.mkdir()
    keep_settings(safe)
    given = work_with_backups(hall, safe, ["--data", str(hall.data), "--to", str(copies)], backups)
    lose_machine(hall)

    said = follow_page(hall, safe, copies)
    assert "numbers go on at the next full hundred" in said
    goes_on(hall, *given)


def test_the_newest_copy_at_the_centre_replaces_a_hall_whose_copies_burnt_with_it(
    hall: PreparedHall, tmp_path: Path
) -> None:
    safe, etc = tmp_path / "safe", tmp_path / "etc"
    (safe / "tls").mkdir(parents=True)
    etc.mkdir()
    with running_centre(tmp_path / "centre") as centre:
        (safe / "centre.token").write_text(centre.enrol(HALL), encoding="utf-8")
        settings = f'data = "{hall.data}"\ncentre = "{centre.url}"\ncentre_token_file = "{etc / "centre.token"}"\n'
        (safe / "hall.toml").write_text(settings, encoding="utf-8")
        (safe / "hall-setup.toml").touch()
        for name in ("centre.token", "hall.toml"):
            shutil.copy(safe / name, etc)
        given = work_with_backups(hall, safe, ["--config", str(etc / "hall.toml"), "--to", "centre"], 2)
        (of_hall,) = [one for one in halls_now(centre.engine, now=datetime.now(UTC)) if one.hall == HALL]
        assert of_hall.copy_received_at is not None
        assert datetime.now(UTC) - of_hall.copy_received_at < timedelta(minutes=5)
        kept = (centre.data / "centre.sqlite").read_bytes()
        assert b"SQLite format 3" not in kept[100:], "the centre has a copy that it can read"
        lose_machine(hall)
        shutil.rmtree(etc)
        etc.mkdir()
        said = follow_page(hall, safe, tmp_path, "The copies are lost too: take the one at the centre")
        assert "numbers go on at the next full hundred" in said
        goes_on(hall, *given)


def lose_machine(hall: PreparedHall) -> None:
    """Remove all that the hall has on its disk."""
    shutil.rmtree(hall.data)
    shutil.rmtree(hall.keys)


def work_with_backups(hall: PreparedHall, safe: Path, options: list[str], backups: int) -> tuple[list[str], list[str]]:
    """Let the hall work, with backups; return the tickets of before the last backup, and those after it."""
    saved: list[str] = []
    with hall_in_a_thread(hall.folder) as before:
        shutil.copy(hall.keys / "hall.key", safe)
        hall.tokens |= before.tokens | {"agent": before.sign_in()}
        for _ in range(backups):
            saved += [before.issue()["ticket"] for _ in range(3)]
            assert command.run(options) == 0
        after_the_backup = [before.issue()["ticket"] for _ in range(2)]
        good(before.post("/counters/1/call-next", hall.tokens["agent"]))
    return saved, after_the_backup


def goes_on(hall: PreparedHall, saved: list[str], after_the_backup: list[str]) -> None:
    """Assert that the hall works with what was saved, for the same devices and people."""
    with HallProcess(hall, setup=False) as new:
        queue = new.ask("GET", "/queues", "head").json()
        assert sum(one["waiting"] for one in queue["services"]) == len(saved), "all of the backup wait again"
        assert new.ask("GET", "/hall", "board").status_code == 200, "a device's token is as good as before"
        again = [new.issue().json()["ticket"] for _ in range(3)]
        assert again == ["A101", "A102", "A103"]
        assert not set(again) & {*saved, *after_the_backup}
        called = new.ask("POST", "/counters/1/call-next", "agent")
        assert (called.status_code, called.json()["ticket"]) == (200, "A001"), "the agent is still signed in"
