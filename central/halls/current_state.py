"""The current state of each hall: its newest report, while it is fresh, and whether the hall is connected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, Row, func, select

from central.halls import hall_copies, inbox
from central.store.tables.halls import hall, live, quarantine
from contracts.centre.inbox_items import RefusedItem
from contracts.centre.sync_api import DeviceBeat, Heartbeat, LiveAlert, LiveFigures, LiveService
from contracts.codec.reader import from_json
from contracts.day.closures import ClosingNow
from contracts.words.site_kinds import is_desk

FRESH = timedelta(minutes=2)
"""A hall whose last word is older counts as silent, and its live figures are not shown."""
BEHIND_S = 3600
"""A hall whose oldest unsent record is older is behind."""
TARGET_S = 900
"""What a service aims at whose hall does not say."""
SKEW_MS = 60_000
"""A clock that is off by more needs somebody."""
INBOX_WAIT = timedelta(minutes=5)
"""A hall in contact takes its inbox within a minute; an older item is stuck."""
SITE_KIND = live.c.body["site_kind"].as_string().label("site_kind")
"""What kind of site a hall says it is: one word of its live figures, for who needs no more of them."""
LEVELS = ("calm", "busy", "over", "closed", "silent")


@dataclass(frozen=True)
class HallNow:
    """One hall now; what only fresh figures can tell is None while it is silent."""

    hall: str
    names: dict[str, str]
    governorate: str
    site_kind: str
    level: str
    """calm: nobody waits longer than his service aims at; busy: up to twice that; over; closed; silent."""
    state: str
    hours: dict[str, str]
    waiting: int | None
    longest_wait_s: int | None
    counters_open: int | None
    counters: int | None
    services: tuple[LiveService, ...]
    alerts: tuple[LiveAlert, ...]
    last_contact_at: datetime | None
    unsent: int | None
    oldest_unsent_s: int | None
    app: str | None
    skew_ms: int | None
    quarantined: int
    devices: tuple[DeviceBeat, ...] = ()
    """As the last heartbeat told them."""
    versions: dict[str, str] = field(default_factory=dict)
    disk_free_mb: int | None = None
    on_public_page: bool = False
    """Whether the public page names it: only where the hall itself has said so."""
    closing: ClosingNow | None = None
    """The sudden closure that holds in the hall."""
    bookings: dict[str, int] = field(default_factory=dict)
    """Bookings by service day, of today and the next two weeks."""
    refused: tuple[RefusedItem, ...] = ()
    """Items of its inbox that the hall could not take."""
    inbox: inbox.Waiting | None = None
    """Items of its inbox that the hall has not taken yet, None where it has all."""
    inbox_problem: str = ""
    """Why the hall takes nothing of its inbox, in its own words."""
    copy_received_at: datetime | None = None
    """When the newest sealed copy of its database came, None where it sends none."""
    inbox_stuck: bool = False
    """Whether the oldest of these waits too long, though the hall is in contact."""

    def service_name(self, code: str, language: str) -> str:
        """Return a service's name in a language, else its code."""
        return next((one.names.get(language, code) for one in self.services if one.service == code), code)

    @property
    def is_desk(self) -> bool:
        """Return whether nobody walks in: a call centre or a social desk."""
        return is_desk(self.site_kind)

    @property
    def troubles(self) -> tuple[str, ...]:
        """What somebody must look after here, by name.

        `inbox_stuck`: items do not reach the hall; `inbox`: it refused some.
        """
        found = {
            "silent": self.level == "silent",
            "behind": (self.oldest_unsent_s or 0) > BEHIND_S,
            "clock": abs(self.skew_ms or 0) > SKEW_MS,
            "quarantine": self.quarantined > 0,
            "inbox_stuck": self.inbox_stuck or bool(self.inbox_problem),
            "inbox": bool(self.refused),
            "devices": any(one.silent or one.state == "failed" for one in self.devices),
        }
        return tuple(name for name, is_so in found.items() if is_so)


def halls_now(engine: Engine, *, now: datetime) -> Sequence[HallNow]:
    """Return all known halls, by name in addresses."""
    bad = (
        select(quarantine.c.hall, func.count().label("open"))
        .where(quarantine.c.resolved_at.is_(None))
        .group_by(quarantine.c.hall)
    )
    with engine.connect().execution_options(read_only=True) as connection:
        halls = connection.execute(select(hall).order_by(hall.c.hall)).all()
        told = {row.hall: row.body for row in connection.execute(select(live))}
        quarantined = {row.hall: row.open for row in connection.execute(bad)}
    waits, copies = inbox.waiting(engine), hall_copies.received(engine)
    return [
        replace(
            _hall_now(row, told.get(row.hall), quarantined.get(row.hall, 0), waits.get(row.hall), now),
            copy_received_at=copies.get(row.hall),
        )
        for row in halls
    ]


def desk_sites(engine: Engine) -> frozenset[str]:
    """Return the sites that nobody walks into, by name in addresses: they are ranked beside no hall."""
    with engine.connect().execution_options(read_only=True) as connection:
        told = connection.execute(select(live.c.hall, SITE_KIND)).all()
    return frozenset(row.hall for row in told if is_desk(row.site_kind or ""))


def _hall_now(
    row: Row[Any],
    body: Any,  # noqa: ANN401 - JSON as stored
    quarantined: int,
    waits: inbox.Waiting | None,
    now: datetime,
) -> HallNow:
    figures = from_json(LiveFigures, body) if body else None
    beat = from_json(Heartbeat, row.beat) if row.beat else None
    fresh = figures is not None and row.last_contact_at is not None and now - row.last_contact_at < FRESH
    shown = figures if fresh else None
    return HallNow(
        hall=row.hall,
        names=row.names,
        governorate=figures.governorate if figures else "",
        site_kind=figures.site_kind if figures else "",
        level=_level(shown),
        state=shown.state if shown else "",
        hours=figures.hours if figures else {},
        waiting=sum(one.waiting for one in shown.services) if shown else None,
        longest_wait_s=max((one.longest_wait_s for one in shown.services), default=0) if shown else None,
        counters_open=shown.counters_open if shown else None,
        counters=shown.counters if shown else None,
        services=figures.services if figures else (),
        alerts=shown.alerts if shown else (),
        last_contact_at=row.last_contact_at,
        unsent=row.unsent,
        oldest_unsent_s=row.oldest_unsent_s,
        app=row.app,
        skew_ms=row.skew_ms,
        quarantined=quarantined,
        devices=beat.devices if beat else (),
        versions=beat.versions if beat else {},
        disk_free_mb=beat.disk_free_mb if beat else None,
        on_public_page=figures is not None and figures.on_public_page,
        closing=shown.closing if shown else None,
        bookings=figures.bookings if figures else {},
        refused=beat.refused if beat else (),
        inbox=waits,
        inbox_problem=beat.inbox_problem if beat else "",
        inbox_stuck=waits is not None and shown is not None and now - waits.since > INBOX_WAIT,
    )


def _level(figures: LiveFigures | None) -> str:
    if figures is None:
        return "silent"
    strain = max((one.longest_wait_s / (one.target_s or TARGET_S) for one in figures.services), default=0.0)
    if figures.state in {"closed", "not_yet", "over"} and not any(one.waiting for one in figures.services):
        return "closed"
    return "calm" if strain <= 1 else "busy" if strain <= 2 else "over"
