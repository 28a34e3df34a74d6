"""Which devices are alive, and their picture of the last minute: kept in memory, as it says nothing tomorrow."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from contracts.codec.message import replace
from contracts.queue.queues_view import DeviceNow
from hall.kernel.moment import Moment
from hall.platform.web.dependencies import DependencyKey
from hall.platform.web.limits.limits_per_token import counter_alert_name

WATCHED_KINDS = frozenset({"board", "kiosk"})
"""Devices that visitors rely on and nobody sits at; a counter PC is missed by its agent."""
SILENT_S = 7.0
"""A device without a heartbeat for this long (usual: every 2 s) is silent; checked each second, shown within 10 s."""
TOO_OFTEN_TOLD_S = 600.0
"""How long the hall head is alerted after a device was slowed down."""
PICTURE_KEPT_S = 600.0
"""An older picture shows nothing that could be relied on."""
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


@dataclass(frozen=True)
class Picture:
    """What a device showed on its screen, and when."""

    content: bytes
    media_type: str
    at: Moment


def media_type_of(content: bytes) -> str | None:
    """Return the type of a picture by its first bytes, or None for what is no PNG and no JPEG."""
    if content.startswith(_PNG):
        return "image/png"
    return "image/jpeg" if content.startswith(_JPEG) else None


class Heartbeats:
    """The newest beat and picture of each device; may be used from any thread."""

    def __init__(self, started: Moment) -> None:
        self._started = started
        self._beats: dict[str, Moment] = {}
        self._pictures: dict[str, Picture] = {}
        self._versions: dict[str, str] = {}
        self._too_often: dict[str, Moment] = {}
        self._lock = threading.Lock()

    def beat(self, device: str, now: Moment, version: str | None = None) -> None:
        """Note a heartbeat of the device, and the version of its program where it says one."""
        with self._lock:
            self._beats[device] = now
            if version is not None:
                self._versions[device] = version

    def version(self, device: str) -> str | None:
        """Return the version of the device's program, None where it has said none since this service started."""
        return self._versions.get(device)

    def show(self, device: str, picture: Picture) -> None:
        """Keep the device's newest picture; it counts as a heartbeat, too."""
        with self._lock:
            self._pictures[device] = picture
        self.beat(device, picture.at)

    def slow_down(self, device: str, now: Moment) -> None:
        """Note that a device, or the agent at a counter (`counter_alert_name`), asked too often or guessed."""
        with self._lock:
            self._too_often[device] = now

    def forget(self, device: str) -> None:
        """Drop what is known of a device that was withdrawn."""
        with self._lock:
            self._beats.pop(device, None)
            self._versions.pop(device, None)
            self._pictures.pop(device, None)
            self._too_often.pop(device, None)

    def last(self, device: str) -> Moment | None:
        """Return when the device beat last since this service started, or None."""
        return self._beats.get(device)

    def picture(self, device: str, now: Moment) -> Picture | None:
        """Return the device's picture unless it is too old to be shown."""
        picture = self._pictures.get(device)
        fresh = picture is not None and now.seconds_since(picture.at) <= PICTURE_KEPT_S
        return picture if fresh else None

    def is_silent(self, device: DeviceNow, now: Moment) -> bool:
        """Return whether the last heartbeat of a watched device is too old; a device that never sent one is not silent.

        After a start of the hall service every device has the same time for its first heartbeat.
        """
        last = self._beats.get(device.device)
        if device.kind not in WATCHED_KINDS or (last is None and device.last_seen is None):
            return False
        return now.seconds_since(last or self._started) > SILENT_S

    def told(self, devices: Iterable[DeviceNow], now: Moment) -> tuple[DeviceNow, ...]:
        """Return the devices with what their beats say beside what they reported."""
        return tuple(self._told(device, now) for device in devices)

    def _told(self, device: DeviceNow, now: Moment) -> DeviceNow:
        last, picture = self.last(device.device), self.picture(device.device, now)
        names = [device.device]
        if device.kind == "counter" and device.counter is not None:
            names.append(counter_alert_name(device.counter))
        refused = [at for at in map(self._too_often.get, names) if at is not None]
        seen: list[datetime] = [at for at in (device.last_seen, last.at if last else None) if at is not None]
        return replace(
            device,
            last_seen=max(seen, default=None),
            silent=self.is_silent(device, now),
            too_often=any(now.seconds_since(at) <= TOO_OFTEN_TOLD_S for at in refused),
            picture_at=picture.at.at if picture else None,
            version=self.version(device.device) or device.version,
        )


HEARTBEATS = DependencyKey[Heartbeats]("heartbeats")
