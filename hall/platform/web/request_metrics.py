"""Counts and times of requests since the start, kept as plain numbers so that counting costs nothing to speak of."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

BUCKETS_S = (0.001, 0.0025, 0.005, 0.01, 0.02, 0.04, 0.1, 0.25, 1.0)
Route = tuple[str, str]


class Meters:
    """Requests by (method, path template) and status, and how long each route took."""

    def __init__(self) -> None:
        self.requests: Counter[tuple[str, str, int]] = Counter()
        self.seconds: dict[Route, float] = {}
        self._buckets: dict[Route, list[int]] = {}

    def count(self, method: str, path: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        route = (method, path)
        self.requests[method, path, status] += 1
        self.seconds[route] = self.seconds.get(route, 0.0) + seconds
        buckets = self._buckets.setdefault(route, [0] * (len(BUCKETS_S) + 1))
        buckets[bisect_left(BUCKETS_S, seconds)] += 1

    def cumulative(self, route: Route) -> list[tuple[str, int]]:
        """Return the route's histogram as Prometheus wants it: the count for each upper bound, `+Inf` last."""
        total = 0
        rows = []
        for edge, count in zip((*map(str, BUCKETS_S), "+Inf"), self._buckets[route], strict=True):
            total += count
            rows.append((edge, total))
        return rows
