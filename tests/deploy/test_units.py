"""systemd reads every unit, watches and protects it; the page on installing names them all."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from commands.package.debian.roles import ROLES

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
BACKUP = DEPLOY / "hall" / "dawr-backup.service"
TO_CENTRE = DEPLOY / "hall" / "dawr-backup-centre.service"
"""They do one thing and end, so they are neither watched nor started again; their timers start them."""
UPDATES = {DEPLOY / "hall" / f"dawr-update{name}.service" for name in ("", "-recover", "-centre")}
UPDATES |= {DEPLOY / "device" / f"dawr-{name}-device.service" for name in ("update", "recover")}
"""They run as root: a recovery once before the program, the others by their timers."""
UNITS = sorted(set(DEPLOY.glob("*/*.service")) - {BACKUP, TO_CENTRE} - UPDATES)


@pytest.mark.parametrize("unit", [*UNITS, BACKUP, TO_CENTRE, *sorted(UPDATES)], ids=lambda unit: unit.name)
def test_systemd_finds_nothing_wrong_with_the_unit(unit: Path, tmp_path: Path) -> None:
    text = unit.read_text(encoding="utf-8")
    # The compositor, the users and the release are where the packages put them; here something else stands for them.
    text = (
        text.replace("/usr/bin/cage", shutil.which("true") or "")
        .replace("/opt/dawr/good", str(ROOT))
        .replace("/opt/dawr/current", str(ROOT))
        .replace("/opt/dawr", str(ROOT))
    )
    text = re.sub(r"^(User|Group)=.*$", r"\1=root", text, flags=re.MULTILINE)
    text = text.replace(f"{ROOT}/.venv/bin/python", sys.executable)
    copy = tmp_path / unit.name.replace("@.", "@3.")
    copy.write_text(text, encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", str(copy)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_every_unit_comes_back_is_watched_and_may_write_its_own_data_only(unit: Path) -> None:
    settings = dict(re.findall(r"^(\w+)=(.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE))
    wanted = {"Type": "notify", "Restart": "always", "UMask": "0077", "LimitNOFILE": "65536", "ProtectSystem": "strict"}
    assert wanted.items() <= settings.items()
    assert settings["User"].startswith("dawr-")
    assert int(settings["WatchdogSec"]) <= 30
    assert settings["StartLimitIntervalSec"] == "0", "systemd never gives up"
    assert "RestartSteps" not in settings, "systemd never forgets the restarts it counted: the wait would only grow"
    assert settings["WantedBy"] == "multi-user.target"


EXPOSURE = {"hall": 2.0, "central": 2.0, "signs": 2.0, "keypad": 2.0, "kiosk": 5.0, "board": 5.0}
"""The most that systemd may find exposed, of 10. Kiosk and board need devices and a screen."""


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_finds_the_unit_well_protected(unit: Path, tmp_path: Path) -> None:
    copy = tmp_path / unit.name.replace("@.", "@3.")
    shutil.copy(unit, copy)
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(copy)]
    told = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", told.stdout)
    assert found is not None, told.stderr
    assert float(found[1]) <= EXPOSURE[unit.parent.name]


def test_a_screen_has_no_way_to_another_console() -> None:
    for role in ("kiosk", "board"):
        text = (DEPLOY / role / f"dawr-{role}.service").read_text(encoding="utf-8")
        assert "-s " not in text.partition("ExecStart=")[2].splitlines()[0]


@pytest.mark.parametrize("unit", sorted(UPDATES), ids=lambda unit: unit.name)
def test_an_update_writes_the_releases_and_the_data_of_its_hall_only(unit: Path) -> None:
    settings = dict(re.findall(r"^(\w+)=(.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE))
    hall = " /var/lib/dawr-hall" if unit.parent.name == "hall" else ""
    assert settings["ReadWritePaths"] == f"/opt/dawr{hall}"
    assert settings["Type"] == "oneshot"
    for name in ("ProtectHome", "ProtectKernelModules", "PrivateTmp", "NoNewPrivileges", "RestrictNamespaces"):
        assert settings[name] == "yes"


@pytest.mark.parametrize("role", ["kiosk", "board", "counter"])
def test_each_device_has_its_update_with_its_timer_and_its_recovery(role: str) -> None:
    places = {Path(place).name for place in ROLES[role].files.values() if "systemd/system" in place}
    assert {f"dawr-update-{role}.service", f"dawr-update-{role}.timer", f"dawr-recover-{role}.service"} <= places


def test_the_page_names_every_unit_with_its_settings() -> None:
    page = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z]+)` \| `([\w@-]+)`.*?\| `/etc/dawr/([\w-]+\.toml)`", page, re.MULTILINE)
    shown = {(role, unit.replace("@N", "@"), settings) for role, unit, settings in rows}
    assert {role for role, _, _ in shown} == set(ROLES) - {"counter"}
    assert {unit for _, unit, _ in shown} == {unit.stem for unit in UNITS}
    for role, _, settings in shown:
        assert any(place.endswith(settings) for place in ROLES[role].files.values()), settings


def test_the_backup_may_write_what_the_hall_may_and_its_timer_runs_each_minute() -> None:
    hall, backup = ((DEPLOY / "hall" / name).read_text(encoding="utf-8") for name in ("dawr-hall.service", BACKUP.name))
    fence = re.compile(
        r"^((?:Protect|Private|Restrict|SystemCall|ReadWrite|User|Capability|NoNew)\w*=.*)$", re.MULTILINE
    )
    assert fence.findall(backup) == fence.findall(hall)
    sealed = fence.findall(TO_CENTRE.read_text(encoding="utf-8"))
    assert sealed == [line for line in fence.findall(hall) if "/srv/dawr-copies" not in line]
    timer = (DEPLOY / "hall" / "dawr-backup.timer").read_text(encoding="utf-8")
    assert "OnCalendar=minutely" in timer
