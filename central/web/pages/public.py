"""For the public: each hall's hours, services and wait now, as a page and as JSON; no token, no personal data."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from litestar import Response, Router, get
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Template
from msgspec import Struct
from sqlalchemy import Engine

from central.halls.current_state import HallNow, halls_now
from central.halls.governorates import GOVERNORATES
from central.web.addresses import address_of
from central.web.centre_request import CentreRequest
from central.web.dependencies import Now
from central.web.rate_limit import Shares
from central.web.rendering import AskedPage
from contracts.day.closures import ClosingNow
from web.service.openapi import refusals

PUBLIC = "dawr_public_halls"
"""Where a request's scope has what this centre's public routes share."""
KEPT = timedelta(seconds=10)
A_MINUTE = 60
CACHED = {"Cache-Control": f"public, max-age={int(KEPT.total_seconds())}"}


@dataclass(frozen=True)
class PublicService:
    """One service: whether tickets are given, how many wait, and the minutes that the next to come may expect."""

    service: str
    names: dict[str, str]
    open: bool
    waiting: int | None
    wait_from_min: int | None
    wait_to_min: int | None


@dataclass(frozen=True)
class PublicHall:
    """One hall; `state` is open, closed or unknown (it has sent nothing for two minutes)."""

    hall: str
    names: dict[str, str]
    governorate: str
    state: str
    hours: dict[str, str]
    waiting: int | None
    services: tuple[PublicService, ...]
    closing: ClosingNow | None = None
    """The sudden closure that holds now: why, until when, and words of the ministry."""


class PublicAnswer(Struct, frozen=True):
    """The halls as they were `at` an instant."""

    at: datetime
    halls: Sequence[PublicHall]


class PublicHalls:
    """The halls as the public sees them, read at most every ten seconds; and who asks too often, by address."""

    def __init__(self, engine: Engine, limit: int = A_MINUTE) -> None:
        self._engine = engine
        self._shares = Shares(limit)
        self._lock = threading.Lock()
        self._kept: PublicAnswer | None = None

    def check(self, address: str, now: datetime) -> None:
        """Raise BusyError 429 when an address asks more than its share in a minute."""
        self._shares.take(address, now)

    def read(self, now: datetime) -> PublicAnswer:
        """Return the halls, and when they were read."""
        with self._lock:
            if self._kept is None or not timedelta(0) <= now - self._kept.at < KEPT:
                found = halls_now(self._engine, now=now)
                self._kept = PublicAnswer(
                    now, [public_hall(one) for one in found if one.on_public_page and not one.is_desk]
                )
            return self._kept


def public_hall(hall: HallNow) -> PublicHall:
    """Return what the public may know of a hall."""
    known = hall.waiting is not None
    services = tuple(
        PublicService(
            service=one.service,
            names=one.names,
            open=known and one.open and hall.level != "closed",
            waiting=one.waiting if known else None,
            wait_from_min=_minutes(one.low_s) if known else None,
            wait_to_min=_minutes(one.high_s) if known else None,
        )
        for one in hall.services
    )
    state = "unknown" if not known else "closed" if hall.level == "closed" else "open"
    return PublicHall(hall.hall, hall.names, hall.governorate, state, hall.hours, hall.waiting, services, hall.closing)


def _minutes(seconds: int | None) -> int | None:
    return None if seconds is None else -(-seconds // 60)


Halls = NamedDependency[PublicHalls]


@get("/v1/public/halls", tags=["Visitors"], responses=refusals(429))
async def public_halls(request: CentreRequest, halls: Halls, now: Now) -> Response[PublicAnswer]:
    """Return each hall's hours, services and wait now; open to everybody, at most 60 times a minute."""
    halls.check(address_of(request), now)
    return Response(await sync_to_thread(halls.read, now), headers=CACHED)


@get("/public", include_in_schema=False)
async def public_page(
    request: CentreRequest, page: AskedPage, halls: Halls, now: Now, governorate: FromQuery[str] = ""
) -> Template:
    """Show the same, so that a visitor picks the quieter hall before he drives."""
    halls.check(address_of(request), now)
    found = await sync_to_thread(halls.read, now)
    shown = [one for one in found.halls if governorate in {"", one.governorate}]
    shown.sort(key=lambda one: (one.state != "open", one.waiting or 0))
    return page.template("public.html", headers=CACHED, halls=shown, governorates=GOVERNORATES, governorate=governorate)


def kept_halls(request: CentreRequest) -> PublicHalls:
    """Return what this centre's public routes share."""
    halls: PublicHalls = request.scope[PUBLIC]  # type: ignore[literal-required]  # our own entry
    return halls


def public_routes() -> Router:
    """Return the public's routes, which share what was read of the halls."""
    return Router(
        "", route_handlers=[public_halls, public_page],
        dependencies={"halls": Provide(kept_halls, sync_to_thread=False)},
    )  # fmt: skip
