"""Let kiosks pause, so that they give no tickets, and let them go on."""

from __future__ import annotations

from typing import Protocol

from hall.calendar.facts import KiosksPaused
from hall.kernel.ports import ChangesSettings, HasSettings, RecordsFacts
from hall.kernel.refusals import AlreadySoError
from hall.people.model.identity_ports import HasIdentities


class PauseKiosksWork(ChangesSettings, HasIdentities, HasSettings, RecordsFacts, Protocol):
    """What pausing kiosks reads and writes."""


def pause_kiosks(device: str | None, by: str, *, paused: bool, work: PauseKiosksWork) -> bool:
    """Pause one kiosk, or all for None, or let it go on; return False where the hall has no such kiosk."""
    kiosks = [one.device for one in work.identities.devices() if one.kind == "kiosk"]
    if device is not None and device not in kiosks:
        return False
    meant = set(kiosks if device is None else [device])
    before = {one for one in work.settings.paused_kiosks if one in kiosks}
    after = before | meant if paused else before - meant
    if after == before:
        raise AlreadySoError("the kiosk pauses already" if paused else "the kiosk works already")
    work.change_settings({"paused_kiosks": tuple(sorted(after))}, by)
    work.record(KiosksPaused(tuple(sorted(before ^ after)), paused, by))
    return True
