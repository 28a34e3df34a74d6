"""Training rooms: whole halls of made-up visitors in folders of their own, thrown away when the training is over."""

from __future__ import annotations

import logging
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Protocol

from starlette.types import ASGIApp

from contracts.live import FactMessage
from contracts.training import TrainingPlace
from hall.adapters.sql_work import SqlWork
from hall.adapters.store import HallStore
from hall.config import HallConfig
from hall.domain.ids import CounterId
from hall.domain.moment import Moment
from hall.domain.settings import HallSettings, Hours, Prayer
from hall.made_up_queue import FIRST, GAP_S, MadeUpQueue
from hall.service.live_hub import LiveHub
from hall.service.pins import PinHasher
from hall.service.ports import Clock
from hall.service.training import ROOMS_AT

log = logging.getLogger(__name__)

FOLDER = "training"
PIN = "1234"
"""Every agent's in every room: the real one is not for practising, and nothing here tells whether it is right."""
UNUSED_S = 3600.0
"""A room in which nothing was asked for so long is closed."""


class RoomHall(Protocol):
    """What a room needs of the hall that is built in it."""

    @property
    def app(self) -> ASGIApp:
        """What answers."""
        ...

    @property
    def store(self) -> HallStore:
        """Its database, with nobody else's facts."""
        ...

    @property
    def hub(self) -> LiveHub:
        """Its live links."""
        ...

    @property
    def pins(self) -> PinHasher:
        """Its hasher."""
        ...

    def enrol(self, kind: str, name: str, counter: int | None = None) -> tuple[str, str]:
        """Enrol a device and return its id and token."""
        ...

    def stop(self) -> None:
        """End it."""
        ...


BuildRoom = Callable[[HallConfig, HallSettings, Clock], RoomHall]


class RoomClock:
    """The hall's clock, set back at first: so that those who wait in a new room have waited for some time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.back_s = 0.0

    def now(self) -> Moment:
        """Return this instant, or an earlier one."""
        real = self._clock.now()
        back = timedelta(seconds=self.back_s)
        return Moment(real.at - back, real.monotonic_ns - int(self.back_s * 1e9), real.boot)


@dataclass
class _Room:
    """One counter's room; `used_s` is when something was last asked in it, in monotonic seconds."""

    name: str
    hall: RoomHall
    folder: Path
    used_s: float


class Rooms:
    """The rooms of a hall, one for a counter at most. Safe from any thread."""

    def __init__(
        self,
        data: Path,
        build: BuildRoom,
        settings: Callable[[], HallSettings],
        clock: Clock,
        hub: LiveHub,
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder = data / FOLDER
        # What a hall that was killed has left of its rooms is nobody's.
        shutil.rmtree(self._folder, ignore_errors=True)
        self._build = build
        self._settings = settings
        self._clock = clock
        self._hub = hub
        self._monotonic = monotonic
        self._rooms: dict[CounterId, _Room] = {}
        self._changing = threading.Lock()

    def open(self, counter: CounterId) -> TrainingPlace:
        """Open a new room for the counter; one that it had is closed. Takes some tenths of a second."""
        with self._changing:
            self._close(counter)
            name = secrets.token_hex(8)
            folder = self._folder / name
            clock = RoomClock(self._clock)
            hall = self._build(HallConfig(data=folder), room_settings(self._settings()), clock)
            self._rooms[counter] = _Room(name, hall, folder, self._monotonic())
            self._hub.lead(hall.hub)
            self._fill(hall, counter, clock)
            _, token = hall.enrol("counter", f"training {counter}", counter)
        log.info("counter %d trains in a room of its own", counter)
        return TrainingPlace(counter, f"{ROOMS_AT}{name}", token, PIN)

    def close(self, counter: CounterId) -> None:
        """Throw the counter's room away, where it has one."""
        with self._changing:
            self._close(counter)

    def app_of(self, room: str) -> ASGIApp | None:
        """Return what answers for a room, and note that it is in use; None where it is over."""
        for one in tuple(self._rooms.values()):
            if secrets.compare_digest(one.name.encode(), room.encode()):
                one.used_s = self._monotonic()
                return one.hall.app
        return None

    def close_unused(self) -> None:
        """Throw away every room that nobody has asked anything for an hour."""
        with self._changing:
            now_s = self._monotonic()
            for counter in [one for one, room in self._rooms.items() if now_s - room.used_s > UNUSED_S]:
                self._close(counter)

    def stop(self) -> None:
        """Throw all of them away: the hall ends."""
        with self._changing:
            for counter in tuple(self._rooms):
                self._close(counter)

    def _close(self, counter: CounterId) -> None:
        room = self._rooms.pop(counter, None)
        if room is not None:
            self._hub.leave_alone(room.hall.hub)
            room.hall.stop()
            shutil.rmtree(room.folder, ignore_errors=True)
            log.info("the training of counter %d is over", counter)

    def _fill(self, hall: RoomHall, counter: CounterId, clock: RoomClock) -> None:
        """Give every agent the training PIN and let the first visitors come, the longest waiting first."""
        hashed = hall.pins.hash_now(PIN)
        lane, settings = hall.store.lane, hall.store.settings()
        for agent in settings.agents:
            lane.run(partial(_set_pin, agent.code, hashed)).result()
        queue = MadeUpQueue(settings, counter)
        for left in reversed(range(FIRST)):
            clock.back_s = (left + 1) * GAP_S
            lane.run(queue.one_more).result()
        clock.back_s = 0.0

        def heard(facts: Sequence[FactMessage]) -> None:
            if any(fact.kind == "visit_called" for fact in facts):
                lane.run(queue.top_up)

        hall.store.announcer.listen(heard)


def _set_pin(agent: str, hashed: str, work: SqlWork, _now: Moment) -> None:
    work.identities.set_pin_hash(agent, hashed)


def room_settings(settings: HallSettings) -> HallSettings:
    """Return the hall's settings as a room has them: open at any hour, and no prayer takes back a missed call."""
    return replace(
        settings, hours=Hours({}, always_open=True), prayer=Prayer(), confirms_date_itself=True, arrangements=()
    )
