"""The four axes: figures where there are any, None where nothing is recorded, never a made-up zero."""

from __future__ import annotations

from datetime import date

from central.axes import axes
from dashboard.figures_view import Asked
from dashboard.slices import Slice
from dashboard.slices_view import PeriodSlices
from dashboard.stage_rows import StageRow

ASKED = Asked("month", date(2026, 11, 24))


def values(found: PeriodSlices, **more: object) -> dict[str, float | None]:
    given = {"halls": 2, "premium_halls": None, "training": None, **more}
    return {one.name: one.value for axis in axes(ASKED, found, **given) for one in axis.measures}  # type: ignore[arg-type]


def test_what_is_recorded_is_shown_and_the_rest_is_none() -> None:
    whole = Slice()
    for lane in ("standard", "premium"):
        whole.add(StageRow("A", lane, "", 1, 9, True, 600.0, 5.0, 300.0, False), 7, 900)
    whole.sum_up()
    whole.count("outcome:completed", 3)
    whole.count("outcome:referred", 1)
    found = values(PeriodSlices(whole), premium_halls=1, training=(16, 3))
    assert (found["came"], found["within"], found["decided"], found["served_per_hall"]) == (2, 100.0, 75.0, 1)
    assert (found["premium_visits"], found["premium_halls"]) == (1, 1)
    assert (found["training_hours"], found["trained_people"]) == (16, 3)
    for name in ("delegated", "uptime", "skills", "partner_services", "survey", "complaints", "answered", "reply_time"):
        assert found[name] is None, name


def test_of_an_empty_period_no_share_is_told() -> None:
    found = values(PeriodSlices(), halls=0)
    assert (found["came"], found["decided"], found["median_s"], found["served_per_hall"]) == (0, None, None, None)
    assert [axis.name for axis in axes(ASKED, PeriodSlices(), halls=0, premium_halls=None, training=None)] == [
        "operational", "people", "financial", "satisfaction",
    ]  # fmt: skip
