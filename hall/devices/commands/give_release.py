"""Give a release to the devices of a hall: one of each kind first, the others when it works, none after a failure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from common.releases.order import is_at_least
from contracts.codec.message import replace
from contracts.queue.queues_view import DeviceNow
from contracts.releases import DeviceUpdate
from contracts.words.releases import ReleaseProblem, ReleaseState
from hall.calendar.facts import DeviceUpdated
from hall.kernel.ids import DeviceId
from hall.kernel.ports import RecordsFacts
from hall.people.model.identity_ports import HasIdentities

FIRST_ASKS_WITHIN = timedelta(days=1)
"""The first device keeps its turn this long without a word; then another one may be the first."""
_ENDS = frozenset({ReleaseState.UPDATED, ReleaseState.FAILED})
"""What a device says again at each run."""


class GiveReleaseWork(HasIdentities, RecordsFacts, Protocol):
    """What giving a release to devices reads and writes."""


def why_not_given(
    device: DeviceNow, devices: Sequence[DeviceNow], version: str, now: datetime
) -> ReleaseProblem | None:  # fmt: skip
    """Return why a device may not have a version yet, None where it may.

    `devices` are all of the hall. A device has shown that the version works when it has said so after its trial, or
    runs it without an update that is under way.
    """
    updates = {one.device: _update_to(version, one) for one in devices}
    if any(update is not None and update.state is ReleaseState.FAILED for update in updates.values()):
        return ReleaseProblem.FAILED_ELSEWHERE
    peers = [one for one in devices if one.kind == device.kind and one.device != device.device]
    if any(_works_on(one, version) for one in peers):
        return None
    others = [update for one in peers if (update := updates[one.device]) is not None]
    if any(_is_under_way(one) and now - one.at < FIRST_ASKS_WITHIN for one in others):
        return ReleaseProblem.FIRST_DEVICE
    return None


def begin_update(device: DeviceNow, version: str, now: datetime, *, work: GiveReleaseWork) -> None:
    """Note that a device has its turn for a version; nothing where it has it already and said a word lately."""
    known = _update_to(version, device)
    if known is None:
        note_update(device, DeviceUpdate(version, ReleaseState.WAITING, now), work=work)


def concerns(device: DeviceNow, told: DeviceUpdate, running: str | None) -> bool:
    """Return whether a result is of the device's own update, or says that the version it runs is in place."""
    if device.update is not None and device.update.version == told.version:
        return True
    return told.state is ReleaseState.UPDATED and running is not None and running.partition("+")[0] == told.version


def note_update(device: DeviceNow, told: DeviceUpdate, *, work: GiveReleaseWork) -> None:
    """Store how far a device's update is, with a fact where it went on; nothing for a version before the newest.

    `told.at` is the hall's instant: a device whose clock is wrong keeps its turn no longer and no shorter than others.
    An end that is said again keeps the instant at which it was first said.
    """
    known = device.update
    if known is not None and not is_at_least(told.version, known.version):
        return
    if known is not None and told.state in _ENDS and replace(told, at=known.at) == known:
        return
    work.identities.note_update(device.device, told)
    if known is None or (known.version, known.state, known.code) != (told.version, told.state, told.code):
        work.record(DeviceUpdated(DeviceId(device.device), told.version, told.state, told.code))


def _is_under_way(update: DeviceUpdate) -> bool:
    """Return whether a device is at it, or done and not heard yet; one that cannot download it holds nobody up."""
    if update.state is ReleaseState.WAITING:
        return not update.code
    return update.state in {ReleaseState.DOWNLOADED, ReleaseState.UPDATED}


def _works_on(device: DeviceNow, version: str) -> bool:
    update = _update_to(version, device)
    return is_at_least(device.version, version) and (update is None or update.state is ReleaseState.UPDATED)


def _update_to(version: str, device: DeviceNow) -> DeviceUpdate | None:
    return device.update if device.update is not None and device.update.version == version else None
