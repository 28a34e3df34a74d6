"""Paper at a device over HTTP: what was done there, its roll, its newest tickets, and what the hall head sees."""

from __future__ import annotations

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

ATTEMPT = "0190a000-0000-7000-8000-00000000000"


def kiosk_of(hall: RunningHall) -> str:
    """Return the id of the hall's kiosk."""
    return next(one["device"] for one in good(hall.get("/devices", "head")) if one["kind"] == "kiosk")


def issue(hall: RunningHall, service: str = "A") -> dict[str, object]:
    return dict(good(hall.post("/visits", "kiosk", {"service": service}), 201))


def tell(hall: RunningHall, device: str, visit: object, number: int, state: str, **more: object) -> None:
    body = {"attempt": f"{ATTEMPT}{number}", "state": state, "device": device, **more}
    good(hall.post(f"/visits/{visit}/prints", "kiosk", body), 204)


def report(hall: RunningHall, device: str, state: str, paper: str, reason: str | None = None) -> None:
    body = {"state": state, "printer": reason or "ok", "paper": paper, "reason": reason}
    good(hall.post(f"/devices/{device}/state", "kiosk", body), 204)


def device_now(hall: RunningHall, device: str) -> dict[str, object]:
    return next(dict(one) for one in good(hall.get("/queues", "head"))["devices"] if one["device"] == device)


def test_the_head_is_told_which_device_is_in_what_trouble_since_when_and_for_how_many_tickets(
    hall: RunningHall,
) -> None:
    device = kiosk_of(hall)
    ticket = issue(hall)
    tell(hall, device, ticket["visit"], 1, "confirmed", paper_mm=120)
    report(hall, device, "degraded", "low")
    first = device_now(hall, device)
    assert (first["paper"], first["tickets_left"], first["fault"]) == ("low", 20, None)
    hall.clock.move_on(minutes=5)
    report(hall, device, "degraded", "low")
    assert device_now(hall, device)["since"] == first["since"], "the same word again is no new trouble"
    report(hall, device, "failed", "out", "paper_out")
    ended = device_now(hall, device)
    assert (ended["fault"], ended["tickets_left"]) == ("paper_out", 0)
    assert str(ended["since"]) > str(first["since"])


def test_a_changed_roll_is_told_with_who_and_when(hall: RunningHall) -> None:
    device = kiosk_of(hall)
    tell(hall, device, issue(hall)["visit"], 1, "confirmed", paper_mm=120)
    before = good(hall.get(f"/devices/{device}/paper", "kiosk"))
    assert (before["used_mm"], before["changed_by"], before["tickets_left"]) == (120, None, None)
    body = {"act": "paper_changed", "by": "سالم", "took_s": 41}
    good(hall.post(f"/devices/{device}/acts", "kiosk", body), 204)
    after = good(hall.get(f"/devices/{device}/paper", "head"))
    assert (after["used_mm"], after["tickets"], after["changed_by"], after["ticket_mm"]) == (0, 0, "سالم", 120)
    assert after["changed_at"] is not None


def test_a_ticket_that_did_not_surely_come_out_is_told_to_staff_and_not_to_the_public(hall: RunningHall) -> None:
    device, ticket = kiosk_of(hall), issue(hall)
    tell(hall, device, ticket["visit"], 1, "interrupted", reason="paper_out")
    (told,) = good(hall.get("/queues", "head"))["paperless"]
    assert (told["ticket"], told["device"], told["state"]) == (ticket["ticket"], device, "interrupted")
    assert good(hall.get("/queues", "kiosk"))["paperless"] == []
    tell(hall, device, ticket["visit"], 2, "confirmed", copy=True)
    assert good(hall.get("/queues", "head"))["paperless"] == []


def test_a_start_after_a_crash_makes_what_was_being_sent_unknown(hall: RunningHall) -> None:
    device, ticket = kiosk_of(hall), issue(hall)
    tell(hall, device, ticket["visit"], 1, "sending")
    good(hall.post(f"/devices/{device}/acts", "kiosk", {"act": "started"}), 204)
    (told,) = good(hall.get("/queues", "head"))["paperless"]
    assert told["state"] == "unknown"


def test_the_newest_tickets_carry_all_that_a_reprint_needs_with_the_first_papers_code(hall: RunningHall) -> None:
    device = kiosk_of(hall)
    first, second = issue(hall), issue(hall)
    for number, ticket in enumerate((first, second)):
        tell(hall, device, ticket["visit"], number, "confirmed")
        hall.clock.move_on(seconds=1)
    found = good(hall.get(f"/devices/{device}/prints", "kiosk"))["tickets"]
    assert [one["ticket"]["ticket"] for one in found] == [second["ticket"], first["ticket"]]
    assert found[1]["ticket"]["status_url"] == first["status_url"]
    assert found[0]["ticket"]["people_ahead"] == 1
    assert [one["state"] for one in found] == ["confirmed", "confirmed"]


@pytest.mark.parametrize("path", ["acts", "paper", "prints"])
def test_a_device_speaks_and_asks_for_itself_only(hall: RunningHall, path: str) -> None:
    ask = hall.get if path != "acts" else lambda path, who: hall.post(path, who, {"act": "started"})
    refused(ask(f"/devices/somebody-else/{path}", "kiosk"), "role_refused", 403)
    refused(ask(f"/devices/nobody/{path}", "head"), "device_unknown", 404)


@pytest.mark.parametrize(
    ("body", "field"),
    [({"act": "danced"}, "act"), ({"act": "started", "took_s": -1}, "took_s"), ({"act": "started", "by": 3}, "by")],
)
def test_an_act_that_is_none_is_refused_by_its_field(hall: RunningHall, body: dict[str, object], field: str) -> None:
    answer = refused(hall.post(f"/devices/{kiosk_of(hall)}/acts", "kiosk", body), "field_invalid", 422)
    assert [one["field"] for one in answer["fields"]] == [field]


def test_a_ticket_of_impossible_length_is_refused(hall: RunningHall) -> None:
    ticket = issue(hall)
    body = {"attempt": "a", "state": "confirmed", "device": kiosk_of(hall), "paper_mm": 100_000}
    refused(hall.post(f"/visits/{ticket['visit']}/prints", "kiosk", body), "field_invalid", 422)
