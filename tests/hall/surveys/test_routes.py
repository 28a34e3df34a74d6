"""The survey over HTTP: by the ticket's code, and from the tablet of the visit's counter."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlalchemy import select

from hall.composition.sql_work import SqlWork
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.platform.db.tables.core import outbox
from tests.helpers.hall_in_a_thread import RunningHall, good, refused


def finished(hall: RunningHall, agent: str) -> tuple[str, dict[str, str]]:
    """Serve a visitor at counter 1 and return the visit and the header with its code."""
    issued = hall.issue()
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/begin", agent))
    good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    return issued["visit"], {"Visit-Code": issued["status_url"].partition("#")[2]}


def test_a_visitor_answers_by_the_tickets_code_and_changes_it(hall: RunningHall, agent: str) -> None:
    _, code = finished(hall, agent)
    assert good(hall.get("/place", headers=code))["survey"]["open"] is True
    first = good(hall.post("/place/survey", None, {"face": 5, "reason": "manner"}, headers=code))
    assert (first["face"], first["reason"], first["open"]) == (5, "manner", True)
    assert good(hall.post("/place/survey", None, {"face": 2, "words": "طويل"}, headers=code))["words"] == "طويل"
    hall.clock.move_on(minutes=11)
    refused(hall.post("/place/survey", None, {"face": 5}, headers=code), "survey_over", 409)
    assert good(hall.get("/place", headers=code))["survey"] == {
        "open": False, "until": first["until"], "face": 2, "reason": None, "words": "طويل",
    }  # fmt: skip


def test_what_is_no_answer_is_refused_by_its_field(hall: RunningHall, agent: str) -> None:
    waiting = {"Visit-Code": hall.issue()["status_url"].partition("#")[2]}
    assert good(hall.get("/place", headers=waiting))["survey"] is None
    refused(hall.post("/place/survey", None, {"face": 5}, headers=waiting), "survey_early", 409)
    refused(hall.post("/place/survey", None, {"face": 5}, headers={"Visit-Code": "x" * 20}), "code_unknown", 404)
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/begin", agent))
    good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    for body in ({"face": 7}, {"face": 3, "words": "x" * 201}):
        refused(hall.post("/place/survey", None, body, headers=waiting), "field_invalid", 422)


def test_a_tablet_asks_about_its_counters_last_visit_and_no_other(hall: RunningHall, agent: str) -> None:
    assert good(hall.get("/counters/1/survey", "tablet"))["ask"] is None
    visit, _ = finished(hall, agent)
    refused(hall.get("/counters/2/survey", "tablet"), "role_refused", 403)
    ask = good(hall.get("/counters/1/survey", "tablet"))["ask"]
    assert (ask["visit"], ask["service_names"]["en"]) == (visit, "Lands")
    refused(hall.post("/counters/1/survey", "tablet", {"visit": "other", "face": 1}), "survey_elsewhere", 409)
    good(hall.post("/counters/1/survey", "tablet", {"visit": visit, "face": 4}), 204)
    good(hall.post("/counters/1/survey", "tablet", {"visit": visit, "face": 4, "reason": "place"}), 204)
    assert good(hall.get("/counters/1/survey", "tablet"))["ask"] is None


def test_a_tablet_that_still_asks_erases_nothing_of_the_phones_answer(hall: RunningHall, agent: str) -> None:
    visit, code = finished(hall, agent)
    assert good(hall.get("/counters/1/survey", "tablet"))["ask"]["visit"] == visit
    good(hall.post("/place/survey", None, {"face": 1, "words": "طويل"}, headers=code))
    refused(hall.post("/counters/1/survey", "tablet", {"visit": visit, "face": 5}), "survey_elsewhere", 409)
    kept = good(hall.get("/place", headers=code))["survey"]
    assert (kept["face"], kept["words"]) == (1, "طويل")


def test_no_agent_reads_an_answer_anywhere(hall: RunningHall, agent: str) -> None:
    visit, code = finished(hall, agent)
    good(hall.post("/place/survey", None, {"face": 1, "words": "secret"}, headers=code))
    for path in ("/counters/1", f"/visits/{visit}", "/agents/me/figures", "/queues", "/board"):
        answer = hall.get(path, agent).text
        assert "secret" not in answer
        assert '"face"' not in answer


def test_phone_and_tablet_at_once_leave_one_answer_and_no_gap_in_its_revisions(hall: RunningHall, agent: str) -> None:
    visit, code = finished(hall, agent)
    asks = [
        lambda: hall.post("/place/survey", None, {"face": 5}, headers=code),
        lambda: hall.post("/counters/1/survey", "tablet", {"visit": visit, "face": 2}),
        lambda: hall.post("/place/survey", None, {"face": 3}, headers=code),
    ]
    with ThreadPoolExecutor(len(asks)) as threads:
        answers = [one.result().status_code for one in [threads.submit(ask) for ask in asks]]
    # Once the phone has answered, the tablet asks no more.
    assert answers in ([200, 204, 200], [200, 409, 200])
    records = hall.hall.store.reads.read(_told).result()
    assert [one["rev"] for one in records] == list(range(1, 4 - answers.count(409)))
    kept = hall.hall.store.reads.read(lambda work, _now: work.surveys.find(VisitId(visit))).result()
    assert kept is not None
    assert (kept.face.value, kept.told) == (records[-1]["face"], len(records))


def _told(work: SqlWork, _now: Moment) -> list[dict[str, Any]]:
    bodies = work.connection.execute(select(outbox.c.body).where(outbox.c.kind == "survey").order_by(outbox.c.seq))
    return [json.loads(body) for body in bodies.scalars()]


def test_an_agent_reads_thanks_of_five_answers_and_not_of_four(hall: RunningHall, agent: str) -> None:
    for at, face in enumerate((5, 4, 1, 5, 4)):
        assert good(hall.get("/agents/me/figures", agent))["thanks"] is None, at
        good(hall.post("/place/survey", None, {"face": face}, headers=_served(hall, agent)))
    assert good(hall.get("/agents/me/figures", agent))["thanks"] == 4
    assert good(hall.get("/agents/me/figures?period=week", agent))["thanks"] is None


def _served(hall: RunningHall, agent: str) -> dict[str, str]:
    hall.clock.move_on(seconds=10)  # a second call within three seconds would be asked about
    return finished(hall, agent)[1]
