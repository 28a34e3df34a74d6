"""The timers of updates under a real systemd: each starts its service again and again, and the service its program."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator

import pytest

from tests.helpers.debian_root import debian_root, why_not
from tests.helpers.systemd_machine import ROOT, SystemdMachine

pytestmark = [
    pytest.mark.full,
    pytest.mark.timeout(900),
    pytest.mark.skipif(why_not() is not None, reason=f"Debian with systemd: {why_not()}"),
]

UNITS = "/etc/systemd/system"
PROGRAM = """#!/bin/sh
for place in /etc /usr /var/lib /home /root /opt/dawr /var/lib/dawr-hall; do
    touch $place/written 2>/dev/null && echo "writes $place" >>/opt/dawr/ran
done
echo "runs $PWD $*" >>/opt/dawr/ran
read status </opt/dawr/status
exit $status
"""
"""Stands for Python in the release: it notes where it runs, with which words, and where it may write."""
SOON = """[Timer]
OnBootSec=
OnUnitInactiveSec=
RandomizedDelaySec=0
AccuracySec=100ms
OnActiveSec=1
OnUnitInactiveSec=1
"""
"""The same timer, with seconds in place of minutes."""
WAIT_S = 120


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SystemdMachine]:
    """Give a Debian that has the units of the package and a release with the program of above."""
    stick = tmp_path_factory.mktemp("stick")
    for unit in (ROOT / "deploy" / "hall").glob("dawr-*"):
        shutil.copy(unit, stick)
    (stick / "python").write_text(PROGRAM, encoding="utf-8")
    (stick / "soon.conf").write_text(SOON, encoding="utf-8")
    with SystemdMachine(tmp_path_factory.mktemp("machine"), base=debian_root("debian13"), stick=stick) as machine:
        release = "/opt/dawr/releases/0.1.0"
        machine.run(f"mkdir -p {release}/.venv/bin /var/lib/dawr-hall && ln -s {release} /opt/dawr/current")
        machine.run(f"install -m 755 /media/stick/python {release}/.venv/bin/python")
        machine.run(f"cp /media/stick/dawr-* {UNITS}/ && systemctl daemon-reload")
        yield machine


def ran(machine: SystemdMachine) -> list[str]:
    return machine.run("cat /opt/dawr/ran 2>/dev/null || true").splitlines()


def await_runs(machine: SystemdMachine, number: int) -> None:
    give_up_s = time.monotonic() + WAIT_S
    while sum(line.startswith("runs") for line in ran(machine)) < number:
        assert time.monotonic() < give_up_s, machine.run("journalctl --no-pager -n 30")
        time.sleep(0.2)  # another machine's state: there is nothing to wait on


@pytest.mark.parametrize(("unit", "word"), [("dawr-update-centre", "--from-centre"), ("dawr-update", "--pending")])
def test_the_timer_starts_the_service_which_runs_the_program_within_its_fence_and_later_once_more(
    machine: SystemdMachine, unit: str, word: str
) -> None:
    machine.run(f"rm -f /opt/dawr/ran && echo 2 >/opt/dawr/status && systemctl enable --now {unit}.timer")
    shipped = machine.run(f"systemctl show -P TimersMonotonic {unit}.timer")
    assert ("OnBootUSec=2min" in shipped, "OnUnitInactiveUSec=10min" in shipped) == (True, True)
    assert machine.run(f"systemctl is-enabled {unit}.timer") == "enabled", "it starts with the machine"
    assert machine.run(f"systemctl show -P Unit {unit}.timer") == f"{unit}.service"

    machine.run(f"mkdir -p {UNITS}/{unit}.timer.d && cp /media/stick/soon.conf {UNITS}/{unit}.timer.d/")
    machine.run(f"systemctl daemon-reload && systemctl restart {unit}.timer")
    await_runs(machine, 2)  # also after status 2: a refusal ends no timer
    machine.run("echo 3 >/opt/dawr/status")
    await_runs(machine, sum(line.startswith("runs") for line in ran(machine)) + 2)
    machine.run(f"systemctl disable --now {unit}.timer")
    machine.run(f"systemctl start {unit}.service")  # it waits for one that runs now
    assert machine.run(f"systemctl show -P Result {unit}.service") == "success", "status 3: undone, and told"
    lines = set(ran(machine))
    assert {line for line in lines if line.startswith("runs")} == {
        f"runs /opt/dawr/releases/0.1.0 main.py update {word} --config /etc/dawr/hall.toml"
    }
    assert lines - {line for line in lines if line.startswith("runs")} == {
        "writes /opt/dawr",
        "writes /var/lib/dawr-hall",
    }


def test_after_a_power_cut_the_timers_run_again(machine: SystemdMachine) -> None:
    units = ("dawr-update-centre", "dawr-update", "dawr-backup-centre", "dawr-backup")
    machine.run(f"systemctl enable {' '.join(f'{unit}.timer' for unit in units)}")
    machine.cut_power()
    machine.switch_on()
    for unit in units:
        assert machine.run(f"systemctl is-active {unit}.timer") == "active", unit
        machine.run(f"systemctl disable --now {unit}.timer")
