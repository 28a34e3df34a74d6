"""The lists changed over HTTP: topics, reasons, powers, officials; what was chosen once keeps its name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.hall.administration.test_settings import added, change, put, removed
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, at_ten, good, hall_in_a_thread, refused

LAND = {"subject": "a plot", "topic": "land_grant", "directorate": "lands", "source": "email"}
POWER = {"code": "deputy", "names": {"ar": "نائب المدير", "en": "Deputy director"}, "holder": "Ali Said"}


def offered(hall: RunningHall, name: str, who: str = "head") -> list[str]:
    return [one["code"] for one in good(hall.get("/hall", who))["requests"][name]]


def store(hall: RunningHall, *items: dict[str, Any]) -> None:
    good(hall.post("/settings", "head", change(hall, *items)))


def test_a_topic_is_offered_at_once_and_no_longer_when_it_is_removed(hall: RunningHall) -> None:
    store(hall, added("topic", code="permits", names={"ar": "التصاريح", "en": "Permits"}))
    assert offered(hall, "topics")[-1] == "permits"
    good(hall.post("/requests", "head", LAND | {"topic": "permits"}), 201)
    store(hall, removed("topic", "permits"), removed("topic", "survey"))
    assert {"permits", "survey"}.isdisjoint(offered(hall, "topics"))
    refused(hall.post("/requests", "head", LAND | {"topic": "permits"}), "topic_unknown", 422)
    (request,) = good(hall.get("/requests", "head"))
    assert request["topic_names"]["en"] == "Permits", "the request keeps its topic's name"
    kept = good(hall.get("/settings", "head"))["document"]["topic"]
    assert [one["code"] for one in kept if not one["offered"]] == ["permits"], "no request names the other"


def test_a_request_is_still_referred_to_its_directorate_when_that_is_no_longer_offered(hall: RunningHall) -> None:
    number = good(hall.post("/requests", "head", LAND), 201)["number"]
    store(hall, put("directorate", "lands", offered=False))
    refused(hall.post("/requests", "head", LAND), "directorate_unknown", 422)
    assert good(hall.post(f"/requests/{number}/refer", "head"))["state"] == "referred"


def test_a_name_that_another_entry_has_is_refused_unless_that_is_not_offered(hall: RunningHall) -> None:
    twice = added("topic", code="plots", names={"ar": "قطعة أرض", "en": "land  GRANT"})
    problem = refused(hall.post("/settings", "head", change(hall, twice)), "settings_invalid", 422)
    assert [one["field"] for one in problem["fields"]] == ["topic[7].names.en"]
    store(hall, put("topic", "land_grant", offered=False), twice)


@pytest.mark.parametrize("section", ["topic", "directorate", "power"])
def test_the_last_entry_of_a_list_stays_as_the_usual_ones_would_come_back(hall: RunningHall, section: str) -> None:
    entries = good(hall.get("/settings", "head"))["document"][section]
    items = [removed(section, one["code"]) for one in entries]
    problem = refused(hall.post("/settings", "head", change(hall, *items)), "settings_invalid", 422)
    assert [one["field"] for one in problem["fields"]] == [f"{section}.last"]
    store(hall, *items[1:])


def test_a_decision_beyond_a_power_is_refused_and_changes_nothing(hall: RunningHall) -> None:
    store(hall, added("power", **POWER, limit_omr=5000, valid_until="2026-01-31"))
    number = good(hall.post("/requests", "head", LAND | {"urgent": True}), 201)["number"]
    path = f"/requests/{number}/decide"
    body = {"decision": "granted", "decided_by": "Ali Said", "power": "deputy", "amount_omr": 5000}
    refused(hall.post(path, "head", body), "power_expired", 409)
    body["day"] = "2026-01-30"
    refused(hall.post(path, "head", body | {"amount_omr": 5001}), "power_limit", 409)
    refused(hall.post(path, "head", body | {"amount_omr": None}), "power_amount", 422)
    refused(hall.post(path, "head", body | {"amount_omr": -1}), "field_invalid", 422)
    refused(hall.post(path, "head", body | {"decided_by": "Salim"}), "power_holder", 409)
    assert good(hall.get("/requests", "head"))[0]["state"] == "registered"
    decision = good(hall.post(path, "head", body))["decision"]
    assert (decision["by"], decision["amount_omr"], decision["day"]) == ("Ali Said", 5000, "2026-01-30")


def test_a_machine_of_the_public_reads_no_powers(hall: RunningHall) -> None:
    assert offered(hall, "powers") == ["head_of_hall", "director", "undersecretary"]
    assert offered(hall, "powers", "kiosk") == offered(hall, "powers", "board") == []


OFFICIAL = {"code": "director", "names": {"ar": "المدير", "en": "Director"}, "agent": "salim", "service": "M"}
WEEK = {day: ["09:00-20:00"] for day in ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")}
ROOM = {"prefix": "M", "names": {"ar": "مقابلة المدير", "en": "The director"}, "open": False}


def test_an_official_is_added_and_not_removed_while_somebody_has_booked(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path, setup=SETUP, clock=at_ten()) as hall:
        refused(hall.get("/officials/director/day", "head"), "official_unknown", 404)
        room = (added("service", **ROOM), added("counter", number=7, services=["M"]))
        lonely = change(hall, *room, added("official", **OFFICIAL, **WEEK))
        problem = refused(hall.post("/settings", "head", lonely), "settings_invalid", 422)
        assert [one["field"] for one in problem["fields"]] == ["official"], "appointments are not offered yet"
        store(hall, *room, added("official", **OFFICIAL, **WEEK), put("appointments", "", offered=True))
        day = good(hall.get("/officials/director/day", "reception"))
        slot = next(one["slot_at"] for one in day["slots"] if one["state"] == "free")
        booked = good(hall.post("/officials/director/appointments", "reception", {"slot_at": slot}), 201)
        out = removed("official", "director")
        refused(hall.post("/settings", "head", change(hall, out)), "official_in_use", 409)
        good(hall.post(f"/appointments/{booked['number']}/cancel", "reception"))
        store(hall, out)
        assert good(hall.get("/officials", "head"))["officials"] == []


def test_an_official_and_the_agent_who_he_is_are_added_in_one_change(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path, setup=SETUP, clock=at_ten()) as hall:
        room = (added("service", **ROOM), added("counter", number=7, services=["M"]))
        agent = added("agent", code="director", names=OFFICIAL["names"], services=["M"])
        official = added("official", **{**OFFICIAL, "agent": "director"}, **WEEK)
        store(hall, *room, agent, official, put("appointments", "", offered=True))
        assert [one["official"] for one in good(hall.get("/officials", "head"))["officials"]] == ["director"]


def test_a_reason_has_the_halls_name_for_it_also_when_it_is_no_longer_offered(hall: RunningHall) -> None:
    store(hall, added("reason", code="delegation", names={"ar": "وفد رسمي", "en": "Official delegation"}))
    ticket, salim = hall.issue(), hall.sign_in(1)
    assert good(hall.get("/hall", "head"))["reasons"][-1] == "delegation"
    good(hall.post("/counters/1/call", salim, {"visit": ticket["visit"], "reason": "delegation"}))
    store(hall, removed("reason", "delegation"))
    view = good(hall.get("/hall", "head"))
    assert "delegation" not in view["reasons"]
    assert view["reason_names"]["delegation"]["en"] == "Official delegation"
    maryam = hall.sign_in(2, "maryam", "802946")
    refused(hall.post("/counters/2/walk-up", maryam, {"service": "A", "reason": "delegation"}), "reason_unknown", 422)
    story = good(hall.get(f"/visits/{ticket['visit']}/story?lang=en", "head"))
    assert any("reason: Official delegation" in line["sentence"] for line in story["lines"]), story["lines"]
