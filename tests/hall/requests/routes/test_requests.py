"""Requests over HTTP: from the platform to the reply, and who may see what."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from contracts.codec.reader import from_json
from contracts.requests.answers import RequestStatus
from hall.kernel.request_number import request_number
from hall.platform.security.access import Caller, Role
from hall.requests.routes import requests
from hall.requests.routes.requests import REQUESTS_ELSEWHERE, own_directorate
from tests.helpers.hall_in_a_thread import RunningHall, good, refused
from tests.helpers.replacing import replace

SENT = {"subject": "a plot", "directorate": "lands", "topic": "land_grant", "source": "platform", "external": "P-1"}


def take_in(hall: RunningHall, role: str = "intake", **more: Any) -> dict[str, Any]:
    answer: dict[str, Any] = good(hall.post("/requests", role, {**SENT, **more}), 201)
    return answer


def directorate(hall: RunningHall, name: str = "lands/salim") -> str:
    return hall.hall.staff_token(Role.DIRECTORATE, name)


def test_what_the_platform_sends_runs_on_the_same_line_and_clock(hall: RunningHall) -> None:
    first = take_in(hall)
    assert take_in(hall) == first, "sent twice"
    letter = take_in(hall, "reception", source="email", external=None)
    assert int(letter["number"][-6:-1]) == int(first["number"][-6:-1]) + 1
    assert letter["latest"] == first["latest"]
    refused(hall.post("/requests", "intake", {**SENT, "external": "P-2", "source": "email"}), "field_invalid", 422)
    refused(hall.post("/requests", "head", {**SENT, "source": "hall"}), "field_invalid", 422)
    refused(hall.post("/requests", "head", {**SENT, "subject": "another"}), "external_taken", 409)


def test_a_request_is_referred_replied_to_and_followed_up_by_number(hall: RunningHall) -> None:
    number = take_in(hall)["number"]
    token = directorate(hall)
    refused(hall.post(f"/requests/{number}/reply", token, {"text": "yes"}), "request_state", 409)
    assert good(hall.post(f"/requests/{number}/refer", "head"))["state"] == "referred"
    (mine,) = good(hall.get("/requests?list=with_directorate", token))
    assert mine["number"] == number
    assert good(hall.post(f"/requests/{number}/reply", token, {"text": "Come on Sunday"}))["reply"]
    status = good(hall.get(f"/requests/{number.lower()}", "reception"))
    assert (status["state"], status["reply"], status["from_centre"]) == ("replied", "Come on Sunday", False)
    assert good(hall.get("/requests/P-1", "call_centre")) == status, "by the ministry's number too"


@pytest.mark.parametrize("typed", ["12/2026", "12%2F2026"])
def test_a_number_with_a_slash_is_followed_up_and_moved_on_like_any_other(hall: RunningHall, typed: str) -> None:
    take_in(hall, external="12/2026")
    assert good(hall.get(f"/requests/{typed}", "reception"))["shown"] == "12/2026"
    assert good(hall.get(f"/requests/{typed}/receipt", "reception"))["shown"] == "12/2026"
    assert good(hall.post(f"/requests/{typed}/refer", "head"))["state"] == "referred"
    refused(hall.get("/requests/13/2026", "reception"), "request_unknown", 404)


def test_a_directorate_sees_and_answers_its_own_alone(hall: RunningHall) -> None:
    number = take_in(hall)["number"]
    good(hall.post(f"/requests/{number}/refer", "head"))
    other = directorate(hall, "housing")
    assert good(hall.get("/requests?list=all&directorate=lands", other)) == []
    refused(hall.get(f"/requests/{number}", other), "role_refused", 403)
    refused(hall.post(f"/requests/{number}/reply", other, {"text": "x"}), "role_refused", 403)
    refused(hall.get("/requests", directorate(hall, "nobody")), "directorate_unknown", 422)


def test_an_urgent_one_is_decided_in_the_hall(hall: RunningHall) -> None:
    number = take_in(hall, urgent=True)["number"]
    body = {"decision": "granted", "decided_by": "the head", "power": "head_of_hall"}
    refused(hall.post(f"/requests/{number}/decide", "head", {**body, "power": "x"}), "power_unknown", 422)
    refused(hall.post(f"/requests/{number}/decide", "head", {**body, "decided_by": " "}), "field_invalid", 422)
    problem = refused(
        hall.post(f"/requests/{number}/decide", "head", {**body, "day": "2099-01-01"}), "field_invalid", 422
    )
    assert [one["field"] for one in problem["fields"]] == ["day"]
    decided = good(hall.post(f"/requests/{number}/decide", "head", body))
    assert (decided["state"], decided["decision"]["text"]) == ("decided", "granted")


def test_a_mistake_is_withdrawn_with_a_reason(hall: RunningHall) -> None:
    number = take_in(hall)["number"]
    refused(hall.post(f"/requests/{number}/withdraw", "head", {"reason": " "}), "field_invalid", 422)
    assert good(hall.post(f"/requests/{number}/withdraw", "head", {"reason": "twice"}))["state"] == "withdrawn"
    assert good(hall.get("/requests", "head")) == []


def test_a_slip_in_a_number_is_told_from_one_that_is_not_there(hall: RunningHall) -> None:
    number = take_in(hall)["number"]
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    refused(hall.get(f"/requests/{wrong}", "head"), "request_number", 422)
    refused(hall.get("/requests/P-2", "head"), "request_unknown", 404)


@pytest.mark.parametrize("query", ["list=mine", "directorate=nobody"])
def test_a_list_that_is_none_is_refused(hall: RunningHall, query: str) -> None:
    assert hall.get(f"/requests?{query}", "head").status_code == 422


def test_only_a_directorates_people_are_bound_to_one() -> None:
    assert own_directorate(Caller(Role.DIRECTORATE, "lands/salim", "s")) == "lands"
    assert own_directorate(Caller(Role.HEAD, "lands", "s")) is None


class Centre:
    """Knows one request of another hall."""

    def __init__(self, known: RequestStatus) -> None:
        self.known = known

    def find(self, number: str) -> RequestStatus | None:
        return self.known if number == self.known.number else None


def test_another_halls_request_is_asked_of_the_centre_and_a_cut_is_said(hall: RunningHall) -> None:
    other = request_number("SALALAH-1", 2026, 7)
    refused(hall.get(f"/requests/{other}", "head"), "centre_cut_off", 409)
    mine = good(hall.get(f"/requests/{take_in(hall)['number']}", "head"))
    status = replace(from_json(RequestStatus, mine), number=other, shown=other, hall="salalah-1")
    hall.hall.parts.others[REQUESTS_ELSEWHERE] = Centre(status)
    found = good(hall.get(f"/requests/{other.lower()}", "head"))
    assert (found["hall"], found["from_centre"]) == ("salalah-1", True)
    refused(hall.get(f"/requests/{request_number('SALALAH-1', 2026, 8)}", "head"), "request_unknown", 404)
    refused(hall.get(f"/requests/{other}", directorate(hall, "housing")), "role_refused", 403)


class Silent:
    """A centre that does not answer until the test ends."""

    def __init__(self) -> None:
        self.over = threading.Event()

    def find(self, number: str) -> RequestStatus | None:
        assert self.over.wait(60), number
        return None


def test_a_silent_centre_is_not_waited_for_and_the_hall_goes_on(
    hall: RunningHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests, "ELSEWHERE_S", 0.05)
    silent = Silent()
    hall.hall.parts.others[REQUESTS_ELSEWHERE] = silent
    refused(hall.get("/requests/BR-9", "head"), "centre_cut_off", 409)
    assert good(hall.get(f"/requests/{take_in(hall)['number']}", "head"))["from_centre"] is False
    silent.over.set()


def test_an_outside_number_is_unknown_where_there_is_no_centre(hall: RunningHall) -> None:
    refused(hall.get("/requests/BR-9", "head"), "request_unknown", 404)
