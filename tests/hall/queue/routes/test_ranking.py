"""Groups, why one was next, and head starts, over HTTP."""

from __future__ import annotations

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

UNKNOWN = "01a21000-8800-7438-96ab-ab4dab87baef"


def test_a_group_goes_to_one_counter(hall: RunningHall, agent: str) -> None:
    first, other, second = (hall.issue()["visit"] for _ in range(3))
    refused(hall.post("/visits/group", "reception", {"visits": [first]}), "group_size", 422)
    refused(hall.post("/visits/group", "reception", {"visits": [first, UNKNOWN]}), "visit_unknown", 404)
    refused(hall.post("/visits/group", "reception", {"visits": [first] * 51}), "field_invalid", 422)
    members = good(hall.post("/visits/group", "reception", {"visits": [first, second]}))
    assert len({visit["group"] for visit in members}) == 1
    maryam = hall.sign_in(2, "maryam", "802946")
    assert good(hall.post("/counters/1/call-next", agent))["visit"] == first
    refused(hall.post("/visits/group", "reception", {"visits": [first, other]}), "not_waiting", 409)
    assert good(hall.post("/counters/2/call-next", maryam))["visit"] == other
    good(hall.post("/counters/1/no-show", agent))
    assert good(hall.post("/counters/1/call-next", agent))["visit"] == second


def test_why_a_visitor_was_next_is_one_sentence_in_both_languages(hall: RunningHall, agent: str) -> None:
    visit = hall.issue(priority=True)["visit"]
    hall.issue()
    assert good(hall.get(f"/visits/{visit}/why", agent))["why"] == {}
    called = good(hall.post("/counters/1/call-next", agent))
    told = good(hall.get(f"/visits/{visit}/why", "auditor"))
    assert told["word"] == "longest_wait"
    assert told["why"] == called["why"]
    assert "priority" in told["why"]["en"]
    assert "الأولوية" in told["why"]["ar"]
    assert good(hall.get(f"/visits/{visit}", "kiosk"))["why"] is None
    refused(hall.get(f"/visits/{UNKNOWN}/why", agent), "visit_unknown", 404)


def test_the_hall_head_changes_a_head_start(hall: RunningHall) -> None:
    assert good(hall.get("/lanes", "head"))["head_starts_min"]["priority"] == 20
    refused(hall.post("/lanes/fast/head-start", "head", {"minutes": 5}), "lane_unknown", 404)
    refused(hall.post("/lanes/priority/head-start", "head", {"minutes": 241}), "field_invalid", 422)
    assert good(hall.post("/lanes/priority/head-start", "head", {"minutes": 5}))["head_starts_min"]["priority"] == 5
    assert good(hall.get("/lanes", "analyst")) == {
        "head_starts_min": {"standard": 0, "priority": 5, "premium": 0, "appointment": 15, "returning": 0}, "turns": {},
    }  # fmt: skip
