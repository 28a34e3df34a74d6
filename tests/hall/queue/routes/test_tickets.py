"""Tickets over HTTP: each row of the contract, its good case and each refusal."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

VISIT = "01a21000-8800-7438-96ab-ab4dab87baef"


def test_a_ticket_is_issued_with_its_place_and_the_address_of_its_page(hall: RunningHall) -> None:
    first, second = hall.issue(), hall.issue()
    assert (first["ticket"], second["ticket"]) == ("A001", "A002")
    assert (first["people_ahead"], second["people_ahead"]) == (0, 1)
    assert uuid.UUID(first["visit"]).version == 7
    assert first["status_url"].startswith(f"{hall.base}/t#")
    assert len(first["status_url"].rpartition("#")[2]) == 22


def test_the_same_visit_again_is_the_same_ticket_and_the_same_page(hall: RunningHall) -> None:
    assert hall.issue(visit=VISIT) == hall.issue(visit=VISIT.upper())
    assert hall.issue()["ticket"] == "A002"


@pytest.mark.parametrize("role", ["kiosk", "reception", "head"])
def test_tickets_are_issued_by_those_at_the_door(hall: RunningHall, role: str) -> None:
    good(hall.post("/visits", role, {"service": "A", "priority": True}), 201)


def test_what_cannot_be_issued_says_why(hall: RunningHall) -> None:
    refused(hall.post("/visits", "kiosk", {"service": "Z"}), "service_unknown", 404)
    refused(hall.post("/visits", "kiosk", {"service": "B"}), "visitor_kind_needed", 422)
    refused(hall.post("/visits", "kiosk", {"service": "B", "visitor_kind": "company"}), "visitor_kind_refused", 409)
    problem = refused(hall.post("/visits", "kiosk", {"service": "A", "visit": "not-a-uuid"}), "field_invalid", 422)
    assert [field["field"] for field in problem["fields"]] == ["visit"]
    hall.issue(visit=VISIT)
    taken = {"service": "B", "visitor_kind": "citizen", "visit": VISIT}
    refused(hall.post("/visits", "kiosk", taken), "visit_id_taken", 409)
    assert hall.issue()["ticket"] == "A002"


def test_a_closed_day_gives_no_tickets(hall: RunningHall) -> None:
    hall.issue()
    good(hall.post("/day/close", "head"))
    refused(hall.post("/visits", "kiosk", {"service": "A"}), "day_not_open", 409)


def test_a_visit_is_found_by_id_and_by_number(hall: RunningHall) -> None:
    issued = hall.issue()
    by_id = good(hall.get(f"/visits/{issued['visit']}", "kiosk"))
    by_number = good(hall.get("/visits?ticket=A001", "head"))
    assert by_id == by_number
    assert (by_id["ticket"], by_id["state"], by_id["stages"][0]["service"]) == ("A001", "waiting", "A")


@pytest.mark.parametrize("path", [VISIT, "x", "%00", "a%20b", "x" * 300, "%ED%A0%80"])
def test_a_visit_that_is_not_there_is_unknown_or_named_invalid(hall: RunningHall, path: str) -> None:
    answer = hall.get(f"/visits/{path}", "head")
    assert answer.json()["code"] in {"visit_unknown", "field_invalid"}
    assert answer.status_code in {404, 422}


@pytest.mark.parametrize(
    ("query", "code", "status"),
    [
        ("?ticket=A999", "ticket_unknown", 404),
        ("", "field_invalid", 422),
        ("?ticket=" + "9" * 40, "field_invalid", 422),
        ("?ticket=%00", "field_invalid", 422),
    ],
)
def test_a_number_that_is_not_there_is_unknown(hall: RunningHall, query: str, code: str, status: int) -> None:
    refused(hall.get(f"/visits{query}", "head"), code, status)


def test_a_waiting_visit_is_cancelled_and_that_is_taken_back(hall: RunningHall) -> None:
    visit = hall.issue()["visit"]
    assert good(hall.post(f"/visits/{visit}/cancel", "kiosk"))["state"] == "cancelled"
    refused(hall.post(f"/visits/{visit}/cancel", "kiosk"), "not_waiting", 409)
    assert good(hall.post(f"/visits/{visit}/undo", "head"))["state"] == "waiting"
    refused(hall.post(f"/visits/{visit}/undo", "head"), "nothing_to_undo", 409)
    refused(hall.post(f"/visits/{VISIT}/cancel", "kiosk"), "visit_unknown", 404)


def test_what_happened_too_long_ago_is_not_taken_back(hall: RunningHall) -> None:
    visit = hall.issue()["visit"]
    good(hall.post(f"/visits/{visit}/cancel", "kiosk"))
    hall.clock.move_on(seconds=121)
    refused(hall.post(f"/visits/{visit}/undo", "head"), "undo_too_late", 409)


def test_a_missed_visit_comes_back_until_the_limit(hall: RunningHall) -> None:
    agent = hall.sign_in()
    visit = hall.issue()["visit"]
    refused(hall.post(f"/visits/{visit}/reinstate", "kiosk"), "not_missed", 409)
    for _ in range(2):
        good(hall.post("/counters/1/call-next", agent))
        good(hall.post("/counters/1/no-show", agent))
        assert good(hall.post(f"/visits/{visit}/reinstate", "kiosk"))["state"] == "waiting"
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/no-show", agent))
    refused(hall.post(f"/visits/{visit}/reinstate", "kiosk"), "reinstate_limit", 409)
    refused(hall.post(f"/visits/{visit}/reinstate", agent, {"reason": "because"}), "reason_unknown", 422)
    assert good(hall.post(f"/visits/{visit}/reinstate", agent, {"reason": "special_care"}))["state"] == "waiting"


def test_a_missed_visit_of_a_closed_day_stays_missed(hall: RunningHall) -> None:
    agent = hall.sign_in()
    visit = hall.issue()["visit"]
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/no-show", agent))
    good(hall.post("/day/close", "head"))
    refused(hall.post(f"/visits/{visit}/reinstate", "head"), "day_over", 409)


def test_a_kiosk_that_reads_a_ticket_learns_whose_it_is_and_how_it_stands(hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    issued = hall.issue()
    code = {"Visit-Code": issued["status_url"].partition("#")[2]}
    read = good(hall.get("/visits/by-code", "kiosk", headers=code))
    assert read["visit"] == issued["visit"]
    assert (read["place"]["ticket"], read["place"]["state"], read["place"]["people_ahead"]) == ("A002", "waiting", 1)
    for _ in range(2):
        good(hall.post("/counters/1/call-next", agent))
        good(hall.post("/counters/1/no-show", agent))
    assert good(hall.get("/visits/by-code", "kiosk", headers=code))["place"]["state"] == "no_show"
    for _ in range(30):  # a device of the hall is not counted as a phone is
        good(hall.get("/visits/by-code", "reception", headers=code))


def test_a_code_that_is_wrong_missing_or_of_yesterday_names_no_visit(hall: RunningHall) -> None:
    code = {"Visit-Code": hall.issue()["status_url"].partition("#")[2]}
    refused(hall.get("/visits/by-code", "kiosk", headers={"Visit-Code": "x" * 22}), "code_unknown", 404)
    refused(hall.get("/visits/by-code", "kiosk"), "field_invalid", 422)
    hall.clock.move_on(days=1)
    hall.issue()
    refused(hall.get("/visits/by-code", "kiosk", headers=code), "code_unknown", 404)


def _paper(ticket: str, visit: str = VISIT, **more: object) -> dict[str, object]:
    now = datetime.now(UTC)
    body = {"visit": visit, "ticket": ticket, "code": "c" * 22, "service": "A", "issued_at": now.isoformat()}
    return body | {"service_day": now.astimezone(ZoneInfo("Asia/Muscat")).date().isoformat()} | more


def test_the_paper_wins_when_a_kiosk_hands_in(hall: RunningHall) -> None:
    day = good(hall.get("/hall", "kiosk"))["day"]["service_day"]
    paper = _paper("A050", service_day=day)
    assert good(hall.post("/visits/hand-in", "kiosk", paper), 201)["ticket"] == "A050"
    assert good(hall.post("/visits/hand-in", "kiosk", paper), 201)["ticket"] == "A050"
    other = _paper("A050", "01a21000-8800-7438-96ab-ab4dab87bae0", service_day=day)
    refused(hall.post("/visits/hand-in", "kiosk", other), "ticket_taken", 409)
    refused(hall.post("/visits/hand-in", "kiosk", _paper("Q050", service_day=day)), "ticket_foreign", 422)
    refused(hall.post("/visits/hand-in", "kiosk", _paper("A051", service="Z")), "service_unknown", 404)
    refused(hall.post("/visits/hand-in", "kiosk", _paper("A051", issued_at="yesterday")), "field_invalid", 422)


def test_a_known_visit_takes_the_printed_number(hall: RunningHall) -> None:
    issued = hall.issue(visit=VISIT)
    day = good(hall.get("/hall", "kiosk"))["day"]["service_day"]
    assert issued["ticket"] == "A001"
    assert good(hall.post("/visits/hand-in", "kiosk", _paper("A040", service_day=day)), 201)["ticket"] == "A040"
    wrong = _paper("B001", service="B", service_day=day)
    refused(hall.post("/visits/hand-in", "kiosk", wrong), "visit_id_taken", 409)


def test_what_is_known_of_a_print_is_stored_and_told(hall: RunningHall) -> None:
    visit = hall.issue()["visit"]
    body = {"attempt": VISIT, "state": "confirmed", "device": hall.devices["kiosk"]}
    assert hall.post(f"/visits/{visit}/prints", "kiosk", body).status_code == 204
    refused(hall.post(f"/visits/{VISIT}/prints", "kiosk", body), "visit_unknown", 404)
    refused(hall.post(f"/visits/{visit}/prints", "kiosk", body | {"state": "perhaps"}), "field_invalid", 422)
    refused(hall.post(f"/visits/{visit}/prints", "kiosk", body | {"device": "other"}), "role_refused", 403)


def test_a_kiosk_reads_no_agent(hall: RunningHall) -> None:
    agent = hall.sign_in()
    visit = hall.issue()["visit"]
    good(hall.post("/counters/1/call-next", agent))
    assert good(hall.get(f"/visits/{visit}", "kiosk"))["stages"][0]["agent"] is None
    assert good(hall.get(f"/visits/{visit}", "head"))["stages"][0]["agent"] == "salim"


def test_who_came_too_late_is_put_back_by_reception_by_his_number(hall: RunningHall) -> None:
    agent = hall.sign_in()
    ticket = hall.issue()["ticket"]
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/no-show", agent))
    found = good(hall.get(f"/visits?ticket={ticket}", "reception"))
    assert found["state"] == "no_show"
    assert good(hall.post(f"/visits/{found['visit']}/reinstate", "reception"))["state"] == "waiting"


@pytest.mark.parametrize("role", ["agent", "reception", "head", "admin"])
def test_staff_give_priority_and_take_it_back_with_a_reason(hall: RunningHall, role: str) -> None:
    agent = hall.sign_in()
    caller = agent if role == "agent" else role
    first, second = hall.issue()["visit"], hall.issue()["visit"]
    path = f"/visits/{second}/lane"
    given = good(hall.post(path, caller, {"lane": "priority", "reason": "seen"}))
    assert (given["lane"], given["state"]) == ("priority", "waiting")
    assert [row["visit"] for row in good(hall.get("/counters/1", agent))["waiting"]] == [second, first]
    refused(hall.post(path, caller, {"lane": "priority", "reason": "seen"}), "already_so", 409)
    back = good(hall.post(path, caller, {"lane": "standard", "reason": "corrected"}))
    assert back["lane"] == "standard"
    assert [row["visit"] for row in good(hall.get("/counters/1", agent))["waiting"]] == [first, second]


def test_priority_that_cannot_be_given_says_why(hall: RunningHall) -> None:
    agent = hall.sign_in()
    visit = hall.issue()["visit"]
    path, asked = f"/visits/{visit}/lane", {"lane": "priority", "reason": "asked"}
    for wrong, field in (({"lane": "premium"}, "lane"), ({"lane": "best"}, "lane"), ({"reason": "blind"}, "reason")):
        problem = refused(hall.post(path, "reception", asked | wrong), "field_invalid", 422)
        assert [one["field"] for one in problem["fields"]] == [field]
    refused(hall.post(path, "kiosk", asked), "role_refused", 403)
    refused(hall.post(f"/visits/{VISIT}/lane", "reception", asked), "visit_unknown", 404)
    good(hall.post("/counters/1/call-next", agent))
    refused(hall.post(path, "reception", asked), "not_waiting", 409)


def test_an_agent_takes_back_what_was_done_at_his_own_counter_alone(hall: RunningHall) -> None:
    salim, maryam = hall.sign_in(), hall.sign_in(2, "maryam", "802946")
    visit = hall.issue()["visit"]
    for move in ("call-next", "begin"):
        good(hall.post(f"/counters/2/{move}", maryam))
    good(hall.post("/counters/2/finish", maryam, {"outcome": "completed"}))
    refused(hall.post(f"/visits/{visit}/undo", salim), "role_refused", 403)
    assert good(hall.get(f"/visits/{visit}", "head"))["state"] == "finished"
    assert good(hall.post(f"/visits/{visit}/undo", maryam))["state"] == "serving"


def test_an_agent_does_not_take_back_what_reception_cancelled(hall: RunningHall) -> None:
    visit, agent = hall.issue()["visit"], hall.sign_in()
    good(hall.post(f"/visits/{visit}/cancel", "reception"))
    refused(hall.post(f"/visits/{visit}/undo", agent), "role_refused", 403)
    good(hall.post(f"/visits/{visit}/undo", "reception"))


def test_a_transfer_is_taken_back_by_the_counter_that_made_it(hall: RunningHall) -> None:
    salim, maryam = hall.sign_in(), hall.sign_in(2, "maryam", "802946")
    visit = hall.issue()["visit"]
    for move in ("call-next", "begin"):
        good(hall.post(f"/counters/2/{move}", maryam))
    good(hall.post("/counters/2/transfer", maryam, {"service": "B"}))
    refused(hall.post(f"/visits/{visit}/undo", salim), "role_refused", 403)
    there = good(hall.post(f"/visits/{visit}/undo", maryam))
    assert (there["state"], there["service"], there["counter"], len(there["stages"])) == ("serving", "A", 2, 1)
