"""Which kiosk prints a paper for somebody at a counter."""

from __future__ import annotations

import pytest

from contracts.queue.queues_view import DeviceNow
from hall.queue.routes.kiosk_for_paper import best_kiosk
from tests.helpers.replacing import replace


def kiosk(name: str, state: str, kind: str = "kiosk") -> DeviceNow:
    return DeviceNow(f"id-{name}", kind, name, state, None, None, None)


@pytest.mark.parametrize(
    ("devices", "best"),
    [
        ([], None),
        ([kiosk("a", "failed"), kiosk("b", "ok", "board")], None),
        ([kiosk("b", "ok"), kiosk("a", "degraded"), kiosk("c", "ok")], "b"),
        ([kiosk("b", "degraded"), kiosk("a", "failed")], "b"),
        ([replace(kiosk("a", "ok"), silent=True), kiosk("b", "degraded")], "b"),
    ],
)
def test_the_kiosk_in_order_prints_before_the_one_in_trouble(devices: list[DeviceNow], best: str | None) -> None:
    found = best_kiosk(devices)
    assert (found.name if found else None) == best
