"""A whole hall service over real HTTP on a free port, in a thread: SQLite in a folder, every role enrolled."""

from __future__ import annotations

import atexit
import contextlib
import functools
import json
import shutil
import socket
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import requests

from common.accounts.single_sign_on import SingleSignOn
from common.clock.wall_clock import utc_now
from common.files.private import keys_beside
from common.server.listener import bound_socket, url_of
from hall.composition.bootstrap import Hall, build_hall
from hall.config import HallConfig
from hall.kernel.moment import Moment
from hall.platform.clock import SystemClock
from hall.platform.security.access import STAFF_ROLES
from tests.helpers.migrated import give_new_identity, put_migrated
from tests.helpers.served import served_on

SETUP = """
confirms_date_itself = true

[hall]
code = "test-hall"
names = {ar = "قاعة الاختبار", en = "Test Hall"}
governorate = "muscat"

[[service]]
prefix = "A"
names = {ar = "الأراضي", en = "Lands"}

[[service]]
prefix = "B"
names = {ar = "الإسكان", en = "Housing"}
visitor_kinds = ["citizen", "resident"]
asks_visitor_kind = true

[[counter]]
number = 1
services = ["A", "B"]

[[counter]]
number = 2
services = ["A"]

[[agent]]
code = "salim"
names = {ar = "سالم", en = "Salim"}
pin = "471829"

[[agent]]
code = "maryam"
names = {ar = "مريم", en = "Maryam"}
pin = "802946"

[hours]
always_open = true
"""


class HandClock:
    """The machine's clock, moved on by hand: what waits five minutes need not be waited for."""

    def __init__(self) -> None:
        self._system = SystemClock()
        self._ahead = timedelta(0)
        self._stopped: Moment | None = None

    def now(self) -> Moment:
        """Return this instant, moved on."""
        if self._stopped:
            self.move_on(microseconds=1)  # what comes later stays later
        moment = self._stopped or self._system.now()
        ahead_ns = int(self._ahead / timedelta(microseconds=1)) * 1000
        return Moment(moment.at + self._ahead, moment.monotonic_ns + ahead_ns, moment.boot)

    def stop(self) -> None:
        """Let only `move_on` pass time: what is about a fraction of a second must not depend on a busy machine."""
        self._stopped = self._system.now()

    def move_on(self, **by: float) -> None:
        """Move on by a time given as for timedelta."""
        self._ahead += timedelta(**by)


def at_ten() -> HandClock:
    """Return a clock at which it is ten in Muscat, tomorrow: midnight is far."""
    clock = HandClock()
    now = utc_now()
    ten = (now + timedelta(days=1)).replace(hour=6, minute=0, second=0, microsecond=0)
    clock.move_on(seconds=(ten - now).total_seconds())
    return clock


@dataclass
class RunningHall:
    """A hall that answers at `base`; asks are plain requests, so that a test may send whatever it likes."""

    base: str
    hall: Hall
    clock: HandClock
    tokens: dict[str, str] = field(default_factory=dict)
    devices: dict[str, str] = field(default_factory=dict)

    def ask(
        self, method: str, path: str, token: str | None = None, body: Any = None, **options: Any
    ) -> requests.Response:
        """Return the answer; `token` is a role's name or a token, `body` JSON (or bytes as they are)."""
        headers = dict(options.pop("headers", {}))
        if token is not None:
            headers["Authorization"] = f"Bearer {self.tokens.get(token, token)}"
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        with requests.Session() as session:
            session.trust_env = False  # to look for a proxy takes as long as all else that the client does
            return session.request(
                method, f"{self.base}/api/v1{path}", data=body, headers=headers, timeout=20, **options
            )

    def get(self, path: str, token: str | None = None, **options: Any) -> requests.Response:
        """GET a path below /api/v1."""
        return self.ask("GET", path, token, **options)

    def post(self, path: str, token: str | None = None, body: Any = None, **options: Any) -> requests.Response:
        """POST to a path below /api/v1."""
        return self.ask("POST", path, token, {} if body is None else body, **options)

    def issue(self, service: str = "A", **more: Any) -> dict[str, Any]:
        """Issue a ticket at the kiosk and return the answer."""
        return good(self.post("/visits", "kiosk", {"service": service, **more}), 201)

    def sign_in(self, counter: int = 1, agent: str = "salim", pin: str = "471829") -> str:
        """Sign an agent in and return the session's token."""
        answer = self.post(f"/counters/{counter}/sign-in", f"counter{counter}", {"agent": agent, "pin": pin})
        return str(good(answer)["token"])


