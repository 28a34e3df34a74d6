"""The technician's page, followed literally on empty machines without a network: from the stick to the first ticket.

The commands are those of docs/technician.md, in its order. What a person does there is done by the test: it reads the
code on the hall's screen, names the printer, touches a service, and pulls the plug.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from commands.package.debian.release import DEBIANS
from commands.package.debian.stick import SUMS, Apt, build_stick, write_sums
from common.releases.signature import make_keys, signature_of
from tests.helpers.debian_root import why_not
from tests.helpers.hall_site import HallSite
from tests.helpers.systemd_machine import ROOT, SystemdMachine
from tests.helpers.technician_page import steps

pytestmark = [
    pytest.mark.full,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(why_not() is not None, reason=f"Debian with systemd: {why_not()}"),
]

HALL = "https://10.0.0.5:8080"
MACHINES = ("hall", "kiosk", "board", "counter")
MAX_S = 15 * 60
BACK_S = 30
CUTS = 10
TICKETS_BEFORE_A_CUT = 8
PRINTER = """[Service]
User=dawr-kiosk
ExecStart=dawr printer emulate --tcp 9100 --out /var/lib/dawr-kiosk/papers
[Install]
WantedBy=multi-user.target
"""
HANDS = ("wtype", "grim")
"""A keyboard and an eye for the kiosk's screen. They are not on the stick."""
FINGER = "wayland_finger.py"
ENGLISH, HOUSING = "280,780", "180,520"
"""Where the kiosk's screen has these, on 1000 by 1000 points."""
TICKETS_WITHOUT_END = """
import sys
from commands.hall_client import HallClient
hall = HallClient(sys.argv[1], sys.argv[2], hall_ca=sys.argv[3])
while True:
    print(hall.post("/visits", {"service": "enquiries"})["ticket"], flush=True)
"""
KEY = "release"
WAITING = """
import sys
from commands.hall_client import HallClient
for visit in HallClient(sys.argv[1], sys.argv[2], hall_ca=sys.argv[3]).get("/reception")["visits"]:
    print(visit["ticket"])
"""


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give what is plugged into each machine: the stick with a set-up file, and beside it the test's hands."""
    folder, debian = tmp_path_factory.mktemp("media"), DEBIANS["debian13"]
    stick = build_stick(ROOT, folder, debian, wheels=None)
    setup = (ROOT / "assets" / "halls" / "small.toml").read_text(encoding="utf-8")
    always = re.sub(r"^\[hours\]\n(\w+day = .*\n)+", "[hours]\nalways_open = true\n", setup, flags=re.MULTILINE)
    (stick / "hall-setup.toml").write_text(always, encoding="utf-8")
    make_keys(folder / KEY, folder / f"{KEY}.pub", None)
    sign(stick, folder / KEY)
    apt = Apt(folder / "apt", debian)
    apt.update()
    apt.download([*HANDS])
    for package in apt.downloaded():
        if package.name.startswith(HANDS):
            subprocess.run(["dpkg-deb", "--extract", package, folder / "hands"], check=True)
    shutil.copy(ROOT / "tests" / "helpers" / FINGER, folder / "hands" / FINGER)
    return folder


def sign(stick: Path, key: Path) -> None:
    """Sign a stick as the ministry does."""
    command = [
        sys.executable,
        "main.py",
        "package",
        "sign",
        stick / SUMS,
        "--key",
        key,
        "--passphrase-file",
        "/dev/null",
    ]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def site(media: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallSite]:
    with HallSite(tmp_path_factory.mktemp("site"), MACHINES, media) as site:
        site.machines["counter"].run("useradd --create-home agent")
        yield site


