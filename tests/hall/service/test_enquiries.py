"""Enquiries over HTTP: two keys, or open until confirmed."""

from __future__ import annotations

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

SOCIAL = {"topic": "survey", "channel": "social"}


def test_two_keys_count_one(hall: RunningHall) -> None:
    assert good(hall.post("/enquiries", "call_centre", SOCIAL), 201)["state"] == "confirmed"
    told = good(hall.get("/enquiries", "analyst"))
    assert [(one["topic"], one["channel"], one["many"]) for one in told["counts"]] == [("survey", "social", 1)]
    refused(hall.post("/enquiries", "head", {**SOCIAL, "topic": "weather"}), "topic_unknown", 422)


def test_an_open_one_goes_its_way(hall: RunningHall) -> None:
    number = good(hall.post("/enquiries", "reception", {**SOCIAL, "question": "Where is my plan?"}), 201)["number"]
    refused(hall.post(f"/enquiries/{number}/confirm", "head"), "enquiry_state", 409)
    refused(hall.post(f"/enquiries/{number}/hand-on", "head", {"to": " "}), "field_invalid", 422)
    assert good(hall.post(f"/enquiries/{number}/hand-on", "head", {"to": "planning"}))["state"] == "handed_on"
    refused(hall.post(f"/enquiries/{number}/answer", "head", {"text": ""}), "field_invalid", 422)
    assert good(hall.post(f"/enquiries/{number}/answer", "call_centre", {"text": "On Sunday"}))["answer"] == "On Sunday"
    assert good(hall.post(f"/enquiries/{number}/confirm", "reception"))["state"] == "confirmed"
    assert good(hall.get("/enquiries", "head"))["open"] == []


@pytest.mark.parametrize(("number", "code", "status"), [("9", "enquiry_unknown", 404), ("x", "field_invalid", 422)])
def test_one_that_is_not_there_is_said_so(hall: RunningHall, number: str, code: str, status: int) -> None:
    refused(hall.post(f"/enquiries/{number}/confirm", "head"), code, status)


@pytest.mark.parametrize("query", ["from=2026-01-01", "from=2026-02-01&to=2026-01-01"])
def test_a_span_that_is_none_is_refused(hall: RunningHall, query: str) -> None:
    refused(hall.get(f"/enquiries?{query}", "head"), "field_invalid", 422)
