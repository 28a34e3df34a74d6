"""All measures over HTTP: they change when a request or an enquiry does, and are those of one service where asked."""

from __future__ import annotations

from sqlalchemy import text

from tests.hall.requests.routes.test_requests import take_in
from tests.helpers.hall_in_a_thread import RunningHall, good


def test_requests_and_enquiries_of_the_period_stand_beside_the_waits(hall: RunningHall) -> None:
    assert good(hall.get("/figures", "head"))["requests"]["total"]["registered"] == 0
    number = take_in(hall)["number"]
    assert good(hall.get("/figures", "head"))["requests"]["total"]["waiting"] == 1
    good(hall.post(f"/requests/{number}/refer", "head"))
    good(hall.post("/enquiries", "reception", {"topic": "survey", "channel": "hall"}), 201)
    view = good(hall.get("/figures?period=month", "head"))
    total = view["requests"]["total"]
    assert (total["waiting"], total["judged"], total["in_time_share"]) == (0, 1, 100.0)
    (part,) = view["requests"]["directorates"]
    assert part["names"]["en"] == "Directorate of Lands"
    assert view["enquiries"]["topics"][0]["names"]["en"] == "Survey and site plan"


def test_one_ticket_may_be_several_transactions_and_a_service_has_its_own_requests(hall: RunningHall) -> None:
    token = hall.sign_in()
    hall.issue()
    good(hall.post("/counters/1/call-next", token))
    good(hall.post("/counters/1/begin", token))
    request = {"subject": "a plot", "directorate": "lands", "topic": "survey"}
    body = {"outcome": "request_registered", "request": request, "transactions": [{"quantity": 3}]}
    good(hall.post("/counters/1/finish", token, body))
    take_in(hall)
    view = good(hall.get("/figures?service=A", "head"))
    assert (view["total"]["came"], view["total"]["transactions"]) == (1, 3)
    assert (view["requests"]["total"]["registered"], view["enquiries"]) == (1, None)
    assert good(hall.get("/figures", "head"))["requests"]["total"]["registered"] == 2
    assert good(hall.get("/figures?service=B", "head"))["requests"]["total"]["registered"] == 0


def test_the_survey_stands_beside_the_waits_and_equals_sql_written_by_hand(hall: RunningHall) -> None:
    token = hall.sign_in()
    for face in (5, 4, 2, 5, 3, 1):
        code = {"Visit-Code": hall.issue()["status_url"].partition("#")[2]}
        good(hall.post("/counters/1/call-next", token, {"sure": True}))
        good(hall.post("/counters/1/begin", token))
        good(hall.post("/counters/1/finish", token, {"outcome": "completed"}))
        if face != 3:
            good(hall.post("/place/survey", None, {"face": face}, headers=code))
    told = good(hall.get("/figures", "head"))["surveys"]
    by_hand = hall.hall.store.reads.read(lambda work, _now: work.connection.execute(text(BY_HAND)).one()).result()
    total = told["total"]
    assert (total["answers"], total["served"], total["satisfied_share"], total["mean"]) == tuple(by_hand)
    assert (total["response_share"], [one["key"] for one in told["services"]]) == (83.3, ["A"])
    assert good(hall.get("/figures?service=B", "head"))["surveys"]["total"]["answers"] == 0


def test_who_was_served_on_paper_is_counted_for_the_day_and_its_service(hall: RunningHall) -> None:
    hall.issue("B", visitor_kind="citizen")
    blocks = good(hall.post("/paper/numbers", "head"))["blocks"]
    first = next(one for one in blocks if one["service"] == "A")["first"]
    day = good(hall.get("/day", "head"))["service_day"]
    lines = [
        {"ticket": f"A{first}", "issued_at": f"{day}T00:00:01+04:00", "outcome": "completed"},
        {"ticket": f"A{first + 1}", "issued_at": f"{day}T00:00:02+04:00"},
    ]
    good(hall.post("/paper/tickets", "head", {"service_day": day, "tickets": lines}))
    told = [good(hall.get(f"/figures{service}", "head")) for service in ("", "?service=A", "?service=B")]
    assert [one["served_on_paper"] for one in told] == [1, 1, 0]
    assert told[0]["total"]["came"] == 3


def test_appointments_with_officials_stand_beside_the_waits(hall: RunningHall) -> None:
    told = good(hall.get("/figures", "head"))["officials"]
    assert (told["total"]["booked"], told["officials"]) == (0, [])
    assert "officials" in good(hall.get("/figures?service=A", "analyst"))


BY_HAND = """
    SELECT count(*), (SELECT count(*) FROM visit WHERE state = 'finished'),
           round(100.0 * sum(face >= 4) / count(*), 1), round(1.0 * sum(face) / count(*), 2)
    FROM survey
"""
