"""The trade's own scenarios of a counter, in our words, on real processes over HTTP.

Walk-in, call, finish; the limit of repeated calls; park and resume; transfer and back; appointments among those who
wait: what the public tests of the peers try on theirs (research of the field), tried on ours.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from commands.hall_client import HallClient, HallRefusedError
from tests.e2e.conftest import StartDemo
from tests.helpers.hall_alone import HallAlone

pytestmark = pytest.mark.full


@dataclass
class Counters:
    """One demo as its people reach it."""

    base: str
    tokens: dict[str, Any]

    def at(self, number: int) -> HallClient:
        return HallClient(self.base, self.tokens["counters"][str(number)])

    @property
    def kiosk(self) -> HallClient:
        return HallClient(self.base, self.tokens["kiosk"])

    @property
    def head(self) -> HallClient:
        return HallClient(self.base, self.tokens["head"])

    def issue(self, service: str = "A", **more: object) -> str:
        return str(self.kiosk.post("/visits", {"service": service, **more})["visit"])


@pytest.fixture
def hall(start_demo: StartDemo) -> Counters:
    demo = start_demo(size="middle").description
    return Counters(demo["hall"], demo["tokens"])


def counter_of(hall: Counters, service: str) -> int:
    return next(int(n) for n in hall.tokens["counters"] if service in hall.at(int(n)).get(f"/counters/{n}")["services"])


def post(hall: Counters, number: int, move: str, **body: object) -> Any:
    return hall.at(number).post(f"/counters/{number}/{move}", body)


def test_a_walk_in_is_called_served_and_finished(hall: Counters) -> None:
    # Given somebody with a ticket
    visit, number = hall.issue(), counter_of(hall, "A")
    # When the counter calls, begins and finishes
    assert post(hall, number, "call-next")["visit"] == visit
    assert [call["visit"] for call in hall.head.get("/board")["calls"]] == [visit]
    assert post(hall, number, "begin")["state"] == "serving"
    done = post(hall, number, "finish", outcome="completed", transactions=[{"quantity": 2}])
    # Then the visit is over, counted once, and nobody waits
    assert (done["state"], done["stages"][0]["quantity"]) == ("finished", 2)
    assert post(hall, number, "call-next") is None
    assert hall.at(number).get(f"/counters/{number}")["session"]["served"] == 1


def test_somebody_without_a_ticket_is_served_for_a_reason(hall: Counters) -> None:
    number = counter_of(hall, "A")
    with pytest.raises(HallRefusedError, match="reason_unknown"):
        post(hall, number, "walk-up", service="A", reason="a friend")
    assert post(hall, number, "walk-up", service="A", reason="special_care")["state"] == "serving"
    assert hall.head.get("/board")["calls"] == []
    assert post(hall, number, "finish", outcome="completed")["state"] == "finished"


def test_who_does_not_come_is_missed_and_can_come_back(hall: Counters) -> None:
    visit, number = hall.issue(), counter_of(hall, "A")
    post(hall, number, "call-next")
    assert post(hall, number, "no-show")["state"] == "no_show"
    assert hall.kiosk.post(f"/visits/{visit}/reinstate", {})["state"] == "waiting"
    assert post(hall, number, "call-next")["visit"] == visit


def test_a_parked_visit_is_reminded_of_and_called_again_while_others_are_served(hall: Counters) -> None:
    parked, number = hall.issue(), counter_of(hall, "A")
    other = hall.issue()
    post(hall, number, "call-next")
    post(hall, number, "begin")
    aside = post(hall, number, "park", remind_in_min=5, note="fetches the deed")
    assert (aside["state"], aside["stages"][0]["note"]) == ("parked", "fetches the deed")
    assert aside["stages"][0]["remind_at"] is not None
    assert post(hall, number, "call-next")["visit"] == other
    with pytest.raises(HallRefusedError, match="visit_open"):
        post(hall, number, "resume", visit=parked)
    post(hall, number, "no-show")
    assert post(hall, number, "resume", visit=parked)["state"] == "called"
    assert post(hall, number, "begin")["state"] == "serving"


def test_a_visit_is_transferred_and_comes_back_to_the_same_agent(hall: Counters) -> None:
    visit, number = hall.issue(), counter_of(hall, "A")
    agent = post(hall, number, "call-next")["stages"][0]["agent"]
    post(hall, number, "begin")
    target = next(n for n in map(int, hall.tokens["counters"]) if n != number)
    sent = post(hall, number, "transfer", counter=target, and_back=True, note="check the plan")
    assert (sent["state"], sent["stages"][1]["note"]) == ("waiting", "check the plan")
    assert post(hall, target, "call-next")["visit"] == visit
    post(hall, target, "begin")
    back = post(hall, target, "finish", outcome="completed")
    assert (back["state"], len(back["stages"])) == ("waiting", 3)
    again = post(hall, number, "call-next")
    assert (again["visit"], again["stages"][2]["agent"]) == (visit, agent)


def test_a_number_that_is_said_is_found_whatever_became_of_it(hall: Counters) -> None:
    visit, number = hall.issue(), counter_of(hall, "A")
    digits = int(hall.head.get(f"/visits/{visit}")["ticket"][1:])

    def found() -> dict[str, str]:
        answer = hall.at(number).get(f"/visits/by-number?number={digits}")
        return {one["visit"]: one["state"] for one in answer["visits"]}

    assert found()[visit] == "waiting"
    post(hall, number, "call-next")
    post(hall, number, "no-show")
    assert found()[visit] == "no_show"


def test_who_lacks_documents_comes_back_with_the_code_on_the_paper(hall: Counters) -> None:
    visit, number = hall.issue(), counter_of(hall, "A")
    post(hall, number, "call-next")
    post(hall, number, "begin")
    done = post(hall, number, "finish", outcome="documents_missing", missing=["سند الملكية"])
    # Given what stands on the paper
    slip = hall.kiosk.get(f"/visits/{visit}/return-slip")
    assert (slip, slip["missing"], slip["state"]) == (done["return_slip"], ["سند الملكية"], "good")
    # Then its holder has a ticket in the lane `returning`, once
    assert hall.head.post(f"/returns/{slip['code']}/check-in", {})["lane"] == "returning"
    with pytest.raises(HallRefusedError, match="return_used"):
        hall.head.post(f"/returns/{slip['code']}/check-in", {})
    assert hall.kiosk.get(f"/visits/{visit}/return-slip")["state"] == "used"


def test_an_appointment_is_called_among_those_who_wait_by_its_slot(start_demo: StartDemo) -> None:
    with set_up_anew(start_demo, "appointments", offered=True) as hall:
        _appointment_among_others(hall)


def _appointment_among_others(hall: Counters) -> None:
    first = hall.issue()
    slot = (datetime.now(UTC) + timedelta(minutes=2)).replace(microsecond=0)
    booked = hall.head.post("/appointments", {"service": "A", "slot_at": slot.isoformat()})
    arrived = hall.kiosk.post(f"/appointments/{booked['number']}/check-in", {})
    last = hall.issue()
    number = counter_of(hall, "A")
    order = []
    for _ in range(3):
        order.append(post(hall, number, "call-next"))
        post(hall, number, "no-show")
    # The slot counts from its time with fifteen minutes of head start: before who came with no booking just now.
    assert [visit["visit"] for visit in order] == [arrived["visit"], first, last]
    assert order[0]["lane"] == "appointment"
    assert "15 min" in order[0]["why"]["en"]


def test_several_services_and_a_code_to_come_back_with(hall: Counters) -> None:
    number = counter_of(hall, "A")
    services = hall.at(number).get(f"/counters/{number}")["services"]
    hall.issue()
    post(hall, number, "call-next")
    post(hall, number, "begin")
    other = next((code for code in services if code != "A"), "A")
    assert post(hall, number, "continue", service=other)["state"] == "serving"
    slip = post(hall, number, "finish", outcome="documents_missing", missing=["title deed"])["return_slip"]
    assert slip["missing"] == ["title deed"]
    ticket = hall.kiosk.post(f"/returns/{slip['code']}/check-in", {})
    assert (ticket["lane"], ticket["service"]) == ("returning", other)


def test_a_call_is_repeated_as_often_as_the_hall_allows(start_demo: StartDemo) -> None:
    # Given a hall in which a call is repeated twice at most
    with set_up_anew(start_demo, "limits", recall_max=2) as hall:
        visit, number = hall.issue(), counter_of(hall, "A")
        post(hall, number, "call-next")
        # When it was repeated twice
        assert [post(hall, number, "recall")["state"] for _ in range(2)] == ["called", "called"]
        # Then a third is refused, and the visit can only be missed or served
        with pytest.raises(HallRefusedError, match="recall_limit"):
            post(hall, number, "recall")
        assert post(hall, number, "no-show")["visit"] == visit


@contextmanager
def set_up_anew(start_demo: StartDemo, setting: str, **values: object) -> Iterator[Counters]:
    """Run the hall of a stopped demo with other values of one setting, as an administrator would have set it up."""
    demo = start_demo(size="middle")
    tokens = demo.description["tokens"]
    demo.stop()
    with closing(sqlite3.connect(demo.folder / "hall" / "hall.sqlite")) as connection, connection:
        (value,) = connection.execute("SELECT value FROM setting WHERE key = ?", (setting,)).fetchone()
        changed = json.dumps(json.loads(value) | values)
        connection.execute("UPDATE setting SET value = ? WHERE key = ?", (changed, setting))
    with HallAlone(demo.folder) as alone:
        yield Counters(alone.base, tokens)
