"""The hall as its staff watch it: queues, counters, devices, and tickets that did not surely come out."""

from __future__ import annotations

from datetime import datetime

from contracts.codec.message import Message
from contracts.queue.answers import WaitRange
from contracts.releases import DeviceUpdate
from contracts.settings.hall_view import DayView
from contracts.words.hall import PrintState


class ServiceQueue(Message, frozen=True):
    """One service of GET /queues; `forecast` is for the next to join."""

    service: str
    waiting: int
    longest_wait_s: int
    forecast: WaitRange | None
    counters_open: int
    served: int
    alerts: tuple[str, ...]
    quota_left: int | None = None
    """Tickets that may still be given today; None where there is no quota."""
    begins_at: str = ""
    """Local HH:MM at which counters open later today, while no counter is open for the service."""
    longest_ticket: str = ""
    """Whose wait is the longest; empty while nobody waits, and for a visitor without a ticket; told to staff only."""


class CounterNow(Message, frozen=True):
    """Who does what at a counter since when; state closed, free, called, serving or on_break."""

    counter: int
    agent: str | None
    agent_names: dict[str, str]
    state: str
    since: datetime | None
    ticket: str | None
    service: str | None
    break_reason: str | None
    break_until: datetime | None = None
    break_asked: str | None = None
    help_since: datetime | None = None
    """Since when the agent wants the hall head at the counter."""
    idle: bool = False
    """Free for two minutes and more while somebody whom its agent may call has waited for as long."""


class DeviceNow(Message, frozen=True):
    """One enrolled device as it last reported."""

    device: str
    kind: str
    name: str
    state: str
    printer: str | None
    paper: str | None
    last_seen: datetime | None
    since: datetime | None = None
    """Since when it has reported the same."""
    fault: str | None = None
    """What stops or troubles it, a word of the printer kit or of the kiosk."""
    tickets_left: int | None = None
    """An estimate; None while nobody can say, or where there is no printer."""
    silent: bool = False
    """A board or kiosk that sends no heartbeat."""
    picture_at: datetime | None = None
    """When its newest screenshot was taken (GET /devices/{id}/picture); None if there is no recent one."""
    counter: int | None = None
    """The counter to which it belongs, where it belongs to one."""
    too_often: bool = False
    """In the last ten minutes it asked for tickets or guessed codes so often that it was refused (429)."""
    clips: int | None = None
    """How many clips a board's voices have; None where it has not told."""
    synthetic: int | None = None
    """How many of them no person has spoken."""
    version: str | None = None
    """The version of its program; None where it has not told."""
    update: DeviceUpdate | None = None
    """How far its newest update is; None where there was none."""


class PaperlessTicket(Message, frozen=True):
    """A visitor in the hall whose ticket did not surely come out; `state` is that of the newest attempt."""

    visit: str
    ticket: str
    service: str
    device: str
    state: PrintState
    since: datetime


class AlertView(Message, frozen=True):
    """Something that somebody must act on; `alert` names it while it lasts, `kind` says which other fields it has."""

    alert: str
    kind: str
    service: str | None = None
    device: str | None = None
    ticket: str | None = None
    seen_by: str | None = None
    """Who has acknowledged it, first."""
    seen_at: datetime | None = None
    counter: int | None = None
    """Of help: the counter to which the hall head is called; of idle: the one that calls nobody."""
    complaint: str | None = None
    """Of complaint: its number."""
    agent: str | None = None
    """Of wrong PINs: the agent for whom they were typed."""
    name: str | None = None
    """Of wrong PINs: whose token they came with, where that is no device."""
    until: datetime | None = None
    """Of wrong PINs: until when no further one is heard, or was."""


class LockedPin(Message, frozen=True):
    """Wrong PINs locked an agent, a device or the person with a staff token, for the `locks`-th time in a row."""

    subject: str
    locks: int
    until: datetime | None
    agent: str | None
    device: str | None
    name: str | None


class QueuesView(Message, frozen=True):
    """Answer of GET /queues."""

    stream: str
    seq: int
    at: datetime
    day: DayView
    services: tuple[ServiceQueue, ...]
    counters: tuple[CounterNow, ...]
    devices: tuple[DeviceNow, ...]
    alerts: tuple[str, ...]
    parked: int
    no_shows: int
    paperless: tuple[PaperlessTicket, ...] = ()
    """Told to staff only."""
    complaints: tuple[str, ...] = ()
    """Numbers of complaints and suggestions that nobody has taken up, oldest first; told to head and admin only."""
    locked_pins: tuple[LockedPin, ...] = ()
    """From the second lock in a row on; told to staff only."""
    standing: tuple[AlertView, ...] = ()
    """All that somebody must act on, what nobody has seen first; told to staff only."""
