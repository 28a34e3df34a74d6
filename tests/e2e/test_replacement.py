"""A dead hall PC is replaced as docs/replace_hall.md says: devices go on, and the time since the backup is missing."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench.running_demo import ROOT
from commands.backup import command
from tests.helpers.hall_process import HallProcess, PreparedHall, prepare_hall
from tests.helpers.speeds import some

PAGE = ROOT / "docs" / "replace_hall.md"


def lines_of_the_page() -> list[str]:
    found = re.search(r"^## Put key and copy back$.*?^```$(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    assert found
    return found[1].strip().splitlines()


@pytest.fixture
def hall(tmp_path: Path) -> PreparedHall:
    (tmp_path / "hall").mkdir()
    return prepare_hall(tmp_path / "hall")


def follow_page(hall: PreparedHall, safe: Path, copies: Path) -> str:
    """Run the lines of the page on this machine, except the start of the unit; return what they printed."""
    lines = [line for line in lines_of_the_page() if not line.startswith(("systemctl", "chown"))]
    text = "\n".join(lines).replace("runuser -u dawr-hall -- ", "").replace(" -o dawr-hall -g dawr-hall", "")
    text = text.replace("python3 main.py", f"{sys.executable} {ROOT / 'main.py'}")
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
    shutil.copy(hall.data / "hall.key", safe)
    (safe / "tls").mkdir()  # this hall speaks plain HTTP on loopback
    saved: list[str] = []
    with HallProcess(hall) as before:
        for _ in range(backups):
            saved += [before.issue().json()["ticket"] for _ in range(3)]
            assert command.run(["--data", str(hall.data), "--to", str(copies)]) == 0
        after_the_backup = [before.issue().json()["ticket"] for _ in range(2)]
        called = before.ask("POST", "/counters/1/call-next", "agent")
        assert called.status_code == 200
    shutil.rmtree(hall.data)

    said = follow_page(hall, safe, copies)
    assert "numbers go on at the next full hundred" in said
    with HallProcess(hall, setup=False) as new:
        queue = new.ask("GET", "/queues", "head").json()
        assert sum(one["waiting"] for one in queue["services"]) == len(saved), "all of the backup wait again"
        assert new.ask("GET", "/hall", "board").status_code == 200, "a device's token is as good as before"
        again = [new.issue().json()["ticket"] for _ in range(3)]
        assert again == ["A101", "A102", "A103"]
        assert not set(again) & {*saved, *after_the_backup}
        called = new.ask("POST", "/counters/1/call-next", "agent")
        assert (called.status_code, called.json()["ticket"]) == (200, "A001"), "the agent is still signed in"
