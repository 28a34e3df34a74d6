"""Finishing a visit over HTTP registers its requests, each with number and date."""

from __future__ import annotations

from datetime import date

from hall.kernel.request_number import is_own_number
from tests.helpers.hall_in_a_thread import RunningHall, good, refused

LAND = {"subject": "قطعة أرض سكنية", "directorate": "lands", "topic": "land_grant"}


def serving(hall: RunningHall) -> str:
    token = hall.sign_in()
    hall.issue()
    good(hall.post("/counters/1/call-next", token))
    good(hall.post("/counters/1/begin", token))
    return token


def test_a_visit_registers_one_or_more_and_each_has_number_and_date(hall: RunningHall) -> None:
    token = serving(hall)
    body = {"outcome": "request_registered", "request": LAND, "requests": [{**LAND, "external": "2026/88"}]}
    answer = good(hall.post("/counters/1/finish", token, body))
    assert answer["state"] == "finished"
    first, second = answer["requests"]
    assert is_own_number(first["number"])
    assert first["shown"] == first["number"]
    assert second["shown"] == "2026/88"
    assert date.fromisoformat(first["latest"]) > hall.clock.now().at.date()
    assert answer["receipt_at"] is None, "no kiosk has said yet that it is in order"
    (again, _) = good(hall.get("/requests", token))
    assert (again["subject"], again["counter"], again["registered_by"]) == (LAND["subject"], 1, "salim")


def test_a_refused_request_leaves_the_visit_being_served(hall: RunningHall) -> None:
    token = serving(hall)
    body = {"outcome": "request_registered", "requests": [{**LAND, "directorate": "nobody"}]}
    refused(hall.post("/counters/1/finish", token, body), "directorate_unknown", 422)
    assert good(hall.get("/counters/1", token))["current"]["state"] == "serving"
    refused(
        hall.post("/counters/1/finish", token, {"outcome": "completed", "requests": [LAND] * 11}),
        "field_invalid",
        422,
    )
    body = {"outcome": "request_registered", "request": {**LAND, "subject": " "}}
    refused(hall.post("/counters/1/finish", token, body), "field_invalid", 422)
    assert good(hall.post("/counters/1/finish", token, {"outcome": "completed"}))["requests"] == []


def test_a_number_for_the_reply_is_kept_for_each_request_and_told_to_nobody(hall: RunningHall) -> None:
    token = serving(hall)
    body = {"outcome": "request_registered", "requests": [LAND, {**LAND, "topic": "survey"}], "phone": "9123 4567"}
    refused(hall.post("/counters/1/finish", token, {**body, "phone": "123"}), "field_invalid", 422)
    refused(hall.post("/counters/1/finish", token, {"outcome": "completed", "phone": "91234567"}), "field_invalid", 422)
    answer = hall.post("/counters/1/finish", token, body)
    assert "4567" not in answer.text
    assert [one["phone"] for one in good(hall.get("/requests", token))] == [True, True]
    number = good(answer)["requests"][0]["number"]
    told = good(hall.get(f"/requests/{number}/phone", hall.tokens["head"]))
    assert (told["phone"], told["language"]) == ("+96891234567", "ar")


def test_a_number_of_the_ministry_that_no_receipt_can_print_is_refused(hall: RunningHall) -> None:
    token = serving(hall)
    body = {"outcome": "request_registered", "requests": [{**LAND, "external": "م/٢٠٢٦/٨٨"}]}
    problem = refused(hall.post("/counters/1/finish", token, body), "field_invalid", 422)
    assert [one["field"] for one in problem["fields"]] == ["requests.external"]
    body["requests"][0]["external"] = " "
    assert good(hall.post("/counters/1/finish", token, body))["requests"][0]["shown"].startswith("TEST-HALL-26-")


def test_a_lost_answer_asked_again_registers_nothing_twice(hall: RunningHall) -> None:
    token = serving(hall)
    key = {"Idempotency-Key": "f1"}
    body = {"outcome": "request_registered", "request": LAND}
    first, second = (good(hall.post("/counters/1/finish", token, body, headers=key)) for _ in range(2))
    assert first == second
    assert len(good(hall.get("/requests?list=all", token))) == 1


def test_a_finish_that_is_taken_back_and_made_anew_registers_under_the_same_numbers(
    hall: RunningHall,
) -> None:
    token = serving(hall)
    body = {"outcome": "request_registered", "request": {**LAND, "external": "2026/88"}}
    done = good(hall.post("/counters/1/finish", token, body))
    good(hall.post(f"/visits/{done['visit']}/undo", token))
    assert good(hall.get("/requests", token)) == []
    again = good(hall.post("/counters/1/finish", token, body))
    assert [one["shown"] for one in again["requests"]] == ["2026/88"]
    assert again["requests"] == done["requests"], "the visitor may hold the paper already"
    assert [one["number"] for one in good(hall.get("/requests", token))] == [again["requests"][0]["number"]]
