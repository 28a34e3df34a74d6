"""Arrangements go over the wire and come back the same."""

from __future__ import annotations

from datetime import UTC, datetime

from contracts.codec.reader import from_json, to_json
from contracts.day.arrangements import ArrangementsView, ArrangementView, NoticeRequest, ServicesRequest
from contracts.words.hall import ArrangementKind

VIEW = ArrangementView(
    "a1", ArrangementKind.COUNTER_RESERVED, "head", datetime(2026, 11, 24, 6, 0, tzinfo=UTC), None, 3, None, ("L",), {}
)


def test_each_comes_back_as_it_went():
    for value in (ArrangementsView((VIEW,)), ServicesRequest(("L", "H")), NoticeRequest({"en": "Please wait"})):
        assert from_json(type(value), to_json(value)) == value
