"""The set-up changed over HTTP while the hall works: services, counters, hours; check, undo, history."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

WATER = {"prefix": "C", "names": {"ar": "المياه", "en": "Water"}}


def change(hall: RunningHall, *items: dict[str, Any], version: int | None = None) -> dict[str, Any]:
    """Return the body that changes these entries of the set-up as it stands."""
    stands = good(hall.get("/settings", "head"))["version"] if version is None else version
    return {"version": stands, "items": list(items)}


def added(section: str, **values: Any) -> dict[str, Any]:
    return {"section": section, "values": values}


def put(section: str, key: str, **values: Any) -> dict[str, Any]:
    return {"section": section, "key": key, "values": values}


def removed(section: str, key: str) -> dict[str, Any]:
    return {"section": section, "key": key, "values": None}


def test_a_service_and_a_counter_are_there_at_once(hall: RunningHall) -> None:
    body = change(hall, added("service", **WATER), added("counter", number=7, services=["C"]))
    good(hall.post("/settings", "head", body))
    assert hall.issue("C")["ticket"] == "C001"
    shown = good(hall.get("/hall", "kiosk"))
    assert [one["code"] for one in shown["services"]] == ["A", "B", "C"]
    assert [one["counter"] for one in shown["counters"]] == [1, 2, 7]


def test_the_check_says_what_would_differ_and_stores_nothing(hall: RunningHall) -> None:
    body = change(
        hall, put("service", "A", names={"ar": "الأراضي", "en": "Land"}), added("counter", number=7, services=["A"])
    )
    told = good(hall.post("/settings/check", "head", body))
    assert [(one["section"], one["key"], one["act"], one["field"], one["after"]) for one in told["differences"]] == [
        ("service", "A", "changed", "names.en", "Land"),
        ("counter", "7", "added", "", ""),
    ]
    assert told["differences"][0]["before"] == "Lands"
    assert good(hall.get("/settings", "head"))["changes"] == []


@pytest.mark.parametrize(
    ("item", "field"),
    [
        (added("service", **WATER), "service[2]"),
        (added("counter", number=1, services=["A"]), "counter[2].number"),
        (added("counter", number=7, services=["Z"]), "counter[2].services[0]"),
        (put("service", "A", names={"en": "Land"}), "service[0].names"),
        (put("service", "A", colour="green"), "service[0].colour"),
        (put("agent", "salim", pin="739164"), "agent.pin"),
        (put("hours", "", sunday=["08:00", "07:00", "08:00", "13:00", "14:00"]), "hours.sunday"),
        (put("hours", "", sunday=["08:00"]), "hours.sunday"),
        (removed("service", "Z"), "service"),
        (put("service", "A", target_wait_min=1e308), "service[0].target_wait_min"),
        (put("service", "A", serving_elsewhere_min=1441), "service[0].serving_elsewhere_min"),
        (put("service", "A", numbers=[]), "service[0].numbers"),
        (added("ramadan", first="2027-02-08", last="2027-02-09", times=[]), "ramadan[0].times"),
        (added("hall", code="x"), "hall"),
        (added("ramadan", first="2027-02-08", last="2027-02-01", times=["08:00"] * 5), "ramadan[0]"),
    ],
)
def test_a_set_up_that_does_not_hold_together_is_refused_with_its_place(
    hall: RunningHall, item: dict[str, Any], field: str
) -> None:
    problem = refused(hall.post("/settings", "head", change(hall, item)), "settings_invalid", 422)
    assert any(one["field"].startswith(field) for one in problem["fields"]), problem["fields"]
    told = good(hall.post("/settings/check", "head", change(hall, item)))
    assert told["problems"] == problem["fields"]


def test_a_service_that_somebody_waits_for_is_not_removed(hall: RunningHall) -> None:
    out = [removed("service", "B"), put("counter", "1", services=["A"])]
    ticket = hall.issue("B", visitor_kind="citizen")["visit"]
    refused(hall.post("/settings", "head", change(hall, *out)), "service_in_use", 409)
    good(hall.post(f"/visits/{ticket}/cancel", "head"))
    good(hall.post("/settings", "head", change(hall, *out)))
    refused(hall.post("/visits", "kiosk", {"service": "B"}), "service_unknown", 404)


def test_a_counter_with_an_agent_is_not_removed(hall: RunningHall) -> None:
    token = hall.sign_in(2)
    refused(hall.post("/settings", "head", change(hall, removed("counter", "2"))), "counter_in_use", 409)
    good(hall.post("/counters/2/sign-out", token), 204)
    good(hall.post("/settings", "head", change(hall, removed("counter", "2"))))


def test_a_counter_where_a_visit_is_parked_or_in_hand_is_not_removed(hall: RunningHall) -> None:
    out = removed("counter", "2")
    salim = hall.sign_in(2)
    visit = hall.issue()["visit"]
    good(hall.post("/counters/2/call-next", salim))
    good(hall.post("/counters/2/begin", salim))
    good(hall.post("/counters/2/park", salim))
    good(hall.post("/counters/2/sign-out", salim), 204)
    refused(hall.post("/settings", "head", change(hall, out)), "counter_in_use", 409)
    refused(hall.post("/settings", "head", change(hall, put("counter", "2", number=7))), "counter_in_use", 409)
    maryam = hall.sign_in(2, "maryam", "802946")
    good(hall.post("/counters/2/resume", maryam, {"visit": visit}))
    good(hall.post("/agents/maryam/end", "head"))
    refused(hall.post("/settings", "head", change(hall, out)), "counter_in_use", 409)


def test_an_agent_who_serves_only_the_removed_service_does_not_get_all_services(hall: RunningHall) -> None:
    good(hall.post("/settings", "head", change(hall, put("agent", "salim", services=["B"]))))
    out = [removed("service", "B"), put("counter", "1", services=["A"])]
    unbound = put("agent", "salim", services=[])
    refused(hall.post("/settings", "head", change(hall, *out, unbound)), "agent_needs_service", 409)
    good(hall.post("/settings", "head", change(hall, *out, put("agent", "salim", services=["A"]))))


def test_a_partners_agents_do_not_come_to_see_all_visits_by_a_change_of_counters(hall: RunningHall) -> None:
    bank = added("counter", number=9, services=["C"], partner="Bank")
    good(hall.post("/settings", "head", change(hall, added("service", **WATER), bank)))
    good(hall.post("/settings", "head", change(hall, put("agent", "salim", services=["C"]))))
    for item in (added("counter", number=7, services=["A", "C"]), put("counter", "9", partner=None)):
        refused(hall.post("/settings", "head", change(hall, item)), "partner_mixed", 409)
    good(hall.post("/settings", "head", change(hall, added("counter", number=7, services=["A"]))))
    good(hall.post("/settings", "head", change(hall, put("agent", "salim", services=["A"]))))


def test_undo_puts_back_what_stood_before_and_is_itself_undone(hall: RunningHall) -> None:
    good(hall.post("/settings", "head", change(hall, put("service", "A", names={"ar": "أراض", "en": "Land"}))))
    newest = good(hall.get("/settings", "head"))["changes"][0]
    assert (newest["by"], newest["can_undo"]) == ("head", True)
    undone = good(hall.post(f"/settings/{newest['version']}/undo", "head"))
    assert undone["document"]["service"][0]["names"]["en"] == "Lands"
    assert [one["can_undo"] for one in undone["changes"]] == [True, False]
    refused(hall.post(f"/settings/{newest['version']}/undo", "head"), "settings_changed", 409)
    again = good(hall.post(f"/settings/{undone['version']}/undo", "head"))
    assert again["document"]["service"][0]["names"]["en"] == "Land"
    refused(hall.post("/settings/99999/undo", "head"), "settings_version_unknown", 404)


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(hall: RunningHall) -> None:
    read = good(hall.get("/settings", "head"))["version"]
    good(hall.post("/settings", "admin", change(hall, put("service", "A", target_wait_min=20))))
    late = put("service", "B", target_wait_min=20)
    refused(hall.post("/settings", "head", change(hall, late, version=read)), "settings_changed", 409)
    good(hall.post("/settings", "head", change(hall, put("counter", "2", names={"ar": "الاستقبال"}), version=read)))


def test_what_is_arranged_for_today_does_not_become_the_set_up(hall: RunningHall) -> None:
    good(hall.post("/services/B/close", "head"), 201)
    good(hall.post("/settings", "head", change(hall, put("service", "A", target_wait_min=20))))
    stands = {one["code"]: one for one in good(hall.get("/settings", "head"))["document"]["service"]}
    assert stands["B"]["open"] is True
    refused(hall.post("/visits", "kiosk", {"service": "B", "visitor_kind": "citizen"}), "service_closed", 409)


def shown(times: list[str]) -> dict[str, Any]:
    """Return the five times of today as programs read them."""
    names = ("doors", "first_ticket", "counters_open", "last_ticket", "closing")
    return dict(zip(names, times, strict=True)) | {"open_today": True, "always_open": False}


def test_hours_of_a_week_and_of_ramadan_hold_at_once(hall: RunningHall) -> None:
    five = ["07:30", "08:00", "08:00", "13:30", "14:30"]
    short = ["08:30", "09:00", "09:00", "12:30", "13:00"]
    today = good(hall.get("/hall", "head"))["day"]["service_day"]
    week = dict.fromkeys(("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"), five)
    items = (put("hours", "", always_open=False, **week), added("ramadan", first=today, last=today, times=short))
    good(hall.post("/settings", "head", change(hall, *items)))
    assert good(hall.get("/hall", "head"))["hours"] == shown(short)
    version = good(hall.get("/settings", "head"))["version"]
    good(hall.post(f"/settings/{version}/undo", "head"))
    assert good(hall.get("/hall", "head"))["hours"]["always_open"] is True


def test_holidays_entered_meanwhile_stay(hall: RunningHall) -> None:
    day = {"first": "2027-02-01", "last": "2027-02-01", "names": {"ar": "عطلة"}, "source": "circular 7"}
    good(hall.post("/holidays", "head", day), 201)
    good(hall.post("/settings", "head", change(hall, put("hours", "", auto_close="22:00"))))
    off = good(hall.get("/working-days?from=2027-02-01&to=2027-02-01", "head"))["days_off"]
    assert [(one["day"], one["source"]) for one in off] == [("2027-02-01", "circular 7")]


def test_entries_stand_in_the_order_in_which_a_change_puts_them_last(hall: RunningHall) -> None:
    items = [put("service", code) | {"last": True} for code in ("B", "A")]
    told = good(hall.post("/settings/check", "head", change(hall, *items)))
    assert [(one["field"], one["before"], one["after"]) for one in told["differences"]] == [("order", "A, B", "B, A")]
    version = good(hall.post("/settings", "head", change(hall, *items)))["changes"][0]["version"]
    assert [one["code"] for one in good(hall.get("/hall", "kiosk"))["services"]] == ["B", "A"]
    good(hall.post(f"/settings/{version}/undo", "head"))
    assert [one["code"] for one in good(hall.get("/hall", "kiosk"))["services"]] == ["A", "B"]


def test_an_empty_notice_on_the_ticket_is_none(hall: RunningHall) -> None:
    good(hall.post("/settings", "head", change(hall, put("ticket_notice", "", ar="أهلًا", en=" "))))
    assert good(hall.get("/hall", "kiosk"))["kiosk"]["ticket_notice"] == {"ar": "أهلًا"}
    good(hall.post("/settings", "head", change(hall, put("ticket_notice", "", ar=""))))
    assert good(hall.get("/hall", "kiosk"))["kiosk"]["ticket_notice"] == {}


def test_notices_are_changed_as_one_list(hall: RunningHall) -> None:
    texts = [{"ar": "أهلًا", "en": "Welcome"}, {"ar": "هدوء", "en": "Quiet, please"}]
    items = put("notice", "", texts=texts)
    told = good(hall.post("/settings/check", "head", change(hall, items)))["differences"]
    assert [(one["act"], one["key"]) for one in told] == [
        ("added", "أهلًا – Welcome"),
        ("added", "هدوء – Quiet, please"),
    ]
    good(hall.post("/settings", "head", change(hall, items)))
    assert good(hall.get("/hall", "board"))["notices"] == texts
    changed = put("notice", "", texts=[texts[0], {"ar": "هدوء", "en": "Silence"}])
    told = good(hall.post("/settings/check", "head", change(hall, changed)))["differences"]
    assert [(one["act"], one["names"]["en"]) for one in told] == [("removed", "Quiet, please"), ("added", "Silence")]
    turned = put("notice", "", texts=texts[::-1])
    (told,) = good(hall.post("/settings/check", "head", change(hall, turned)))["differences"]
    assert (told["field"], told["after"]) == ("order", "هدوء – Quiet, please, أهلًا – Welcome")
    refused(hall.post("/settings", "head", change(hall, put("notice", "", texts="x"))), "settings_invalid", 422)