class Technician:
    """Types the page's commands, and keeps the code that the last one has shown."""

    def __init__(self, site: HallSite) -> None:
        self._site = site
        self._code = ""
        self._to_the_stick = steps()[2][-1][1]

    def follow(self, commands: list[tuple[str, str]]) -> None:
        """Type the commands of a step."""
        for machine, line in commands:
            said = self._site.machines[machine].run(self._typed(line))
            code = re.search(r"\b[0-9A-Z]{4,5}(-[0-9A-Z]{4,5})+$", said)
            self._code = code[0] if code else self._code

    def _typed(self, line: str) -> str:
        line = line.replace("CODE", self._code)
        if line.startswith("dawr-counter"):
            line = f"runuser -l agent -c '{line}'"
        return f"{self._to_the_stick} && {line}"


def await_that(holds: Callable[[], bool], what: str, seconds: float = 120) -> float:
    """Wait until something holds and return the seconds that took."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds, what
        time.sleep(0.2)  # another machine's state: there is nothing to wait on
    return time.monotonic() - began


def is_active(machine: SystemdMachine, unit: str) -> bool:
    return machine.run(f"systemctl is-active {unit} || true") == "active"


class Hall:
    """The hall as others on its network see it."""

    def __init__(self, site: HallSite) -> None:
        hall, kiosk = site.machines["hall"], site.machines["kiosk"]
        shown = hall.run("runuser -u dawr-hall -- dawr admin --data /var/lib/dawr-hall token head")
        self._head = shown.split("#")[-1]
        self._network = site.networks["kiosk"]
        self._kiosk = kiosk.run("cat /var/lib/dawr-kiosk/kiosk.token")
        self._authority = kiosk.run("cat /var/lib/dawr-kiosk/kiosk.hall.pem")

    def waiting(self) -> list[str]:
        """Return the numbers that wait, as the hall's head sees them."""
        with self._on_the_network(WAITING, self._head) as asked:
            shown = asked.communicate()[0].split()
        assert asked.returncode == 0
        return shown

    def takes_tickets(self) -> subprocess.Popen[str]:
        """Take tickets one after the other until the hall is away; each line is one that the hall acknowledged."""
        return self._on_the_network(TICKETS_WITHOUT_END, self._kiosk)

    def _on_the_network(self, program: str, token: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            ["nsenter", f"--net={self._network}", sys.executable, "-c", program, HALL, token, self._authority],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )


def in_session(kiosk: SystemdMachine) -> str:
    return f"XDG_RUNTIME_DIR=/run/user/{kiosk.run('id -u dawr-kiosk')} WAYLAND_DISPLAY=wayland-0"


def papers(kiosk: SystemdMachine) -> int:
    return int(kiosk.run("ls /var/lib/dawr-kiosk/papers | wc -l"))


def print_a_ticket(kiosk: SystemdMachine) -> None:
    """Touch a service, and wait for the paper."""
    before = papers(kiosk)
    kiosk.run(f"{in_session(kiosk)} python3 /media/stick/hands/{FINGER} {ENGLISH} {HOUSING}")
    await_that(lambda: papers(kiosk) > before, "a ticket is printed")


def connect_printer(kiosk: SystemdMachine) -> None:
    kiosk.run(f"cat >/etc/systemd/system/emulated-printer.service <<'E'\n{PRINTER}E\n")
    kiosk.run("systemctl enable --quiet --now emulated-printer")
    kiosk.run("sed -i 's|^printer = .*|printer = \"tcp://127.0.0.1:9100\"|' /etc/dawr/kiosk.toml")


def start_counter(counter: SystemdMachine) -> None:
    """Start the program as the agent's menu does, on a screen that nobody sees."""
    counter.run("systemd-run --quiet --unit counter --uid agent --setenv QT_QPA_PLATFORM=offscreen -- dawr-counter")
    await_that(
        lambda: f"hall {HALL}: connected" in counter.run("journalctl --unit counter --no-pager"), "counter is connected"
    )


def cut_and_back(site: HallSite, hall: Hall) -> tuple[set[str], float]:
    """Cut the power while tickets are given; return those that the hall acknowledged, and how long all were away."""
    with hall.takes_tickets() as taker:
        assert taker.stdout is not None
        acknowledged = {taker.stdout.readline().strip() for _ in range(TICKETS_BEFORE_A_CUT)}
        site.cut_power()
        acknowledged |= {line.strip() for line in taker.stdout}
    began = time.monotonic()
    site.switch_on()
    for name in ("hall", "kiosk", "board"):
        await_that(partial(is_active, site.machines[name], f"dawr-{name}"), f"{name} is back")
    return acknowledged - {""}, time.monotonic() - began


