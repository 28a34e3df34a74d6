"""How kiosks were used, over HTTP: what a kiosk reports, and what the figures tell."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

PATH = "/devices/self/use"


def today(hall: RunningHall) -> str:
    """Return the hall's day."""
    return str(good(hall.get("/figures", "head"))["first"])


def count(hall: RunningHall, kind: str, many: int = 1, key: str = "", **other: Any) -> dict[str, Any]:
    return {"day": today(hall), "hour": 9, "kind": kind, "key": key, "many": many, **other}


def test_the_figures_tell_what_a_kiosk_counted(hall: RunningHall) -> None:
    assert good(hall.get("/figures", "head"))["kiosks"]["total"]["to_paper_s"] is None
    counts = [
        count(hall, "started", 4), count(hall, "ticket", 2), count(hall, "refused"),
        count(hall, "abandoned", 1, "services"),
        count(hall, "language", 4, "ar"), count(hall, "help", 1, "contrast"),
        count(hall, "paper", 2), count(hall, "paper_s", 31),
    ]  # fmt: skip
    for _ in range(2):  # a repetition, whose first answer was lost
        good(hall.post(PATH, "kiosk", {"report": "r1", "counts": counts}), 204)
    told = good(hall.get("/figures", "head"))["kiosks"]
    figures = {
        "started": 4, "tickets": 2, "refused": 1, "abandoned": 1, "abandoned_share": 25.0, "to_paper_s": 15.5,
    }  # fmt: skip
    assert told["total"] == figures
    assert [(one["key"], one["figures"]) for one in told["hours"]] == [("9", figures)]
    assert [(one["key"], one["name"]) for one in told["kiosks"]] == [(hall.devices["kiosk"], "kiosk")]
    assert told["screens"] == [{"key": "services", "many": 1, "share": 100.0}]
    assert told["helps"] == [{"key": "contrast", "many": 1, "share": 25.0}]
    assert good(hall.get("/figures?service=A", "head"))["kiosks"] is None


@pytest.mark.parametrize(
    "wrong",
    [{"hour": 24}, {"many": 0}, {"key": "A047"}, {"key": "x" * 33}, {"day": "2001-01-01"}, {"kind": "person"}],
)
def test_what_is_no_counter_is_refused_whole(hall: RunningHall, wrong: dict[str, Any]) -> None:
    counts = [count(hall, "started"), count(hall, "abandoned", 1, "services") | wrong]
    refused(hall.post(PATH, "kiosk", {"report": "r1", "counts": counts}), "field_invalid", 422)
    assert good(hall.get("/figures", "head"))["kiosks"]["total"]["started"] == 0


def test_only_kiosks_report_and_each_for_itself(hall: RunningHall) -> None:
    body = {"report": "r1", "counts": [count(hall, "started")]}
    refused(hall.post(PATH, "board", body), "role_refused", 403)
    refused(hall.post("/devices/another/use", "kiosk", body), "role_refused", 403)
