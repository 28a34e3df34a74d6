"""The description of the hall over HTTP."""

from __future__ import annotations

from contracts.codec.reader import from_json
from contracts.settings.hall_view import HallView
from tests.helpers.hall_in_a_thread import RunningHall, good


def test_the_hall_describes_itself(hall: RunningHall) -> None:
    view = from_json(HallView, good(hall.get("/hall", "counter1")))
    assert view.names == {"ar": "قاعة الاختبار", "en": "Test Hall"}
    assert [service.code for service in view.services] == ["A", "B"]
    assert [agent.agent for agent in view.agents] == ["salim", "maryam"]


def test_machines_in_the_public_are_told_no_agents(hall: RunningHall) -> None:
    assert good(hall.get("/hall", "kiosk"))["agents"] == []
    assert good(hall.get("/hall", "board"))["agents"] == []
