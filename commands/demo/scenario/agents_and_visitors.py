"""The people of the living demo: agents at their counters and visitors, all over the hall's HTTP API."""

from __future__ import annotations

import random
import threading
import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from typing import Any

from commands.hall_client import HallAwayError, HallClient, HallRefusedError
from common.clock.wall_clock import utc_now

LOOK_S = 6.0
"""How often an agent without a visitor looks for one."""
AWAY_S = 120.0
"""How long an agent stays away after the hall head ended the session, so that its effect is seen."""
WALK_S = (12.0, 30.0)
GOODBYE_S = 20.0
"""How long a visit goes on at least that was long enough already when the demo started."""
PACE_S = 55.0
"""Between two visitors, on average, while about as many wait as should."""
BEAT_S = 60.0
"""Between two heartbeats of a counter PC, as the counter program sends them."""
AS_MANY = 11
"""When more people than this wait, visitors come less often."""
_PHONES = 5
"""Every fifth visitor leaves a telephone number for messages."""


@dataclass
class Switch:
    """Whether visitors come. A change takes effect at once."""

    on: bool = True
    stopping: threading.Event = field(default_factory=threading.Event)

    def pause(self, seconds: float) -> bool:
        """Wait for this time; return False when the demo ends first."""
        return not self.stopping.wait(max(0.0, seconds))


@dataclass(frozen=True)
class Colleague:
    """An agent at a counter: `hall` has the token of his session, `sign_in` returns that of a new one."""

    counter: int
    hall: HallClient
    sign_in: Callable[[], str]
    serving_s: Mapping[str, float]
    switch: Switch
    chance: random.Random

    def work(self) -> None:
        """Serve until the demo ends: go on with the visitor at the counter, else call the next one."""
        while not self.switch.stopping.is_set():
            try:
                self._step()
            except HallAwayError:
                self.switch.pause(LOOK_S)
            except HallRefusedError as refusal:
                is_out = refusal.status == HTTPStatus.UNAUTHORIZED
                self.switch.pause(AWAY_S if is_out else LOOK_S)
                if is_out:
                    self._come_back()

    def _come_back(self) -> None:
        """Sign in again after the close of the day or the hall head ended the session, unless another is there now."""
        with suppress(HallRefusedError, HallAwayError):
            self.hall.token = self.sign_in()

    def _step(self) -> None:
        place = self.hall.get(f"/counters/{self.counter}")
        current = place["current"]
        if place["session"] is None or place["session"].get("break_reason"):
            self.switch.pause(LOOK_S)
        elif current is None:
            if not place["waiting"] or self._post("call-next") is None:
                self.switch.pause(self.chance.uniform(0.5, 1.5) * LOOK_S)
        elif current["state"] == "called":
            if self.switch.pause(self.chance.uniform(*WALK_S)):
                self._post("no-show" if self.chance.random() < 0.04 else "begin")
        elif self.switch.pause(self._left_s(current)):
            self._post("finish", {"outcome": "completed"})
            self.switch.pause(self.chance.uniform(4, 20))

    def _left_s(self, visit: Mapping[str, Any]) -> float:
        """Return how long a visit goes on that may have begun before the demo did."""
        length_s = self.serving_s.get(visit["service"], 300.0) * self.chance.lognormvariate(0, 0.4)
        begun = datetime.fromisoformat(visit["stages"][-1]["begun_at"])
        return max(GOODBYE_S, length_s - (utc_now() - begun).total_seconds())

    def _post(self, move: str, body: dict[str, Any] | None = None) -> Any:  # noqa: ANN401  # JSON
        return self.hall.post(f"/counters/{self.counter}/{move}", body)


@dataclass(frozen=True)
class Visitors:
    """Who comes to a hall: one after the other, less often while many wait, and nobody while the switch is off.

    `device` is the id of the kiosk at which they take their tickets.
    """

    kiosk: HallClient
    device: str
    switch: Switch
    chance: random.Random
    pace_s: float = PACE_S
    phones: bool = False

    def come(self) -> None:
        """Take a ticket from time to time until the demo ends."""
        number = 0
        while self.switch.pause(self._wait_s()):
            if not self.switch.on:
                continue
            try:
                number += 1
                self._one(number)
            except (HallRefusedError, HallAwayError):
                self.switch.pause(LOOK_S)

    def _wait_s(self) -> float:
        return min(4 * self.pace_s, self.chance.expovariate(1 / self.pace_s))

    def _one(self, number: int) -> None:
        services = [one for one in self.kiosk.get("/hall")["services"] if one["open"]]
        if not services:
            return
        service = self.chance.choice(services)
        kinds = service["visitor_kinds"]
        asked = {
            "service": service["code"],
            "priority": self.chance.random() < 0.07,
            "visitor_kind": kinds[0] if kinds else None,
        }
        ticket = take_ticket(self.kiosk, self.device, asked)
        if self.phones and number % _PHONES == 0:
            phone = f"+9689{self.chance.randrange(10**7):07}"
            self.kiosk.post(f"/visits/{ticket['visit']}/phone", {"phone": phone})
        if ticket["people_ahead"] > AS_MANY // 2:
            self.switch.pause(self.pace_s * ticket["people_ahead"] / AS_MANY)


def send_heartbeats(pcs: Sequence[HallClient], switch: Switch) -> None:
    """Send the heartbeats of the colleagues' PCs until the demo ends: no counter program runs there."""
    while not switch.stopping.is_set():
        for pc in pcs:
            with suppress(HallAwayError, HallRefusedError):
                pc.post("/devices/self/alive")
        switch.pause(BEAT_S)


def take_ticket(kiosk: HallClient, device: str, asked: Mapping[str, Any]) -> Mapping[str, Any]:
    """Take a ticket and report it as printed, as a kiosk does: the hall alerts its head to one that was not."""
    ticket: Mapping[str, Any] = kiosk.post("/visits", asked)
    printed = {"attempt": str(uuid.uuid4()), "state": "confirmed", "device": device}
    kiosk.post(f"/visits/{ticket['visit']}/prints", printed)
    return ticket


def start_all(people: Sequence[Callable[[], None]]) -> list[threading.Thread]:
    """Run each of them in a thread until the demo ends."""
    threads = [threading.Thread(target=one, name="demo person", daemon=True) for one in people]
    for thread in threads:
        thread.start()
    return threads
