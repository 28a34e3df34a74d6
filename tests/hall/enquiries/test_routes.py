"""Enquiries over HTTP: two keys, or open until confirmed."""

from __future__ import annotations

from pathlib import Path

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


def test_a_number_to_call_back_is_told_to_whoever_calls_and_gone_with_the_answer(hall: RunningHall) -> None:
    left = good(hall.post("/enquiries", "call_centre", {**SOCIAL, "question": "?", "phone": "2412 3456"}), 201)
    path = f"/enquiries/{left['number']}"
    assert left["phone"] is True
    assert "24123456" not in str(good(hall.get("/enquiries", "head")))
    assert good(hall.get(f"{path}/phone", "call_centre"))["phone"] == "+96824123456"
    refused(hall.get(f"{path}/phone", "analyst"), "role_refused", 403)
    assert good(hall.post(f"{path}/phone", "head", {"phone": "91234567"}))["phone"] is True
    assert good(hall.get(f"{path}/phone", "reception"))["phone"] == "+96891234567"
    good(hall.post(f"{path}/answer", "head", {"text": "On Sunday"}))
    assert good(hall.post(f"{path}/confirm", "head"))["phone"] is False
    refused(hall.get(f"{path}/phone", "head"), "no_phone_left", 404)


def test_the_number_itself_lies_nowhere_on_the_disk(hall: RunningHall, tmp_path: Path) -> None:
    body = {**SOCIAL, "question": "Where?", "phone": "92345678"}
    number = good(hall.post("/enquiries", "head", body, headers={"Idempotency-Key": "left-once"}), 201)["number"]
    good(hall.get(f"/enquiries/{number}/phone", "head", headers={"Idempotency-Key": "read-once"}))
    kept = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    assert kept
    assert not any(b"92345678" in one for one in kept)


@pytest.mark.parametrize("phone", ["12", "24 12", "nobody"])
def test_what_nobody_can_call_is_refused_and_the_enquiry_is_not_made(hall: RunningHall, phone: str) -> None:
    refused(hall.post("/enquiries", "head", {**SOCIAL, "question": "?", "phone": phone}), "field_invalid", 422)
    refused(hall.post("/enquiries", "head", {**SOCIAL, "phone": "91234567"}), "field_invalid", 422)
    assert good(hall.get("/enquiries", "head"))["open"] == []
