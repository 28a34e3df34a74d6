"""The Debian packages on an empty Debian under a real systemd: installed, killed, without power, upgraded, removed."""

from __future__ import annotations

import re
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from commands.demo.setup_file import write_setup
from commands.package.debian.packages import build_packages
from commands.package.debian.release import DEBIANS, fetch_wheels, version_of
from commands.package.debian.stick import Apt, write_index
from tests.helpers.debian_root import debian_root, why_not
from tests.helpers.systemd_machine import ROOT, SystemdMachine

pytestmark = [
    pytest.mark.full,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(why_not() is not None, reason=f"Debian with systemd: {why_not()}"),
]

HALL = "dawr-hall.service"
BACK_S = 30
APT = (
    "DEBIAN_FRONTEND=noninteractive apt-get -q -o Dir::Etc::SourceList=/run/s.list -o Dir::Etc::SourceParts=- "
    "-o APT::Sandbox::User=root -o Acquire::Languages=none"
)
SOURCE = "echo 'deb [trusted=yes] file:/media/stick/{} ./' >/run/s.list && " + APT + " update"
ASK = "python3 -c 'import sys, urllib.request as u; print(u.urlopen(sys.argv[1]).read().decode())'"
ADMIN = "runuser -u dawr-hall -- dawr admin --data /var/lib/dawr-hall"
CLIENT = "/opt/dawr/current/.venv/bin/python -c 'import sys; from commands.hall_client import HallClient; {}' {} {}"


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the packages of this version in `now`, of a later one in `later`, each with all they need."""
    folder, debian = tmp_path_factory.mktemp("packages"), DEBIANS["debian13"]
    wheels = folder / "wheels"
    fetch_wheels(ROOT, wheels, debian)
    ours = build_packages(ROOT, folder / "now", debian, wheels=wheels)
    apt = Apt(folder / "apt", debian)
    apt.add_folder(folder / "now", ours)
    apt.update()
    apt.download(["dawr-hall", "nginx"])
    write_setup("small", folder / "hall-setup.toml")
    later = folder / "source"
    shutil.copytree(ROOT, later, ignore=shutil.ignore_patterns(".venv", ".git", "tests", "__pycache__"))
    version = later / "common" / "version.py"
    version.write_text(version.read_text().replace(f'"{version_of(ROOT)}"', '"99.0.0"', 1))
    build_packages(later, folder / "later", debian, wheels=wheels)
    for name in ("now", "later"):
        for package in apt.downloaded():
            if not (folder / name / package.name).exists():
                (folder / name / package.name).hardlink_to(package)
        write_index(folder / name)
    return folder


@contextmanager
def installed_hall(packages: Path, folder: Path) -> Iterator[SystemdMachine]:
    """Give an empty machine on which the package of the hall was installed and started."""
    with SystemdMachine(folder, base=debian_root("debian13"), stick=packages) as machine:
        machine.run(SOURCE.format("now"))
        shown = machine.run(f"{APT} install --yes --no-install-recommends dawr-hall")
        assert "dawr-hall: not started yet: /etc/dawr/hall-setup.toml is missing" in shown
        machine.run("install -m 640 -g dawr-hall /media/stick/hall-setup.toml /etc/dawr/hall-setup.toml")
        machine.run("sed -i 's/0.0.0.0/127.0.0.1/' /etc/dawr/hall.toml")
        machine.run(f"systemctl start {HALL}")
        yield machine


@pytest.fixture(scope="module")
def machine(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SystemdMachine]:
    with installed_hall(packages, tmp_path_factory.mktemp("machine")) as machine:
        yield machine


@pytest.fixture(autouse=True)
def _started(machine: SystemdMachine) -> None:
    machine.run(f"systemctl start {HALL}")


def await_active(machine: SystemdMachine, not_pid: int = 0) -> float:
    """Wait until the hall is up with another main process than `not_pid`; return the seconds that took."""
    began = time.monotonic()
    while machine.main_pid(HALL) in {0, not_pid} or machine.run(f"systemctl show -P ActiveState {HALL}") != "active":
        assert time.monotonic() < began + BACK_S * 3, machine.run(f"systemctl status {HALL} || true")
    return time.monotonic() - began


def ask(machine: SystemdMachine, program: str, token: str, word: str = "") -> str:
    """Run a line of Python with the machine's client of the hall; it has `token` and `word` as sys.argv[1:]."""
    return machine.run(f"cd /opt/dawr/current && {CLIENT.format(program, token or '-', word)}")


