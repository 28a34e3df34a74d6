"""Training rooms: whole halls with simulated visitors, each in a separate folder, deleted when the training ends."""

from __future__ import annotations

import logging
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from common.server.asgi import ASGIApp
from contracts.live import FactMessage
from contracts.training import TrainingPlace
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings, Hours, Prayer
from hall.platform.db.writer.announcer import Announcer
from hall.platform.live.hub import LiveHub
from hall.platform.security.pins import PinHasher
from hall.platform.store_ports import Clock, Commands
from hall.queue.commands.issue_ticket import IssueTicketWork
from hall.training.routes import ROOMS_AT
from hall.training.simulated_queue import SimulatedQueue

log = logging.getLogger(__name__)

FOLDER = "training"
PIN = "123456"
"""Every agent's in every room: the real one is not for practising, and nothing here tells whether it is right."""
UNUSED_S = 3600.0
"""Seconds; a room without a request for this long is closed."""


class PinHashes(Protocol):
    """Keeps the hashes of PINs."""

    def set_pin_hash(self, agent: str, pin_hash: str) -> None:
        """Give an agent this PIN."""
        ...


class RoomWork(IssueTicketWork, Protocol):
    """What a room changes in its hall's database."""

    @property
    def identities(self) -> PinHashes:
        """Who may come in."""
        ...


class RoomStore(Protocol):
    """The database of a room's hall."""

    @property
    def commands(self) -> Commands[RoomWork]:
        """Its writer."""
        ...

    @property
    def settings(self) -> Callable[[], HallSettings]:
        """Gives its settings."""
        ...

    @property
    def announcer(self) -> Announcer:
        """Tells its facts."""
        ...


class RoomHall(Protocol):
    """What a room needs of the hall that is built in it."""

    @property
    def app(self) -> ASGIApp:
        """What answers."""
        ...

    @property
    def store(self) -> RoomStore:
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


BuildRoom = Callable[[Path, HallSettings, Clock], RoomHall]
"""Builds the hall of a room in a folder."""


@dataclass
class _Room:
    """One counter's room, opened with the token `opener`; `used_s`: when it was last used, in monotonic seconds."""

    place: TrainingPlace
    hall: RoomHall
    folder: Path
    opener: str
    used_s: float
    entered: bool = False

    @property
    def name(self) -> str:
        """The end of its path."""
        return self.place.path.removeprefix(ROOMS_AT)


class Rooms:
    """The rooms of a hall, one for a counter at most. Safe from any thread."""

    def __init__(
        self,
        data: Path,
        build: BuildRoom,
        settings: Callable[[], HallSettings],
        clock: Clock,
        hub: LiveHub,
        is_known: Callable[[str], bool],
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`is_known` says whether a token, given by its hash, is still one of the hall."""
        self._folder = data / FOLDER
        # What a hall that was killed has left of its rooms is nobody's.
        shutil.rmtree(self._folder, ignore_errors=True)
        self._build = build
        self._settings = settings
        self._clock = clock
        self._hub = hub
        self._is_known = is_known
        self._monotonic = monotonic
        self._rooms: dict[CounterId, _Room] = {}
        self._changing = threading.Lock()

    def open(self, counter: CounterId, opener: str) -> TrainingPlace:
        """Open a new room for the counter with this token's hash; one that it had is closed.

        Takes some tenths of a second.

        A room that nobody has entered yet is given again: a counter that got no answer in time asks once more.
        """
        with self._changing:
            known = self._rooms.get(counter)
            if known is not None and not known.entered:
                return known.place
            self._close(counter)
            room = self._rooms[counter] = self._built(counter, opener)
        log.info("counter %d has a new training room", counter)
        return room.place

    def close(self, counter: CounterId) -> None:
        """Throw the counter's room away, where it has one that was entered.

        A counter that leaves and enters again at once sends two calls, and they may be taken in the other order: this
        one is about the room before, and not about the new one that nobody has entered yet.
        """
        with self._changing:
            room = self._rooms.get(counter)
            if room is not None and room.entered:
                self._close(counter)

    def app_of(self, room: str) -> ASGIApp | None:
        """Return what answers for a room, and note that it is in use; None where it is over."""
        for one in tuple(self._rooms.values()):
            if secrets.compare_digest(one.name.encode(), room.encode()):
                one.used_s, one.entered = self._monotonic(), True
                return one.hall.app
        return None

    def close_over(self) -> None:
        """Throw away every room that nobody has asked anything for an hour, or whose device was withdrawn."""
        # Asks the database, so before the lock: opening a room does not wait for it.
        over = [(counter, room) for counter, room in tuple(self._rooms.items()) if self._is_over(room)]
        with self._changing:
            for counter, room in over:
                if self._rooms.get(counter) is room:
                    self._close(counter)

    def _is_over(self, room: _Room) -> bool:
        return self._monotonic() - room.used_s > UNUSED_S or not self._is_known(room.opener)

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

    def _built(self, counter: CounterId, opener: str) -> _Room:
        name = secrets.token_hex(8)
        folder = self._folder / name
        with ExitStack() as undoing:
            undoing.callback(shutil.rmtree, folder, ignore_errors=True)
            hall = self._build(folder, room_settings(self._settings()), self._clock)
            undoing.callback(hall.stop)
            token = _opened(hall, counter)
            undoing.pop_all()
        self._hub.lead(hall.hub)
        place = TrainingPlace(counter, f"{ROOMS_AT}{name}", token, PIN)
        return _Room(place, hall, folder, opener, self._monotonic())


def _opened(hall: RoomHall, counter: CounterId) -> str:
    """Let the first visitors come, and others after each call; return the counter's token in the room."""
    queue = SimulatedQueue(hall.store.settings(), counter)
    hall.store.commands.run(partial(_prepare, queue, partial(hall.pins.hash_now, PIN))).result()

    def heard(facts: Sequence[FactMessage]) -> None:
        if any(fact.kind == "visit_called" for fact in facts):
            hall.store.commands.run(queue.top_up)

    hall.store.announcer.listen(heard)
    return hall.enrol("counter", f"training {counter}", counter)[1]


def _prepare(queue: SimulatedQueue, pin_hash: Callable[[str], str], work: RoomWork, now: Moment) -> None:
    """Give every agent the training PIN and let the first visitors come, in one commit."""
    for agent in work.settings.agents:
        work.identities.set_pin_hash(agent.code, pin_hash(agent.code))
    queue.first(work, now)


def room_settings(settings: HallSettings) -> HallSettings:
    """Return the hall's settings as a room has them: open at any hour, and no prayer takes back a missed call.

    Every service gives tickets, as many as are asked for: one that is closed (an official's) is practised with, too.
    """
    return replace(
        settings,
        hours=Hours({}, always_open=True),
        prayer=Prayer(),
        confirms_date_itself=True,
        arrangements=(),
        services=tuple(replace(one, open=True, quota=None) for one in settings.services),
    )
