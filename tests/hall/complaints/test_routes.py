"""Complaints and suggestions over HTTP: who takes them in, who brings them to their end, who follows them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from hall.composition.bootstrap import PLACE_TRIES_A_MINUTE
from tests.helpers.hall_in_a_thread import RunningHall, good, refused

SAID = {"nature": "complaint", "text": "طال الانتظار", "service": "A"}


def test_one_goes_its_way_and_a_step_back(hall: RunningHall) -> None:
    number = good(hall.post("/complaints", "reception", SAID), 201)["number"]
    path = f"/complaints/{number}"
    refused(hall.post(f"{path}/close", "head"), "complaint_state", 409)
    refused(hall.post(f"{path}/hand-on", "head", {"to": " "}), "field_invalid", 422)
    assert good(hall.post(f"{path}/hand-on", "head", {"to": "planning"}))["handed_to"] == "planning"
    assert good(hall.post(f"{path}/undo", "head"))["state"] == "received"
    assert good(hall.post(f"{path}/answer", "head", {"text": "نافذة أخرى"}))["answered_by"] == "head"
    assert good(hall.post(f"{path}/close", "admin"))["state"] == "closed"
    view = good(hall.get("/complaints", "head"))
    assert (view["complaints"], view["answered"], view["open"], len(view["closed"])) == (1, 1, [], 1)


@pytest.mark.parametrize(
    ("role", "way"), [("reception", "reception"), ("call_centre", "reception"), ("head", "office")]
)
def test_how_it_came_follows_from_who_takes_it_in(hall: RunningHall, role: str, way: str) -> None:
    good(hall.post("/complaints", role, SAID), 201)
    assert [one["way"] for one in good(hall.get("/complaints", "head"))["open"]] == [way]


def test_an_agent_takes_one_in_and_reads_none(hall: RunningHall) -> None:
    agent = hall.sign_in()
    taken = good(hall.post("/complaints", agent, SAID), 201)
    assert set(taken) == {"number", "nature"}
    refused(hall.get("/complaints", agent), "role_refused", 403)
    assert good(hall.get("/complaints", "head"))["open"][0]["way"] == "counter"


def test_one_taken_in_for_a_visit_is_of_its_service_and_three_are_enough(hall: RunningHall) -> None:
    agent, issued = hall.sign_in(), hall.issue()
    body = {"nature": "complaint", "text": "طال الانتظار", "visit": issued["visit"]}
    for _ in range(3):
        good(hall.post("/complaints", agent, body), 201)
    assert [one["service"] for one in good(hall.get("/complaints", "head"))["open"]] == [issued["service"]] * 3
    refused(hall.post("/complaints", agent, body), "complaints_many", 409)
    refused(hall.post("/complaints", agent, body | {"visit": "nobody"}), "visit_unknown", 404)


def test_a_visitor_writes_from_his_page_and_follows_by_number(hall: RunningHall) -> None:
    issued = hall.issue()
    code = {"Visit-Code": issued["status_url"].partition("#")[2]}
    body = {"nature": "suggestion", "text": "كراسٍ أكثر"}
    number = good(hall.post("/place/complaint", None, body, headers=code), 201)["number"]
    assert good(hall.get(f"/complaints/{number}/state"))["state"] == "received"
    assert "كراسٍ" not in hall.get(f"/complaints/{number}/state").text
    open_one = good(hall.get("/complaints", "head"))["open"][0]
    assert (open_one["visit"], open_one["service"], open_one["way"]) == (issued["visit"], "A", "phone")
    refused(hall.get("/complaints/X-C26-000019/state"), "complaint_unknown", 404)
    refused(hall.post("/place/complaint", None, body, headers={"Visit-Code": "x" * 20}), "code_unknown", 404)
    for _ in range(2):
        good(hall.post("/place/complaint", None, body, headers=code), 201)
    refused(hall.post("/place/complaint", None, body, headers=code), "complaints_many", 409)


@pytest.mark.parametrize("text", ["", "  ", "x" * 1001])
def test_what_says_nothing_or_too_much_is_refused(hall: RunningHall, text: str) -> None:
    refused(hall.post("/complaints", "head", {"nature": "complaint", "text": text}), "field_invalid", 422)


def test_many_at_once_have_numbers_without_gap_and_twin(hall: RunningHall) -> None:
    with ThreadPoolExecutor(8) as threads:
        asked = [threads.submit(hall.post, "/complaints", "reception", SAID) for _ in range(16)]
        numbers = [good(one.result(), 201)["number"] for one in asked]
    running = sorted(int(one.rpartition("-")[2][:-1]) for one in numbers)
    assert running == list(range(1, 17))


@pytest.mark.parametrize("query", ["from=2026-01-01", "from=2026-02-01&to=2026-01-01"])
def test_a_span_that_is_none_is_refused(hall: RunningHall, query: str) -> None:
    refused(hall.get(f"/complaints?{query}", "head"), "field_invalid", 422)


def test_the_hall_head_reads_what_visitors_wrote_without_whose_it_is(hall: RunningHall) -> None:
    agent = hall.sign_in()
    issued = hall.issue()
    for move, body in (("call-next", {}), ("begin", {}), ("finish", {"outcome": "completed"})):
        good(hall.post(f"/counters/1/{move}", agent, body))
    code = {"Visit-Code": issued["status_url"].partition("#")[2]}
    good(hall.post("/place/survey", None, {"face": 2, "words": "طال الانتظار"}, headers=code))
    (written,) = good(hall.get("/complaints", "head"))["written"]
    assert (written["words"], written["service_names"]["en"]) == ("طال الانتظار", "Lands")
    assert set(written) == {"service_day", "service_names", "words"}


def test_who_tries_the_numbers_of_complaints_one_after_the_other_waits(hall: RunningHall) -> None:
    answers = [hall.get(f"/complaints/TEST-HALL-C26-{number:06d}/state") for number in range(PLACE_TRIES_A_MINUTE + 1)]
    refused(answers[-1], "too_many_tries", 429)
    assert all(answer.status_code == 404 for answer in answers[:-1])
