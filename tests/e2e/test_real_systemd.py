"""The hall as `deploy/install.sh hall` sets it up, under a real systemd: kills, a power cut, a stop."""

from __future__ import annotations

import re
import shutil
import signal
import time
from collections.abc import Iterator

import pytest

from commands.hall_client import HallClient
from tests.e2e.test_units import free_port
from tests.helpers.systemd_machine import ROOT, SystemdMachine, why_not

pytestmark = [
    pytest.mark.full,
    pytest.mark.timeout(300),
    pytest.mark.skipif(why_not() is not None, reason=f"real systemd: {why_not()}"),
]

HALL = "dawr-hall.service"
BACK_S = 60
AS_HALL = "cd /opt/dawr && runuser -u dawr-hall -- .venv/bin/python main.py admin --data /var/lib/dawr-hall"


@pytest.fixture(scope="module")
def port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory, port: int) -> Iterator[SystemdMachine]:
    with SystemdMachine(tmp_path_factory.mktemp("machine")) as machine:
        # An interpreter that only root can reach must not become the programs' one.
        machine.run("mkdir /root/first && ln -s /bin/false /root/first/python3")
        said = machine.run("PATH=/root/first:$PATH sh /opt/dawr/deploy/install.sh hall")
        assert said.splitlines()[-1].startswith("Next: put the set-up file into /etc/dawr/hall-setup.toml")
        machine.run("install -m 640 -g dawr-hall /opt/dawr/assets/halls/small.toml /etc/dawr/hall-setup.toml")
        machine.run("sed -i 's/^# setup/setup/; s/0.0.0.0/127.0.0.1/' /etc/dawr/hall.toml")
        machine.run(f"sed -i 's/^port = .*/port = {port}/' /etc/dawr/hall.toml")
        yield machine


@pytest.fixture(autouse=True)
def _started(machine: SystemdMachine) -> None:
    machine.run(f"systemctl start {HALL}")


def await_another(machine: SystemdMachine, before: int) -> None:
    """Wait until the hall is up with another main process than `before`."""
    give_up_s = time.monotonic() + BACK_S
    while machine.main_pid(HALL) in {0, before} or machine.run(f"systemctl show -P ActiveState {HALL}") != "active":
        assert time.monotonic() < give_up_s, machine.run(f"systemctl status {HALL} || true")


def test_the_hall_runs_without_rights_and_its_data_are_private(machine: SystemdMachine) -> None:
    status = machine.run(f"cat /proc/{machine.main_pid(HALL)}/status")
    assert f"Uid:\t{machine.run('id -u dawr-hall')}\t" in status
    assert "NoNewPrivs:\t1" in status
    assert "CapBnd:\t0000000000000000" in status
    assert "Seccomp:\t2" in status
    modes = machine.run("stat -c %a /var/lib/dawr-hall /var/lib/dawr-hall/*").split()
    assert (modes[0], set(modes[1:])) == ("700", {"600"})


def test_a_hall_that_is_killed_comes_back_and_waits_no_longer_the_next_time(machine: SystemdMachine) -> None:
    for _ in range(3):
        before = machine.main_pid(HALL)
        machine.kill_main(HALL, signal.SIGKILL)
        await_another(machine, before)
    wait, next_wait = machine.run(f"systemctl show -P RestartUSec -P RestartUSecNext {HALL}").split()
    assert next_wait == wait


def test_after_a_power_cut_the_hall_starts_with_the_machine_and_has_every_ticket(
    machine: SystemdMachine, port: int
) -> None:
    code = machine.run(f"{AS_HALL} pair kiosk").split()[-1]
    address = f"http://127.0.0.1:{port}"
    token = HallClient(address, "").post("/devices/pair", {"code": code, "kind": "kiosk"})["token"]
    ticket = HallClient(address, token).post("/visits", {"service": "housing"})
    machine.cut_power()
    machine.switch_on()
    assert machine.run(f"systemctl is-active {HALL}") == "active"
    head = machine.run(f"{AS_HALL} token head").split("#")[-1]
    assert HallClient(address, head).get(f"/visits/{ticket['visit']}")["ticket"] == ticket["ticket"]


def test_a_stopped_hall_stays_stopped_and_its_end_is_no_failure(machine: SystemdMachine) -> None:
    machine.run(f"systemctl stop {HALL}")
    assert machine.run(f"systemctl show -P Result -P ActiveState {HALL}").split() == ["success", "inactive"]


@pytest.mark.skipif(not shutil.which("nginx"), reason="needs nginx")
def test_the_page_says_how_debians_nginx_takes_the_proxy_example(machine: SystemdMachine) -> None:
    page = (ROOT / "docs" / "centre.md").read_text(encoding="utf-8")
    commands = re.findall(r"^(?:rm|cp|nginx) .*$", page.partition("```\n")[2].partition("```")[0], re.MULTILINE)
    assert commands[-1] == "nginx -t"
    key, certificate = "/etc/dawr/centre-key.pem", "/etc/dawr/centre.pem"
    machine.run(f"openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=centre -keyout {key} -out {certificate}")
    machine.run("ln -sf /etc/nginx/sites-available/default /etc/nginx/sites-enabled/default")
    machine.run(" && ".join(commands))
