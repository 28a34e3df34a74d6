"""The four axes: figures where there are any, None where nothing is recorded, never a made-up zero."""

from __future__ import annotations

from typing import Any

from central.enquiries.enquiry_figures import Enquired
from central.figures.strategic_axes import axes
from central.figures.visit_stages import HELD, TOLD
from central.requests.request_figures import Referred
from central.satisfaction.figures import Satisfaction
from figures.slices import Slice
from figures.stage_rows import StageRow

NOTHING = Satisfaction(None, None, None, None, None)


def values(found: Slice, **more: object) -> dict[str, float | None]:
    given = {
        "halls": 2, "premium_halls": None, "training": None, "enquired": {}, "requests": Referred(), "said": NOTHING,
        **more,
    }  # fmt: skip
    return {one.name: one.value for axis in axes(found, **given) for one in axis.measures}  # type: ignore[arg-type]


def test_what_is_recorded_is_shown_and_the_rest_is_none() -> None:
    whole = Slice()
    for lane in ("standard", "premium"):
        whole.add(StageRow("A", lane, "", 1, 9, True, 600, 5, 300, False), 7, 900)
    whole.sum_up()
    whole.count("outcome:completed", 3)
    whole.count("outcome:referred", 1)
    whole.count(TOLD, 4)
    whole.count(HELD, 3)
    requests = Referred(came=9, settled=4, on_time=3, decided=2, overdue=1)
    found = values(whole, premium_halls=1, training=(16, 3), requests=requests)
    assert (found["held"], found["on_time"], found["delegated"]) == (75.0, 60.0, 2)
    assert (found["came"], found["within"], found["decided"], found["served_per_hall"]) == (2, 100.0, 75.0, 1)
    assert (found["premium_visits"], found["premium_halls"]) == (1, 1)
    assert (found["training_hours"], found["trained_people"]) == (16, 3)
    for name in ("uptime", "skills", "partner_services", "survey", "complaints", "answered", "reply_time"):
        assert found[name] is None, name


def test_of_an_empty_period_no_share_is_told() -> None:
    found = values(Slice(), halls=0)
    assert (found["came"], found["decided"], found["median_s"], found["served_per_hall"]) == (0, None, None, None)
    assert (found["held"], found["on_time"], found["delegated"]) == (None, None, None)
    more: dict[str, Any] = {"enquired": {}, "requests": Referred(), "said": NOTHING}
    none = axes(Slice(), halls=0, premium_halls=None, training=None, **more)
    assert [axis.name for axis in none] == [
        "operational", "people", "financial", "satisfaction",
    ]  # fmt: skip


def test_enquiries_are_told_of_all_and_of_each_channel_by_which_any_came() -> None:
    enquired = {"hall": Enquired(10, 9, 2, 1, 7200), "email": Enquired(10, 5, 10, 5, 0), "social": Enquired()}
    found = values(Slice(), enquired=enquired)
    assert (found["answered"], found["answered_hall"], found["answered_email"]) == (70.0, 90.0, 50.0)
    assert "answered_social" not in found
    assert found["reply_time"] == 1200


def test_what_visitors_say_is_shown_as_it_is_recorded() -> None:
    found = values(Slice(), said=Satisfaction(40, 82.5, 3, 2, 7200.0))
    assert (found["survey"], found["survey_answers"]) == (82.5, 40)
    assert (found["complaints"], found["suggestions"], found["complaint_reply"]) == (3, 2, 7200.0)
