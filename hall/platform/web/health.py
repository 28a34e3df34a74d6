"""What a monitor may ask: is the hall taking commands, why not, and its figures for Prometheus."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Iterable, Iterator

from fastapi import APIRouter
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from starlette.responses import Response

from common.version import release
from hall.platform.live.sse import json_line
from hall.platform.refusals import RoleRefusedError
from hall.platform.security.access import Role
from hall.platform.web.call import NO_STORE, PREFIX, Call, HallRoute, documented
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.request_metrics import Meters

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["health"])
BLOCKING = frozenset({"database_away", "database_damaged"})
"""Reasons for which commands are not taken."""


@routes.get("/healthz", openapi_extra=documented())
async def healthz(call: Call) -> Response:
    """Answer 200 whenever commands are taken, with what is not well in `reasons`."""
    return health_answer(call.parts)


def health_answer(parts: Dependencies) -> Response:
    """Return the hall's health as a monitor reads it."""
    reasons = parts.health.reasons()
    well = not BLOCKING & set(reasons)
    body = json_line({"status": "ok" if well else "away", "reasons": list(reasons), "version": release()})
    return Response(body, 200 if well else 503, NO_STORE, "application/json")


@routes.get("/metrics", openapi_extra=documented())
async def metrics(call: Call) -> Response:
    """Return the figures in Prometheus' text form: to the machine itself, or to an administrator."""
    forwarded = "x-forwarded-for" in call.headers or "forwarded" in call.headers
    if forwarded or not (call.client and _is_loopback(call.client.host)):
        caller = await call.parts.security.authenticator.of_request(
            call.headers, None, call.parts.clock.now(), unsafe=False
        )
        if caller.role is not Role.ADMIN:
            raise RoleRefusedError("the figures are for the machine itself and for administrators")
    text = await asyncio.to_thread(_text, call)
    return Response(text, 200, NO_STORE, "text/plain; version=0.0.4; charset=utf-8")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _text(call: Call) -> bytes:

    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Figures(call.parts.health.meters, call.parts.hub.links))
    return generate_latest(registry)


class _Figures:
    """The hall's plain numbers as a prometheus collector."""

    def __init__(self, meters: Meters, live_links: int) -> None:
        self._meters = meters
        self._live_links = live_links

    def collect(self) -> Iterable[Metric]:
        """Yield every figure at its value of now."""
        yield from self._requests()
        yield from self._links()

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
