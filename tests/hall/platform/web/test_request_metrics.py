"""Counts and histogram of requests."""

from __future__ import annotations

from hall.platform.web.request_metrics import BUCKETS_S, Meters


def test_requests_are_counted_by_route_and_status() -> None:
    meters = Meters()
    for status, seconds in [(201, 0.002), (201, 0.004), (409, 3.0)]:
        meters.count("POST", "/visits", status, seconds)
    assert meters.requests["POST", "/visits", 201] == 2
    assert meters.requests["POST", "/visits", 409] == 1
    assert round(meters.seconds["POST", "/visits"], 3) == 3.006


def test_the_histogram_is_cumulative_and_ends_with_all() -> None:
    meters = Meters()
    for seconds in (0.001, 0.002, 0.004, 3.0):
        meters.count("GET", "/board", 200, seconds)
    rows = meters.cumulative(("GET", "/board"))
    assert rows[:3] == [("0.001", 1), ("0.0025", 2), ("0.005", 3)]
    assert rows[-1] == ("+Inf", 4)
    assert len(rows) == len(BUCKETS_S) + 1
