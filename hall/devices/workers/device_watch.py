"""Notice devices that fall silent and are heard again, with a fact of each: the hall head must not find out late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Protocol, TypeVar

from contracts.codec.message import replace
from contracts.queue.queues_view import DeviceNow
from hall.calendar.facts import DeviceFellSilent, DeviceHeardAgain
from hall.devices.work import DevicesWork
from hall.devices.workers.heartbeats import Heartbeats
from hall.kernel.ids import DeviceId
from hall.kernel.moment import Moment
from hall.platform.store_ports import Reads

W_co = TypeVar("W_co", covariant=True)
LOOK_EVERY_S = 1.0
NOT_REPORTED = "unknown"
"""The state of a device that has never said how it is; one that beats and says nothing else is well."""


class OwnCommands(Protocol[W_co]):
    """Has the one writer do a command of the service's own."""

    def __call__(self, command: Callable[[W_co, Moment], None]) -> Future[None]:
        """Return a future that is done when the command is on disk."""
        ...


class DeviceWatch:
    """Remembers who was silent at the last look; `look` belongs to one thread."""

    def __init__(self, beats: Heartbeats, reads: Reads[DevicesWork], run: OwnCommands[DevicesWork]) -> None:
        self._beats, self._reads, self._run = beats, reads, run
        self._silent: set[str] = set()
        self._heard: set[str] = set()

    def look(self) -> None:
        """Compare all devices with the last look; store who fell silent or came back, with a fact, and new versions."""

        def ask(work: DevicesWork, now: Moment) -> tuple[Sequence[DeviceNow], Moment]:
            return work.identities.devices(), now

        devices, now = self._reads.read(ask).result()
        silent = {device.device for device in devices if self._beats.is_silent(device, now)}
        heard = {device.device for device in devices if self._beats.last(device.device) is not None} - silent
        fell, back, new = silent - self._silent, (self._silent - silent) & heard, heard - self._heard - self._silent
        updated = {one.device for one in devices if self._beats.version(one.device) not in {None, one.version}}
        if fell or back or new or updated:

            def store(work: DevicesWork, _now: Moment) -> None:
                for device in work.identities.devices():
                    if device.device in fell | back | new | updated:
                        self._store(work, device, fell=device.device in fell, back=device.device in back)

            self._run(store).result()
        self._silent, self._heard = silent, heard

    def _store(self, work: DevicesWork, device: DeviceNow, *, fell: bool, back: bool) -> None:
        last = self._beats.last(device.device)
        state = "ok" if device.state == NOT_REPORTED and last is not None else device.state
        seen = last.at if last is not None else device.last_seen
        version = self._beats.version(device.device) or device.version
        work.identities.report_device(replace(device, state=state, last_seen=seen, version=version))
        named = DeviceId(device.device)
        if fell:
            work.record(DeviceFellSilent(named, seen.isoformat() if seen else None))
        elif back:
            work.record(DeviceHeardAgain(named))
