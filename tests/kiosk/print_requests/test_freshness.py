"""A wish for paper counts at the device that it names, and while its visitor is there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from contracts.live import FactMessage
from kiosk.print_requests.freshness import FRESH, asked_now

TEN = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
WISH = FactMessage(1, "ticket_asked", TEN, TEN.date(), detail={"at_device": "k1"})


@pytest.mark.parametrize(
    ("kind", "device", "late", "mine"),
    [
        ("ticket_asked", "k1", timedelta(0), True),
        ("ticket_asked", "k1", FRESH, True),
        ("ticket_asked", "k1", FRESH + timedelta(seconds=1), False),
        ("ticket_asked", "k2", timedelta(0), False),
        ("receipt_asked", "k1", timedelta(0), False),
    ],
)
def test_only_a_fresh_wish_of_this_kind_for_this_device_counts(kind, device, late, mine) -> None:
    assert asked_now(WISH, kind, device, TEN + late) is mine
