"""The outlook goes over the wire and comes back the same."""

from __future__ import annotations

from datetime import UTC, datetime

from contracts.codec.reader import from_json, to_json
from contracts.queue.answers import WaitRange
from contracts.waits.outlook import Advice, AdviceKind, OutlookPoint, OutlookView, ServiceOutlook

AT = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
VIEW = OutlookView(
    AT,
    (ServiceOutlook("L", 900, (OutlookPoint(AT, WaitRange(60, 300, 900)),), None),),
    (Advice(AdviceKind.MOVE_AGENT, "L", 3, "rashid", ("L", "Q"), 15, 6, 10, 14),),
)


def test_it_comes_back_as_it_went():
    assert from_json(OutlookView, to_json(VIEW)) == VIEW
