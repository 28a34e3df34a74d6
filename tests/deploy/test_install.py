"""install.sh puts each role's files in place and keeps a technician's settings; systemd reads every unit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
INSTALLER = DEPLOY / "install.sh"
BACKUP = DEPLOY / "hall" / "dawr-backup.service"
TO_CENTRE = DEPLOY / "hall" / "dawr-backup-centre.service"
"""It does one thing and ends, so it is neither watched nor started again; its timer starts it."""
UPDATES = {DEPLOY / "hall" / name for name in ("dawr-update-recover.service", "dawr-update.service")}
"""They run as root: one once before the hall, the other by its timer."""
UNITS = sorted(set(DEPLOY.glob("*/*.service")) - {BACKUP, TO_CENTRE} - UPDATES)
ROLES = {
    "hall": ("dawr-hall.service", "hall.toml"),
    "centre": ("dawr-central.service", "central.toml"),
    "kiosk": ("dawr-kiosk.service", "kiosk.toml"),
    "board": ("dawr-board.service", "board.toml"),
    "signs": ("dawr-signs.service", "signs.toml"),
    "keypad 3": ("dawr-keypad@.service", "keypad-3.toml"),
}


def install(role: str, root: Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "DESTDIR": str(root)}
    return subprocess.run(
        ["sh", str(INSTALLER), *role.split()], env=environ, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("role", ROLES)
def test_a_role_gets_its_unit_and_keeps_the_settings_of_the_technician(role: str, tmp_path: Path) -> None:
    unit, settings = ROLES[role]
    for _ in range(2):
        done = install(role, tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        (tmp_path / "etc/dawr" / settings).write_text("mine", encoding="utf-8")
    assert (tmp_path / "etc/systemd/system" / unit).is_file()
    assert (tmp_path / "etc/dawr" / settings).read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "etc/dawr" / settings).stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("role", ["", "kitchen", "keypad", "keypad x"])
def test_an_unknown_role_is_answered_with_the_usage(role: str, tmp_path: Path) -> None:
    done = install(role, tmp_path)
    assert done.returncode == 2
    assert "sh deploy/install.sh hall|centre|kiosk|board|signs" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_every_unit_belongs_to_a_role() -> None:
    assert {unit.name for unit in UNITS} == {unit for unit, _ in ROLES.values()}


@pytest.mark.parametrize("unit", [*UNITS, BACKUP, *sorted(UPDATES)], ids=lambda unit: unit.name)
def test_systemd_finds_nothing_wrong_with_the_unit(unit: Path, tmp_path: Path) -> None:
    text = unit.read_text(encoding="utf-8")
    # The compositor, the users and the clone are where the installer puts them; here something else stands for them.
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


@pytest.mark.parametrize("command", ["hall", "central", "kiosk", "board", "signs", "keypad"])
def test_what_a_program_needs_is_set_up_by_the_installer(command: str, tmp_path: Path) -> None:
    found = re.search(r'^ *set_up="(.+)"$', INSTALLER.read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    bare = (
        "import sys, pathlib; from commands.runtime import environment;"
        f"environment.VENV = pathlib.Path({str(tmp_path / 'venv')!r});"
        "environment._ensure_system = lambda _needs: None;"
        "environment._install = lambda lock: sys.exit(f'it installs {lock}');"
    )
    without = {name: value for name, value in os.environ.items() if name not in {"DAWR_ENVIRONMENT", "VIRTUAL_ENV"}}
    python = [str(Path(sys.base_prefix) / "bin" / "python3"), "-S", "-c", bare + found[1].replace("$command", command)]
    done = subprocess.run(python, cwd=ROOT, env=without, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "it installs run"


def test_the_installer_compiles_every_package(tmp_path: Path) -> None:
    found = re.search(
        r"^ *\(cd /opt/dawr && (\.venv/bin/python .*)\)$", INSTALLER.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert found is not None
    for package in ("hall", "kiosk"):
        (tmp_path / package / "views").mkdir(parents=True)
        for module in ("__init__.py", "views/screen.py"):
            (tmp_path / package / module).touch()
    command = found[1].replace(".venv/bin/python", sys.executable)
    done = subprocess.run(["sh", "-euc", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(tmp_path.glob("*/views/__pycache__/screen.*.pyc"))) == 2


def test_the_page_names_every_role_and_unit() -> None:
    page = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z]+(?: N)?)` \| `([\w@-]+)`.*?\| `/etc/dawr/([\w-]+\.toml)`", page, re.MULTILINE)
    told = {role.replace(" N", " 3"): (unit, file.replace("-N", "-3")) for role, unit, file in rows}
    assert told == {
        role: (unit.removesuffix(".service").replace("@", "@N"), file) for role, (unit, file) in ROLES.items()
    }


def test_the_backup_may_write_what_the_hall_may_and_its_timer_runs_each_minute(tmp_path: Path) -> None:
    hall, backup = ((DEPLOY / "hall" / name).read_text(encoding="utf-8") for name in ("dawr-hall.service", BACKUP.name))
    fence = re.compile(
        r"^((?:Protect|Private|Restrict|SystemCall|ReadWrite|User|Capability|NoNew)\w*=.*)$", re.MULTILINE
    )
    assert fence.findall(backup) == fence.findall(hall)
    sealed = fence.findall(TO_CENTRE.read_text(encoding="utf-8"))
    assert sealed == [line for line in fence.findall(hall) if "/srv/dawr-copies" not in line]
    install("hall", tmp_path)
    timers = ("dawr-backup.timer", "dawr-backup-centre.timer", "dawr-update.timer")
    for unit in (BACKUP.name, TO_CENTRE.name, *timers, *(one.name for one in UPDATES)):
        assert (tmp_path / "etc/systemd/system" / unit).is_file()
    timer = (DEPLOY / "hall" / "dawr-backup.timer").read_text(encoding="utf-8")
    assert "OnCalendar=minutely" in timer
