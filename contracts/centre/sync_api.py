"""Requests and answers between a hall and the centre, base `/v1`; docs/sync.md tells the protocol."""

from __future__ import annotations

from datetime import datetime

from msgspec import field

from contracts.centre.inbox_items import RefusedItem
from contracts.centre.people_list import HallPerson
from contracts.codec.message import Message
from contracts.day.closures import ClosingNow
from contracts.releases import DeviceUpdate

SCHEMA = 1
"""The newest schema of batches that this code writes and reads."""

MAX_RECORDS = 1000
"""Entries in one batch, at most."""

MAX_COMPRESSED_BYTES = 1024 * 1024
"""A request body as it travels, at most."""

MAX_DECODED_BYTES = 8 * 1024 * 1024
"""A request body after decompression, at most."""

CODINGS = ("zstd", "gzip")
"""How a batch may be packed, the best first; `GET /v1/meta` tells which of them a centre reads (gzip always)."""


class QuarantinedEntry(Message, frozen=True):
    """An entry the centre could not read: kept there with the reason, and counted as delivered."""

    seq: int
    reason: str


class BatchAnswer(Message, frozen=True):
    """Answer 200 to a batch. Only when `batch` and `digest` are ours and `acked_seq` ≥ our last is it delivered."""

    batch: str
    digest: str
    acked_seq: int
    replayed: bool
    quarantined: tuple[QuarantinedEntry, ...] = ()
    skew_ms: int | None = None


class EnrolRequest(Message, frozen=True):
    """POST /v1/enrol: spend a pairing code (8 characters, one use, ten minutes)."""

    code: str
    app: str = ""


class Enrolled(Message, frozen=True):
    """Answer 201 of /v1/enrol: which hall this is, its token and its key for settings, told this once."""

    hall: str
    token: str
    settings_key: str = ""


class LiveService(Message, frozen=True):
    """One service now; `names` by language tag."""

    service: str
    waiting: int
    longest_wait_s: int
    names: dict[str, str] = field(default_factory=dict)
    target_s: int | None = None
    """The waiting time it aims at."""
    low_s: int | None = None
    """What the next to join may expect, from `low_s` to `high_s`; None while nothing honest can be said."""
    high_s: int | None = None
    open: bool = True
    """Whether tickets for it are given now."""


class LiveAlert(Message, frozen=True):
    """Something that somebody in the hall must act on, by its kind, and what it is about."""

    kind: str
    service: str | None = None
    device: str | None = None


class LiveFigures(Message, frozen=True):
    """PUT /v1/halls/{hall}/live: the hall now. Last write wins; dropped while the centre is away."""

    at: datetime
    services: tuple[LiveService, ...] = ()
    counters_open: int = 0
    names: dict[str, str] = field(default_factory=dict)
    counters: int | None = None
    governorate: str = ""
    site_kind: str = ""
    state: str = ""
    """Whether tickets are given: open, not_yet, over, closed or doubtful."""
    hours: dict[str, str] = field(default_factory=dict)
    """Today's five times as local HH:MM by name; empty on a closed day."""
    alerts: tuple[LiveAlert, ...] = ()
    on_public_page: bool = True
    """Whether the public page names this hall; a premium hall says no unless its settings say yes."""
    closing: ClosingNow | None = None
    """The sudden closure that holds now."""
    bookings: dict[str, int] = field(default_factory=dict)
    """Bookings that can still be used, by service day (ISO), of today and the next two weeks."""


class DeviceBeat(Message, frozen=True):
    """One device of a hall: `state` ok, degraded or failed, `printer` and `paper` as it reported them."""

    kind: str
    name: str
    state: str
    printer: str | None = None
    paper: str | None = None
    silent: bool = False
    last_seen: datetime | None = None
    counter: int | None = None
    """The counter to which it belongs, where it belongs to one."""
    clips: int | None = None
    """How many clips a board's voices have; None where it has not told."""
    synthetic: int | None = None
    """How many of them no person has spoken."""
    version: str | None = None
    """The version of its program; None where it has not told."""
    update: DeviceUpdate | None = None
    """How far its newest update is; None where there was none."""


class Heartbeat(Message, frozen=True):
    """POST /v1/halls/{hall}/heartbeat: how the hall's outbox, machine and devices are.

    `at` is the hall's wall clock when it was sent (the centre tells the difference); `versions` by name (python,
    sqlite, os); `reasons` what the hall's own `/healthz` complains of.
    """

    unsent: int
    oldest_unsent_s: int | None = None
    app: str = ""
    sqlite: str = ""
    disk_free_mb: int | None = None
    at: datetime | None = None
    quarantined: int = 0
    versions: dict[str, str] = field(default_factory=dict)
    devices: tuple[DeviceBeat, ...] = ()
    reasons: tuple[str, ...] = ()
    refused: tuple[RefusedItem, ...] = ()
    """Items of the inbox that the hall could not take, the newest."""
    inbox_problem: str = ""
    """Why the hall takes nothing of its inbox, empty while it does."""
    people: tuple[HallPerson, ...] = ()
    """The hall's accounts, those that ended left out: as many as there is room for."""
    people_cut: bool = False
    """Whether the hall has more accounts than it tells here."""
    address: str = ""
    """Under which address browsers open the hall's pages, as far as the hall knows."""


class StreamState(Message, frozen=True):
    """One stream of a hall as the centre knows it."""

    stream: str
    start: int
    acked_seq: int
    head: str
    last_seen: datetime


class ServingElsewhere(Message, frozen=True):
    """Part of the answer to GET /v1/halls/{hall}/serving-times: one service, by its code, in the other halls.

    `mean_s` is from the call to the end, over `visits` of the last weeks in `halls` halls; few are not told.
    """

    service: str
    mean_s: int
    visits: int
    halls: int
