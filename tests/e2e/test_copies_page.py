"""docs/copies.md, followed line by line after the disk of a hall is lost: what the copy holds is back."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.running_demo import ROOT, RunningDemo
from commands.hall_client import HallClient
from tests.helpers.hall_alone import HallAlone

pytestmark = pytest.mark.full

PAGE = ROOT / "docs" / "copies.md"


def commands_below(heading: str) -> list[str]:
    """Return the command lines of the code block below a heading of the page."""
    found = re.search(rf"^## {re.escape(heading)}$.*?^```$(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    assert found, f"docs/copies.md has no commands below {heading!r}"
    return found[1].strip().splitlines()


@dataclass
class Machine:
    """Runs the page's lines on this machine: other folders, this user, and a hall in place of systemd's unit."""

    folder: Path
    hall: HallAlone

    def follow(self, heading: str) -> str:
        """Run all lines below a heading, in one shell each run of them; return what they printed."""
        printed, pending = "", []
        for line in commands_below(heading):
            unit = re.fullmatch(r"systemctl (stop|start|restart) dawr-hall", line)
            if unit is None:
                pending.append(self._here(line))
                continue
            printed += self._run(pending)
            pending = []
            if unit[1] in {"stop", "restart"}:
                self.hall.stop()
            if unit[1] in {"start", "restart"}:
                self.hall.start()
        return printed + self._run(pending)

    def _here(self, line: str) -> str:
        line = line.replace("runuser -u dawr-hall -- ", "").replace(" -o dawr-hall -g dawr-hall", "")
        line = re.sub(r"^chown .*", "true", line).replace(" -g dawr-hall", "")
        line = re.sub(r"\bdawr (?=backup|doctor|restore)", f"{sys.executable} {ROOT / 'main.py'} ", line)
        line = line.replace("/var/lib/dawr-hall", str(self.folder / "hall"))
        return re.sub(r"(?<![\w/])/(srv|media|etc)/", rf"{self.folder}/\1/", line)

    def _run(self, lines: list[str]) -> str:
        done = subprocess.run(
            ["sh", "-eu", "-c", "\n".join(lines)], capture_output=True, text=True, check=False, cwd=ROOT,
            env={**os.environ, "DAWR_ENVIRONMENT": "ready"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def demo(tmp_path: Path) -> dict[str, str]:
    with RunningDemo(tmp_path, size="middle") as demo:
        tokens: dict[str, str] = demo.description["tokens"]
    for folder in ("srv/dawr-copies", "media/safe-stick", "etc/dawr"):
        (tmp_path / folder).mkdir(parents=True)
    return tokens


def test_after_a_lost_disk_the_page_brings_the_hall_back(demo: dict[str, str], tmp_path: Path) -> None:
    with HallAlone(tmp_path, "--copies", str(tmp_path / "srv/dawr-copies/hall")) as hall:
        machine = Machine(tmp_path, hall)
        (tmp_path / "hall-keys" / "tls").mkdir()  # this hall speaks plain HTTP on loopback
        (tmp_path / "etc/dawr/hall-setup.toml").touch()
        machine.follow("Set up the second place")
        machine.follow("Keep the key apart")
        kiosk = HallClient(hall.base, demo["kiosk"])
        before = kiosk.post("/visits", {"service": "A"})
        assert "hall-" in machine.follow("Look at the copies, take one by hand")
        after_the_copy = kiosk.post("/visits", {"service": "A"})["ticket"]

        hall.kill()
        for lost in ("hall", "hall-keys"):
            shutil.rmtree(tmp_path / lost)
            (tmp_path / lost).mkdir()
        settings = (tmp_path / "etc/dawr/hall.toml").read_text(encoding="utf-8")
        (tmp_path / "etc/dawr/hall.toml").unlink()
        machine.follow("Put a copy back: the disk or the machine is lost")

        head = HallClient(hall.base, demo["head"])
        assert head.get(f"/visits/{before['visit']}")["ticket"] == before["ticket"]
        next_ticket = HallClient(hall.base, demo["kiosk"]).post("/visits", {"service": "A"})["ticket"]
        assert next_ticket[1:] == "101", f"numbers jump to the next full hundred; {after_the_copy} is in someone's hand"
    assert (tmp_path / "etc/dawr/hall.toml").read_text(encoding="utf-8") == settings
    assert settings == f'copies = "{tmp_path}/srv/dawr-copies/hall"\n'