@dataclass(frozen=True)
class Installed:
    """A site after the page's last command, and what it took to print the first ticket."""

    site: HallSite
    hall: Hall
    first_s: float
    cpu_s: float


@pytest.fixture(scope="module")
def installed(site: HallSite) -> Installed:
    technician, page = Technician(site), steps()
    kiosk = site.machines["kiosk"]
    began, cpu_s = time.monotonic(), site.cpu_s()
    technician.follow(page[3])
    *before, restart = page[4]
    technician.follow(before)
    connect_printer(kiosk)
    technician.follow([restart, *page[5], *page[6]])
    start_counter(site.machines["counter"])
    await_that(lambda: is_active(kiosk, "dawr-kiosk"), "the kiosk is up")
    print_a_ticket(kiosk)
    return Installed(site, Hall(site), time.monotonic() - began, site.cpu_s() - cpu_s)


def test_from_the_stick_to_the_first_ticket_in_a_quarter_of_an_hour(
    installed: Installed, capsys: pytest.CaptureFixture[str], record_property: Callable[[str, object], None]
) -> None:
    with capsys.disabled():
        print(f"stick to first ticket: {installed.first_s:.0f} s, {installed.cpu_s:.0f} s of CPU")  # noqa: T201
    record_property("first_ticket_s", round(installed.first_s))
    record_property("cpu_s", round(installed.cpu_s))
    assert installed.hall.waiting()
    assert installed.first_s <= MAX_S


def test_after_each_of_ten_power_cuts_all_are_back_and_nothing_acknowledged_is_lost(
    installed: Installed, capsys: pytest.CaptureFixture[str], record_property: Callable[[str, object], None]
) -> None:
    acknowledged, slowest_s = set(installed.hall.waiting()), 0.0
    for _ in range(CUTS):
        more, back_s = cut_and_back(installed.site, installed.hall)
        slowest_s, acknowledged = max(slowest_s, back_s), acknowledged | more
        assert len(more) >= TICKETS_BEFORE_A_CUT
        waiting = installed.hall.waiting()
        assert acknowledged <= set(waiting)
        assert len(waiting) == len(set(waiting))
    print_a_ticket(installed.site.machines["kiosk"])
    with capsys.disabled():
        print(f"back after {CUTS} power cuts: {slowest_s:.1f} s at most; {len(acknowledged)} tickets, none lost")  # noqa: T201
    record_property("back_s", round(slowest_s, 1))
    assert slowest_s <= BACK_S


@pytest.fixture
def broken(media: Path) -> Iterator[Path]:
    """Give a small stick that is whole and signed, for a test to break."""
    (stick,), broken = media.glob("dawr-stick-*"), media / "broken"
    broken.mkdir()
    for name in ("install.sh", "start.html"):
        shutil.copy(stick / name, broken / name)
    write_sums(broken)
    sign(broken, media / KEY)
    yield broken
    shutil.rmtree(broken)


def refusal(machine: SystemdMachine) -> str:
    """Return what install.sh of the broken stick says when it installs nothing."""
    return machine.run("sh /media/stick/broken/install.sh hall 2>&1 && exit 1 || true")


def test_a_damaged_stick_installs_nothing(site: HallSite, broken: Path) -> None:
    (broken / "start.html").write_text("other", encoding="utf-8")
    assert "the stick is damaged: copy it again" in refusal(site.machines["counter"])