def test_the_hall_runs_without_rights_and_its_data_are_private(machine: SystemdMachine) -> None:
    status = machine.run(f"cat /proc/{machine.main_pid(HALL)}/status")
    assert f"Uid:\t{machine.run('id -u dawr-hall')}\t" in status
    assert "NoNewPrivs:\t1" in status
    assert "CapBnd:\t0000000000000000" in status
    assert "Seccomp:\t2" in status
    modes = machine.run("stat -c %a /var/lib/dawr-hall /var/lib/dawr-hall/*.*").split()
    assert (modes[0], set(modes[1:])) == ("700", {"600"})


def test_a_hall_that_is_killed_comes_back_and_waits_no_longer_the_next_time(machine: SystemdMachine) -> None:
    for _ in range(3):
        before = machine.main_pid(HALL)
        machine.kill_main(HALL, signal.SIGKILL)
        assert await_active(machine, before) < BACK_S
    wait, next_wait = machine.run(f"systemctl show -P RestartUSec -P RestartUSecNext {HALL}").split()
    assert next_wait == wait


def test_after_a_power_cut_the_hall_starts_with_the_machine_and_has_every_ticket(machine: SystemdMachine) -> None:
    code, hall = machine.run(f"{ADMIN} pair kiosk").split()[-1], 'HallClient("http://127.0.0.1:8080", sys.argv[1])'
    pair = f'print({hall}.post("/devices/pair", {{"code": sys.argv[2], "kind": "kiosk"}})["token"])'
    kiosk = ask(machine, pair, "", code)
    visit = ask(machine, f'print({hall}.post("/visits", {{"service": "housing"}})["visit"])', kiosk)
    machine.cut_power()
    machine.switch_on()
    assert machine.run(f"systemctl is-active {HALL}") == "active"
    assert ask(machine, f'print({hall}.get("/visits/" + sys.argv[2])["ticket"])', kiosk, visit) == "100"


def test_a_stopped_hall_stays_stopped_and_its_end_is_no_failure(machine: SystemdMachine) -> None:
    machine.run(f"systemctl stop {HALL}")
    assert machine.run(f"systemctl show -P Result -P ActiveState {HALL}").split() == ["success", "inactive"]


def test_the_page_says_how_debians_nginx_takes_the_proxy_example(machine: SystemdMachine) -> None:
    page = (ROOT / "docs" / "centre.md").read_text(encoding="utf-8")
    commands = re.findall(r"^(?:rm|cp|nginx) .*$", page.partition("```\n")[2].partition("```")[0], re.MULTILINE)
    assert commands[-1] == "nginx -t"
    machine.run(SOURCE.format("now"))
    machine.run(f"{APT} install --yes --no-install-recommends nginx openssl")
    key, certificate = "/etc/dawr/centre-key.pem", "/etc/dawr/centre.pem"
    machine.run(f"openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=centre -keyout {key} -out {certificate}")
    machine.run(" && ".join(commands))


def test_an_upgrade_keeps_settings_and_data_a_removal_the_data_and_a_purge_nothing(
    packages: Path, tmp_path: Path
) -> None:
    with installed_hall(packages, tmp_path) as machine:
        machine.run("sed -i 's/^port = .*/port = 8082/' /etc/dawr/hall.toml")
        machine.run(SOURCE.format("later"))
        machine.run(f"{APT} install --yes --no-install-recommends -o Dpkg::Options::=--force-confold dawr-hall")
        await_active(machine)
        assert machine.run("readlink /opt/dawr/current") == "releases/99.0.0"
        assert machine.run("ls /opt/dawr/releases") == "99.0.0"
        assert machine.run("grep ^port /etc/dawr/hall.toml") == "port = 8082"
        assert machine.run(f"{ASK} http://127.0.0.1:8082/healthz")
        assert machine.run("stat -c '%U %G %a' /etc/dawr/hall.toml") == "root dawr-hall 640"
        shown = machine.run(f"{APT} remove --yes dawr-hall dawr")
        assert "the data stay in /var/lib/dawr-hall; apt-get purge dawr-hall deletes them" in shown
        assert machine.run(f"systemctl is-active {HALL} || true") == "inactive"
        assert "hall.sqlite" in machine.run("ls /var/lib/dawr-hall")
        assert machine.run("ls -d /opt/dawr /etc/systemd/system/*/dawr-hall.service 2>/dev/null || true") == ""
        shown = machine.run(f"{APT} purge --yes dawr-hall dawr")
        assert "the data in /var/lib/dawr-hall are deleted" in shown
        assert machine.run("ls -d /var/lib/dawr* /etc/dawr/hall.toml /opt/dawr 2>/dev/null || true") == ""
        assert machine.run("getent passwd dawr-hall || true") == ""
