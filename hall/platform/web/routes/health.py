"""What a monitor may ask: is the hall taking commands, why not, and its figures for Prometheus."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from litestar import Response, Router, get
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric

from common.version import release
from hall.platform.refusals import RoleRefusedError
from hall.platform.security.access import Role
from hall.platform.web.dependencies import Dependencies, Health
from hall.platform.web.request import HallRequest

BLOCKING = frozenset({"database_away", "database_damaged"})
"""Reasons for which commands are not taken."""


@dataclass(frozen=True)
class HealthView:
    """Whether commands are taken, and what is not well, as stable words."""

    status: str
    reasons: tuple[str, ...]
    version: str


@get("/healthz")
async def show_health(request: HallRequest) -> Response[HealthView]:
    """Answer 200 whenever commands are taken, with what is not well in `reasons`."""
    return health_answer(request.parts)


def health_answer(parts: Dependencies) -> Response[HealthView]:
    """Return the hall's health as a monitor reads it."""
    reasons = parts.health.reasons()
    well = not BLOCKING & set(reasons)
    return Response(
        HealthView("ok" if well else "away", reasons, release()),
        status_code=200 if well else 503,
        headers={"Cache-Control": "no-store"},
        media_type="application/json",
    )


@get("/metrics", media_type="text/plain; version=0.0.4")
async def show_metrics(request: HallRequest) -> bytes:
    """Return the figures in Prometheus' text form: to the machine itself, or to an administrator."""
    forwarded = "x-forwarded-for" in request.headers or "forwarded" in request.headers
    if forwarded or not (request.client and _is_loopback(request.client.host)):
        caller = await request.parts.security.authenticator.of_request(
            request.headers, None, request.parts.clock.now(), unsafe=False
        )
        if caller.role is not Role.ADMIN:
            raise RoleRefusedError("the figures are for the machine itself and for administrators")
    return await asyncio.to_thread(_text, request)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _text(request: HallRequest) -> bytes:

    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Figures(request.parts.health, request.parts.hub.links))
    return generate_latest(registry)


class _Figures:
    """The hall's plain numbers as a prometheus collector."""

    def __init__(self, health: Health, live_links: int) -> None:
        self._meters = health.meters
        self._of_the_hall = health.figures
        self._live_links = live_links

    def collect(self) -> Iterable[Metric]:
        """Yield every figure at its value of now."""
        yield from self._requests()
        yield from self._links()
        yield from self._of_the_hall()

    def _requests(self) -> Iterator[Metric]:

        counts = CounterMetricFamily("dawr_requests", "Answered requests.", labels=["method", "path", "status"])
        for (method, path, status), count in sorted(self._meters.requests.items()):
            counts.add_metric([method, path, str(status)], count)
        yield counts
        times = HistogramMetricFamily("dawr_request_seconds", "Time to the answer.", labels=["method", "path"])
        for route, seconds in sorted(self._meters.seconds.items()):
            times.add_metric(list(route), self._meters.cumulative(route), seconds)
        yield times

    def _links(self) -> Iterator[Metric]:

        yield GaugeMetricFamily("dawr_live_links", "Open live links.", value=self._live_links)


routes = Router("/", route_handlers=[show_health, show_metrics], tags=["health"])
