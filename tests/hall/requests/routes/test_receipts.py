"""The receipt over HTTP: what stands on it, and which kiosk is asked to print it."""

from __future__ import annotations

from tests.hall.requests.routes.test_finishing import LAND, serving
from tests.hall.requests.routes.test_requests import take_in
from tests.helpers.hall_in_a_thread import RunningHall, good, refused


def in_order(hall: RunningHall) -> None:
    good(hall.post(f"/devices/{hall.devices['kiosk']}/state", "kiosk", {"state": "ok", "printer": "ready"}), 204)


def test_a_finish_has_a_kiosk_print_what_it_registers(hall: RunningHall) -> None:
    in_order(hall)
    token = serving(hall)
    answer = good(hall.post("/counters/1/finish", token, {"outcome": "request_registered", "requests": [LAND, LAND]}))
    assert answer["receipt_at"]
    facts = hall.hall.store.reads.facts_after(0, 500).result(60) or ()
    asked = [fact.detail for fact in facts if fact.kind == "receipt_asked"]
    assert [one["receipt"] for one in asked] == [one["number"] for one in answer["requests"]]
    assert {one["at_device"] for one in asked} == {hall.devices["kiosk"]}
    paper = good(hall.get(f"/requests/{answer['requests'][0]['number']}/receipt", "kiosk"))
    assert paper["shown"] == answer["requests"][0]["shown"]
    assert paper["directorate_names"]["en"] == "Directorate of Lands"
    assert "subject" not in paper


def test_a_kiosk_that_has_fallen_silent_is_asked_for_no_paper(hall: RunningHall) -> None:
    in_order(hall)
    hall.post("/devices/self/alive", "kiosk")
    token = serving(hall)
    hall.clock.move_on(seconds=30)
    answer = good(hall.post("/counters/1/finish", token, {"outcome": "request_registered", "request": LAND}))
    assert answer["receipt_at"] is None
    path = f"/requests/{answer['requests'][0]['number']}/receipt"
    refused(hall.post(path, token), "no_receipt_printer", 409)
    hall.post("/devices/self/alive", "kiosk")
    good(hall.post(path, token), 204)


def test_a_counter_with_a_printer_of_its_own_asks_no_kiosk(hall: RunningHall) -> None:
    in_order(hall)
    token = serving(hall)
    body = {"outcome": "request_registered", "request": LAND, "receipt": False}
    assert good(hall.post("/counters/1/finish", token, body))["receipt_at"] is None


def test_a_receipt_is_printed_again_where_a_kiosk_can(hall: RunningHall) -> None:
    number = take_in(hall)["number"]
    refused(hall.post(f"/requests/{number}/receipt", "reception"), "no_receipt_printer", 409)
    in_order(hall)
    assert hall.post(f"/requests/{number}/receipt", "reception").status_code == 204
    refused(hall.post("/requests/P-9/receipt", "reception"), "request_unknown", 404)
