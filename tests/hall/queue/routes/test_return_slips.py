"""The return slip over HTTP: what stands on it, and which kiosk is asked to print it."""

from __future__ import annotations

from typing import Any

from tests.hall.queue.routes.test_endings import serving
from tests.hall.requests.routes.test_receipts import in_order
from tests.helpers.hall_in_a_thread import RunningHall, good, refused

MISSING = {"outcome": "documents_missing", "missing": ["title deed"]}


def asked(hall: RunningHall) -> list[Any]:
    facts = hall.hall.store.reads.facts_after(0, 500).result(60) or ()
    return [fact for fact in facts if fact.kind == "return_slip_asked"]


def test_a_finish_with_documents_missing_has_a_kiosk_print_the_slip(hall: RunningHall) -> None:
    in_order(hall)
    agent = hall.sign_in()
    visit = serving(hall, agent)["visit"]
    answer = good(hall.post("/counters/1/finish", agent, MISSING))
    assert answer["slip_at"]
    (fact,) = asked(hall)
    assert (fact.detail["at_device"], fact.visit.visit) == (hall.devices["kiosk"], visit)
    assert answer["return_slip"]["code"] not in str(fact), "the code is on the paper, not on the live link"
    assert good(hall.get(f"/visits/{visit}/return-slip", "kiosk")) == answer["return_slip"]


def test_a_counter_with_a_printer_of_its_own_asks_no_kiosk_and_another_finish_leaves_no_slip(hall: RunningHall) -> None:
    in_order(hall)
    agent = hall.sign_in()
    visit = serving(hall, agent)["visit"]
    assert good(hall.post("/counters/1/finish", agent, MISSING | {"receipt": False}))["slip_at"] is None
    assert asked(hall) == []
    good(hall.post(f"/visits/{visit}/return-slip", agent), 204)
    assert len(asked(hall)) == 1
    done = serving(hall, agent)["visit"]
    good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    refused(hall.get(f"/visits/{done}/return-slip", agent), "return_unknown", 404)


def test_where_no_kiosk_can_print_it_is_said(hall: RunningHall) -> None:
    agent = hall.sign_in()
    visit = serving(hall, agent)["visit"]
    answer = good(hall.post("/counters/1/finish", agent, MISSING))
    assert (answer["slip_at"], answer["return_slip"]["missing"]) == (None, ["title deed"])
    refused(hall.post(f"/visits/{visit}/return-slip", agent), "no_receipt_printer", 409)
