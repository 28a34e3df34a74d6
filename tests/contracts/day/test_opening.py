"""The check goes over the wire and comes back the same."""

from __future__ import annotations

from datetime import UTC, datetime

from contracts.codec.reader import from_json, to_json
from contracts.day.opening import EndOpeningRequest, OpeningStep, OpeningView, StepState

VIEW = OpeningView(
    "c1", "noor", datetime(2026, 11, 24, 3, tzinfo=UTC), None, (OpeningStep("kiosk", "k1", "Entrance", StepState.OK),)
)


def test_it_comes_back_as_it_went():
    for value in (VIEW, EndOpeningRequest("c1", ("board:b1", "clock:"))):
        assert from_json(type(value), to_json(value)) == value
