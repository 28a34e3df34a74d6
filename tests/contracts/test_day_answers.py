"""Who is left goes over the wire and comes back the same."""

from __future__ import annotations

from datetime import UTC, date, datetime

from contracts.codec import from_json, to_json
from contracts.day_answers import LeftView, LeftVisit
from contracts.hall_words import VisitState

LEFT = LeftVisit("v1", "A001", "A", VisitState.PARKED, 3, datetime(2026, 11, 24, 6, tzinfo=UTC))


def test_it_comes_back_as_it_went():
    view = LeftView(date(2026, 11, 24), (LEFT,))
    assert from_json(LeftView, to_json(view)) == view
