"""The hall head's arrangements over HTTP: each is announced at once, and each is taken back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused


def arrange(hall: RunningHall, path: str, body: Any = None) -> dict[str, Any]:
    return dict(good(hall.post(path, "head", body), 201))


def undo(hall: RunningHall, made: dict[str, Any]) -> list[dict[str, Any]]:
    return list(good(hall.post(f"/arrangements/{made['arrangement']}/undo", "head"))["arrangements"])


def test_a_service_is_closed_at_the_kiosks_and_opened_again(hall: RunningHall) -> None:
    made = arrange(hall, "/services/A/close")
    assert (made["kind"], made["service"], made["by"]) == ("service_closed", "A", "head")
    assert [one["open"] for one in good(hall.get("/hall", "kiosk"))["services"]] == [False, True]
    refused(hall.post("/visits", "kiosk", {"service": "A"}), "service_closed", 409)
    refused(hall.post("/services/A/close", "head"), "already_so", 409)
    assert undo(hall, made) == []
    hall.issue()
    refused(hall.post("/services/A/open", "head"), "already_so", 409)
    refused(hall.post("/services/Z/close", "head"), "service_unknown", 404)


def test_an_agent_is_moved_and_his_workplace_says_so(hall: RunningHall) -> None:
    agent = hall.sign_in()
    made = arrange(hall, "/agents/salim/services", {"services": ["B"]})
    assert good(hall.get("/counters/1", agent))["services"] == ["B"]
    undo(hall, made)
    assert good(hall.get("/counters/1", agent))["services"] == ["A", "B"]
    refused(hall.post("/agents/nobody/services", "head", {"services": ["A"]}), "agent_unknown", 404)


def test_a_counter_is_reserved(hall: RunningHall) -> None:
    arrange(hall, "/counters/1/reserve", {"services": ["B"]})
    assert good(hall.get("/hall", "head"))["counters"][0]["services"] == ["B"]
    refused(hall.post("/counters/2/reserve", "head", {"services": ["B"]}), "not_at_counter", 409)


def test_a_notice_is_on_the_boards_at_once(hall: RunningHall) -> None:
    made = arrange(hall, "/notices", {"texts": {"ar": "  الرجاء   الانتظار ", "en": ""}})
    assert good(hall.get("/board", "board"))["notices"] == [{"ar": "الرجاء الانتظار"}]
    assert [one["texts"] for one in good(hall.get("/arrangements", "analyst"))["arrangements"]] == [made["texts"]]
    undo(hall, made)
    assert good(hall.get("/board", "board"))["notices"] == []
    refused(hall.post(f"/arrangements/{made['arrangement']}/undo", "head"), "arrangement_unknown", 404)


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/notices", {"texts": {"ar": " "}}, "texts"),
        ("/notices", {"texts": {"fr": "Attendez"}}, "texts.fr"),
        ("/notices", {"texts": {"en": "x" * 201}}, "texts.en"),
        ("/agents/salim/services", {"services": []}, "services"),
        ("/counters/1/reserve", {"services": []}, "services"),
        ("/counters/1/reserve", {}, "services"),
    ],
)
def test_what_is_not_understood_changes_nothing(hall: RunningHall, path: str, body: Any, field: str) -> None:
    problem = refused(hall.post(path, "head", body), "field_invalid", 422)
    assert [one["field"] for one in problem["fields"]] == [field]
    assert good(hall.get("/arrangements", "head"))["arrangements"] == []


def test_the_same_key_arranges_once_and_a_start_keeps_it(hall: RunningHall) -> None:
    key = {"Idempotency-Key": "k1"}
    first = good(hall.post("/services/A/close", "head", headers=key), 201)
    assert good(hall.post("/services/A/close", "head", headers=key), 201) == first
    with hall.hall.store.engine.connect() as connection:
        from hall.settings.store.settings_store import read_settings

        stored = read_settings(connection)
    assert [one.id for one in stored.arrangements] == [first["arrangement"]]
    assert stored.service(stored.services[0].code).open, "the set-up itself stays as it was"
