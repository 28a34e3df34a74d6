"""For the public: each hall's hours, services and wait now, as a page and as JSON; no token, no personal data."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse

from central.halls.current_state import HallNow, halls_now
from central.halls.governorates import GOVERNORATES
from central.web.addresses import address_of
from central.web.context import Context
from central.web.rate_limit import Shares
from central.web.rendering import PageRenderer
from central.web.texts import DEFAULT
from contracts.codec.reader import to_json

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
    """One hall; `state` is open, closed or unknown (it has not been heard of for two minutes)."""

    hall: str
    names: dict[str, str]
    governorate: str
    state: str
    hours: dict[str, str]
    waiting: int | None
    services: tuple[PublicService, ...]


class PublicHalls:
    """The halls as the public sees them, read at most every ten seconds; and who asks too often, by address."""

    def __init__(self, context: Context, limit: int = A_MINUTE) -> None:
        self._context = context
        self._shares = Shares(limit)
        self._lock = threading.Lock()
        self._kept: tuple[datetime, Sequence[PublicHall]] | None = None

    def check(self, address: str) -> None:
        """Raise BusyError 429 when an address asks more than its share in a minute."""
        self._shares.take(address, self._context.now())

    def read(self) -> tuple[datetime, Sequence[PublicHall]]:
        """Return when the halls were read, and the halls."""
        now = self._context.now()
        with self._lock:
            if self._kept is None or not timedelta(0) <= now - self._kept[0] < KEPT:
                self._kept = (
                    now,
                    [
                        public_hall(one)
                        for one in halls_now(self._context.engine, now=now)
                        if one.on_public_page and not one.is_desk
                    ],
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
    return PublicHall(hall.hall, hall.names, hall.governorate, state, hall.hours, hall.waiting, services)


def _minutes(seconds: int | None) -> int | None:
    return None if seconds is None else -(-seconds // 60)


def add_public(routes: APIRouter, context: Context, pages: PageRenderer) -> None:
    """Add `/public` and `/v1/public/halls`."""
    halls = PublicHalls(context)

    @routes.get("/v1/public/halls")
    async def as_json(request: Request) -> Response:
        """Tell each hall's hours, services and wait now; open to everybody, at most 60 times a minute."""
        halls.check(address_of(request))
        at, found = await run_in_threadpool(halls.read)
        return JSONResponse({"at": to_json(at), "halls": to_json(list(found))}, headers=CACHED)

    @routes.get("/public", response_class=HTMLResponse, include_in_schema=False)
    async def page(request: Request, lang: str = DEFAULT, governorate: str = "") -> Response:
        """Show the same, so that a visitor picks the quieter hall before he drives."""
        halls.check(address_of(request))
        _, found = await run_in_threadpool(halls.read)
        shown = [one for one in found if governorate in {"", one.governorate}]
        shown.sort(key=lambda one: (one.state != "open", one.waiting or 0))
        content = pages.render("public.html", lang, halls=shown, governorates=GOVERNORATES, governorate=governorate)
        return HTMLResponse(content, headers=CACHED)
