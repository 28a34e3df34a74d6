"""Count wrong PINs by agent, over all counters, and by the device or person that sends them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from contracts.queue.queues_view import LockedPin
from hall.kernel.moment import Moment
from hall.people.model.pin_tries_ports import PinTriesStore
from hall.people.model.wrong_pins import AGENT_TRIES, DEVICE_TRIES, PinTries

AGENT, DEVICE, STAFF = "agent", "device", "staff"
ALERT_AT = 2
"""The lock in a row at which the hall head gets an alert."""
NAME_LENGTH = 100


@dataclass(frozen=True)
class PinTry:
    """Somebody types a PIN: for which agent (None: nobody of that name is known), and at what."""

    agent: str | None
    sender: str
    """The subject of the device or the person, as `subject_of` gives it."""

    def limits(self) -> Mapping[str, int]:
        """Return the subjects for which the try counts, each with its limit."""
        own = {} if self.agent is None else {subject_of(AGENT, self.agent): AGENT_TRIES}
        return {**own, self.sender: DEVICE_TRIES}


def subject_of(kind: str, name: str) -> str:
    """Return the name under which the tries of an agent, a device or a person are kept."""
    return f"{kind}:{name[:NAME_LENGTH]}"


def wait_for_try(tried: PinTry, store: PinTriesStore, now: Moment) -> int:
    """Return for how many seconds the try is not heard, 0 when it is; a try that is not heard does not count."""
    return max(store.of(subject).wait_s(now.at) for subject in tried.limits())


def begin_try(tried: PinTry, store: PinTriesStore, now: Moment) -> bool:
    """Count a try and say whether it locks a subject, unless it proves right."""
    locks = False
    for subject, limit in tried.limits().items():
        counted = store.of(subject).with_try(limit, now.at)
        store.keep(subject, counted)
        locks = locks or counted.locked_until is not None
    return locks


def right_try(tried: PinTry, store: PinTriesStore, *, begun_at: datetime, before: datetime | None) -> None:
    """Forget the agent's wrong PINs after a right one; the device keeps those typed for other agents.

    `begun_at` is when this try was counted, `before` when the device's try before it was.
    """
    if tried.agent is not None:
        store.forget(subject_of(AGENT, tried.agent))
    left = store.of(tried.sender).without_try(begun_at, before)
    if left.wrong or left.locks:
        store.keep(tried.sender, left)
    else:
        store.forget(tried.sender)


def locked_pins(store: PinTriesStore, now: Moment) -> tuple[LockedPin, ...]:
    """Return the locks of which the hall head must know: from the second in a row on, until they are forgotten."""
    kept = sorted(store.locked().items())
    return tuple(
        _locked_pin(subject, tries)
        for subject, tries in kept
        if tries.locks >= ALERT_AT and not tries.is_forgotten(now.at)
    )


def _locked_pin(subject: str, tries: PinTries) -> LockedPin:
    kind, _, name = subject.partition(":")
    agent, device = (name if kind == AGENT else None), (name if kind == DEVICE else None)
    return LockedPin(
        subject, tries.locks, tries.locked_until, agent, device, None if agent or device else name.partition("/")[2]
    )
