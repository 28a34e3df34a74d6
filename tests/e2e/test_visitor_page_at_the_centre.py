"""Where tickets lead to the ministry's address, a phone sees its place there and its answer counts once in the hall."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from hall.centre.inbox import take_items
from hall.centre.place_publisher import PlacePublisher
from hall.queue.routes.from_other_capabilities import EXPECTED_WAITS
from sync.uplink import HttpUplink
from tests.helpers.centre import RunningCentre, running_centre
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread


def place(centre: RunningCentre, code: str) -> dict[str, object]:
    answer = requests.get(f"{centre.url}/h/1/place", headers={"Visit-Code": code}, timeout=60)
    return dict(answer.json())


def serve(hall: RunningHall) -> None:
    session = hall.sign_in()
    for move, body in (("call-next", {}), ("begin", {}), ("finish", {"outcome": "completed"})):
        good(hall.post(f"/counters/1/{move}", session, body))


@pytest.mark.full
def test_a_phone_sees_its_place_and_the_answer_counts_once_in_the_hall(tmp_path: Path) -> None:
    folder = tmp_path / "hall"
    folder.mkdir()
    with running_centre(tmp_path / "centre") as centre, hall_in_a_thread(folder) as hall:
        wire = HttpUplink(centre.url, "1", centre.enrol())
        told = PlacePublisher(hall.hall.store, hall.hall.parts.get(EXPECTED_WAITS))

        def tell() -> None:
            places = told()
            assert places is not None
            assert wire.send_places(places)

        ticket = hall.issue()
        code = str(ticket["status_url"]).rpartition("#")[2]
        tell()
        seen = place(centre, code)
        assert (seen["ticket"], seen["state"], seen["people_ahead"]) == (ticket["ticket"], "waiting", 0)
        assert datetime.fromisoformat(str(seen["as_of"])) <= datetime.now(UTC)
        serve(hall)
        tell()
        assert place(centre, code)["state"] == "finished"
        for _ in range(2):
            answer = requests.post(
                f"{centre.url}/h/1/place/survey", json={"face": 5}, headers={"Visit-Code": code}, timeout=60
            )
            assert answer.json()["face"] == 5
        for _ in range(2):
            take_items(hall.hall.store, wire.inbox_after(0))
        own = good(hall.get("/place", headers={"Visit-Code": code}))
        assert own["survey"]["face"] == 5
        assert [fact["kind"] for fact in _facts(hall)].count("survey_given") == 1
        wire.close()


def test_a_visitor_cancels_at_the_centre_and_the_hall_does_it_once_by_its_own_rules(tmp_path: Path) -> None:
    folder = tmp_path / "hall"
    folder.mkdir()
    with running_centre(tmp_path / "centre") as centre, hall_in_a_thread(folder) as hall:
        wire = HttpUplink(centre.url, "1", centre.enrol())
        told = PlacePublisher(hall.hall.store, hall.hall.parts.get(EXPECTED_WAITS))

        def tell() -> None:
            places = told()
            assert places is not None
            assert wire.send_places(places)

        def move(what: str) -> dict[str, object]:
            answer = requests.post(f"{centre.url}/h/1/place/{what}", headers={"Visit-Code": code}, timeout=60)
            assert answer.status_code == 200, answer.text
            return dict(answer.json())

        hall.issue()
        code = str(hall.issue()["status_url"]).rpartition("#")[2]
        tell()
        assert move("late")["asked"] is True
        for _ in range(2):
            take_items(hall.hall.store, wire.inbox_after(0))
        assert good(hall.get("/place", headers={"Visit-Code": code}))["late"] is True
        tell()
        assert (place(centre, code)["late"], place(centre, code)["asked"]) == (True, False)
        move("cancel")
        move("undo-cancel")
        move("cancel")
        take_items(hall.hall.store, wire.inbox_after(0))
        assert good(hall.get("/place", headers={"Visit-Code": code}))["state"] == "cancelled"
        tell()
        assert int(str(place(centre, code)["undo_s"])) > 60, "the hall's own seconds count"
        assert [fact["kind"] for fact in _facts(hall)].count("visit_cancelled") == 2
        wire.close()


def _facts(hall: RunningHall) -> list[dict[str, str]]:
    from sqlalchemy import select

    from hall.platform.db.tables.core import fact

    with hall.hall.store.engine.connect() as connection:
        return [{"kind": row.kind} for row in connection.execute(select(fact.c.kind))]