def good(answer: requests.Response, status: int = 200) -> Any:
    """Return the JSON of an answer that must have this status."""
    assert answer.status_code == status, f"{answer.status_code}: {answer.text[:400]}"
    return answer.json() if answer.content else None


def refused(answer: requests.Response, code: str, status: int) -> Mapping[str, Any]:
    """Return the problem document of an answer that must be this refusal."""
    problem = answer.json()
    assert (problem["code"], answer.status_code) == (code, status), answer.text[:400]
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    return problem


@contextlib.contextmanager
def hall_in_a_thread(
    folder: Path,
    *,
    setup: str = SETUP,
    database: str = "",
    clock: HandClock | None = None,
    centre: tuple[str, str] = ("", ""),
    tasks: bool = False,
    device_limits: bool = False,
    single_sign_on: SingleSignOn | None = None,
    token_links: bool = True,
    port: int = 0,
) -> Iterator[RunningHall]:
    """Yield a running hall with a token for every role; stop it afterwards. `centre`: an address and a token there.

    Its tasks are done by hand, so that none falls into the middle of a test; `tasks` has it do them by the clock.
    Programs press faster than people: `device_limits` are off unless a test is about them.
    """
    file = folder / "hall.toml"
    file.write_text(setup, encoding="utf-8")
    own_clock, clock = clock is None, clock or HandClock()
    config = HallConfig(
        data=folder / "data",
        database=database,
        port=0,
        setup=file,
        centre=centre[0],
        centre_token=centre[1],
        device_limits=device_limits,
        device_releases=folder / "for-devices",
        single_sign_on=single_sign_on,
        token_links=token_links,
    )
    enrolled = None
    if not database and not (folder / "data" / "hall.sqlite").exists():
        if setup == SETUP and own_clock:
            enrolled = _example()
            shutil.copytree(enrolled.folder, folder / "data", dirs_exist_ok=True)
            shutil.copytree(keys_beside(enrolled.folder), config.key_folder, dirs_exist_ok=True)
            give_new_identity(f"sqlite:///{folder / 'data' / 'hall.sqlite'}")
        else:
            put_migrated(folder / "data" / "hall.sqlite")
    with bound_socket("127.0.0.1", port) as listener:
        yield from _served(config, listener, clock, enrolled, tasks=tasks)


@dataclass(frozen=True)
class Enrolled:
    """The data folder of a hall that has its settings, devices and staff, and their tokens."""

    folder: Path
    tokens: Mapping[str, str]
    devices: Mapping[str, str]


@functools.cache
def _example() -> Enrolled:
    """Make the hall of `SETUP` once: to copy it costs a tenth of what its settings and tokens cost."""
    made = Path(tempfile.mkdtemp(prefix="dawr-example-hall-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    file = made / "hall.toml"
    file.write_text(SETUP, encoding="utf-8")
    put_migrated(made / "data" / "hall.sqlite")
    config = HallConfig(data=made / "data", port=0, setup=file)
    clock = HandClock()
    hall = build_hall(config, address="http://127.0.0.1:1", clock=clock, pin_memory_kib=64, tasks_by_hand=True)
    running = RunningHall("", hall, clock)
    try:
        _enrol(running)
    finally:
        hall.stop()
    return Enrolled(made / "data", running.tokens, running.devices)


def _served(
    config: HallConfig, listener: socket.socket, clock: HandClock, enrolled: Enrolled | None, *, tasks: bool
) -> Iterator[RunningHall]:
    base = url_of(listener)
    hall = build_hall(config, address=base, clock=clock, pin_memory_kib=64, tasks_by_hand=not tasks)
    if not tasks:
        hall.tasks.run_due()  # what a hall does at once: look at the day
    try:
        with served_on(listener, hall.app, hall.parts.limits.connections, hall.hub):
            running = RunningHall(base, hall, clock)
            if enrolled is None:
                _enrol(running)
            else:
                running.tokens.update(enrolled.tokens)
                running.devices.update(enrolled.devices)
            yield running
    finally:
        hall.stop()


def _enrol(running: RunningHall) -> None:
    for name, kind, counter in [
        ("kiosk", "kiosk", None),
        ("board", "board", None),
        ("counter1", "counter", 1),
        ("counter2", "counter", 2),
        ("tablet", "tablet", 1),
    ]:
        running.devices[name], running.tokens[name] = running.hall.enrol(kind, name, counter)
    for role in STAFF_ROLES:
        running.tokens[role.value] = running.hall.staff_token(role, role.value)


def serving(hall: RunningHall, agent: str) -> dict[str, object]:
    """Issue a ticket and let the agent begin to serve it; return the answer to its issue."""
    visit: dict[str, object] = hall.issue()
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/begin", agent))
    return visit
