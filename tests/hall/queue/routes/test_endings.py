"""How serving ends, over HTTP: transactions, several services, a code to come back with."""

from __future__ import annotations

from tests.helpers.hall_in_a_thread import RunningHall, good, refused, serving


def test_transactions_are_counted_with_their_quantity(hall: RunningHall, agent: str) -> None:
    serving(hall, agent)
    body = {"outcome": "completed", "transactions": [{"quantity": 3, "topic": "deed"}, {"service": "B"}]}
    for wrong in (0, 1000):
        none = body | {"transactions": [{"quantity": wrong}]}
        refused(hall.post("/counters/1/finish", agent, none), "field_invalid", 422)
    refused(hall.post("/counters/1/finish", agent, body | {"transactions": [{"service": "Z"}]}), "service_unknown", 404)
    assert good(hall.post("/counters/1/finish", agent, body))["stages"][0]["quantity"] == 4


def test_the_next_service_begins_at_once(hall: RunningHall, agent: str) -> None:
    serving(hall, agent)
    refused(hall.post("/counters/1/continue", agent, {"service": "Z"}), "service_unknown", 404)
    visit = good(hall.post("/counters/1/continue", agent, {"service": "B"}))
    assert [(stage["service"], stage["state"]) for stage in visit["stages"]] == [("A", "finished"), ("B", "serving")]
    assert good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))["state"] == "finished"
    refused(hall.post("/counters/1/continue", agent, {"service": "B"}), "no_visit", 409)


def test_the_next_service_at_another_counter_ends_this_one_with_what_was_done(hall: RunningHall, agent: str) -> None:
    serving(hall, agent)
    body = {"service": "B", "transactions": [{"quantity": 3}]}
    refused(hall.post("/counters/1/transfer", agent, body), "field_invalid", 422)
    visit = good(hall.post("/counters/1/transfer", agent, {**body, "outcome": "completed"}))
    found = [(stage["service"], stage["state"], stage["outcome"], stage["quantity"]) for stage in visit["stages"]]
    assert found == [("A", "finished", "completed", 3), ("B", "waiting", None, 0)]


def test_who_lacks_documents_comes_back_with_a_code(hall: RunningHall, agent: str) -> None:
    visit = serving(hall, agent)
    too_many = {"outcome": "documents_missing", "missing": ["x"] * 13}
    refused(hall.post("/counters/1/finish", agent, too_many), "field_invalid", 422)
    body = {"outcome": "documents_missing", "missing": ["title deed", " "]}
    slip = good(hall.post("/counters/1/finish", agent, body))["return_slip"]
    assert (slip["ticket"], slip["missing"], slip["state"]) == (visit["ticket"], ["title deed"], "good")
    assert slip == good(hall.get(f"/returns/{slip['code']}", "kiosk"))
    refused(hall.get("/returns/12", "kiosk"), "field_invalid", 422)
    refused(hall.get("/returns/00000000", "kiosk"), "return_unknown", 404)
    ticket = good(hall.post(f"/returns/{slip['code']}/check-in", "kiosk"), 201)
    assert (ticket["lane"], ticket["service"]) == ("returning", "A")
    refused(hall.post(f"/returns/{slip['code']}/check-in", "kiosk"), "return_used", 409)
    assert good(hall.get(f"/returns/{slip['code']}", "reception"))["state"] == "used"


def test_a_code_ends_with_its_days(hall: RunningHall, agent: str) -> None:
    serving(hall, agent)
    code = good(hall.post("/counters/1/finish", agent, {"outcome": "documents_missing"}))["return_slip"]["code"]
    hall.clock.move_on(days=6)
    assert good(hall.get(f"/returns/{code}", "kiosk"))["state"] == "expired"
    refused(hall.post(f"/returns/{code}/check-in", "kiosk"), "return_expired", 409)