def test_a_machine_with_a_key_installs_only_what_that_key_has_signed(
    installed: Installed, media: Path, broken: Path
) -> None:
    counter, keys = installed.site.machines["counter"], "/etc/dawr/release-keys"
    counter.run(f"mkdir -p {keys} && cp /media/stick/{KEY}.pub {keys}/dawr.pub")
    told = counter.run("cd /media/stick/dawr-stick-* && sh install.sh counter")
    assert f"signed by a known key: {keys}/dawr.pub" in told
    (broken / "start.html").write_text("other", encoding="utf-8")
    write_sums(broken)
    assert "no known key has signed this stick" in refusal(counter), "the sums are others than were signed"
    make_keys(media / "other", media / "other.pub", None)
    sign(broken, media / "other")
    assert "no known key has signed this stick" in refusal(counter), "a key that this machine does not know"
    signature_of(broken / SUMS).unlink()
    assert "nobody has signed this stick" in refusal(counter)
    sign(broken, media / KEY)
    counter.run("mv /usr/bin/openssl /usr/bin/openssl.away")
    assert "openssl is missing" in refusal(counter)
    counter.run(f"mv /usr/bin/openssl.away /usr/bin/openssl && rm -r {keys}")


KEYS = (
    *("-k F1", "-k F11", "-M alt -k F4", "-M alt -k Tab", "-M logo", "-M ctrl -k q", "-M ctrl -k w"),
    *("-M ctrl -M alt -k F2", "-M ctrl -M alt -k Delete"),
)
"""What people press to leave a program, as wtype takes it."""
STAFF_KEY = "-k F12"
WAYS_OUT = r"(xterm|konsole|gnome-terminal|foot|chromium|firefox|nautilus|thunar|pcmanfm|openssh-server|sudo|udisks2)"


def press(kiosk: SystemdMachine, keys: str) -> None:
    """Press keys on a keyboard that was plugged in a moment before, as the program must see it first."""
    kiosk.run(f"{in_session(kiosk)} /media/stick/hands/usr/bin/wtype -s 700 {keys} -s 700")


def seen(kiosk: SystemdMachine) -> str:
    """Return a picture of the kiosk's screen below its clock."""
    return kiosk.run(f"{in_session(kiosk)} /media/stick/hands/usr/bin/grim -g '0,100 1280x620' -t ppm - | sha256sum")


def test_no_way_leads_out_of_the_kiosk(installed: Installed) -> None:
    kiosk = installed.site.machines["kiosk"]
    uid = kiosk.run("id -u dawr-kiosk")
    before = kiosk.main_pid("dawr-kiosk.service")
    welcome = seen(kiosk)
    press(kiosk, STAFF_KEY)
    assert seen(kiosk) != welcome, "keys reach the program"
    for key in KEYS:
        press(kiosk, key)
    assert kiosk.main_pid("dawr-kiosk.service") == before
    mine = f'for one in /proc/[0-9]*; do [ "$(stat -c %u $one 2>/dev/null)" != {uid} ] || cat $one/comm; done'
    running = kiosk.run(mine).splitlines()
    assert {name for name in running if name not in {"cage", "python", "python3.13", "(sd-pam)", "systemd"}} == set()
    assert kiosk.run(f"dpkg-query -W -f '${{Package}}\\n' | grep -E '^{WAYS_OUT}$' || true") == ""
    assert kiosk.run("getent passwd dawr-kiosk").endswith(":/usr/sbin/nologin")
    assert kiosk.run("passwd --status dawr-kiosk").split()[1] == "L"
    for unit in ("getty@tty2.service", "getty@tty6.service", "ctrl-alt-del.target"):
        assert kiosk.run(f"systemctl is-enabled {unit} || true") == "masked"
    assert "install usb-storage /bin/false" in kiosk.run("cat /usr/lib/modprobe.d/90-dawr-screen.conf")
    status = kiosk.run(f"cat /proc/{before}/status")
    assert "NoNewPrivs:\t1" in status
    assert "CapBnd:\t0000000000000000" in status
    written = (
        "for place in /etc /opt/dawr /usr /var/lib /home; do touch $place/x 2>/dev/null && echo $place; done; true"
    )
    assert kiosk.run(f"nsenter -t {before} -m setpriv --reuid {uid} --clear-groups sh -c '{written}'") == ""
