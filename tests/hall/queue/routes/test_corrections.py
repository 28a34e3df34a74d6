"""Corrections over HTTP: what is doubtful, what is corrected, and that two at the same time leave one order."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.hall.reporting.routes.test_story import served
from tests.helpers.hall_in_a_thread import RunningHall, at_ten, good, hall_in_a_thread, refused


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    """A hall at ten in the morning: these tests move its clock on, and its midnight is far."""
    with hall_in_a_thread(tmp_path, clock=at_ten()) as running:
        yield running


def test_a_visit_finished_too_soon_is_doubtful_is_put_right_and_taken_back(hall: RunningHall) -> None:
    ticket = served(hall)
    hall.clock.move_on(minutes=30)
    view = good(hall.get("/corrections", "head"))
    (odd,) = view["doubtful"]
    assert (odd["visit"], odd["why"], odd["agent"]) == (ticket["visit"], "too_short", "salim")
    ended_at = (datetime.fromisoformat(odd["begun_at"]) + timedelta(minutes=7)).isoformat()
    path, body = f"/visits/{ticket['visit']}/corrections", {"reason": "finished_too_soon", "ended_at": ended_at}
    visit = good(hall.post(path, "head", body))
    assert datetime.fromisoformat(visit["stages"][0]["ended_at"]) == datetime.fromisoformat(ended_at)
    view = good(hall.get("/corrections", "head"))
    (one,) = view["corrections"]
    assert (one["before"]["serving_s"], one["after"]["serving_s"], view["doubtful"]) == (0, 420, [])
    assert good(hall.get("/figures", "head"))["total"]["serving_s"] == 420.0
    good(hall.post(f"{path}/undo", "head"))
    refused(hall.post(f"{path}/undo", "head"), "nothing_to_undo", 409)
    story = good(hall.get(f"/visits/{ticket['visit']}/story?lang=en", "auditor"))
    assert [line["kind"] for line in story["lines"]][-2:] == ["visit_corrected", "correction_taken_back"]


def test_a_figure_of_a_closed_day_is_marked_revised_with_both_values(hall: RunningHall) -> None:
    ticket = served(hall)
    day = good(hall.get("/figures", "head"))["first"]
    good(hall.post("/day/close", "head"))
    assert good(hall.get(f"/figures?day={day}", "head"))["revised"] == []
    hall.clock.move_on(days=1)
    visit = good(hall.get(f"/visits/{ticket['visit']}", "head"))
    ended_at = (datetime.fromisoformat(visit["stages"][0]["begun_at"]) + timedelta(minutes=5)).isoformat()
    body = {"reason": "finished_too_soon", "ended_at": ended_at}
    good(hall.post(f"/visits/{ticket['visit']}/corrections", "head", body))
    view = good(hall.get(f"/figures?period=month&day={day}", "head"))
    (one,) = view["revised"]
    assert one["closed"]["serving_s"] < 20 < one["now"]["serving_s"] == 300.0
    assert view["total_closed"]["serving_s"] == one["closed"]["serving_s"]
    file = hall.get(f"/figures.csv?lang=en&day={day}", "head").content.decode("utf-8-sig")
    assert f"Changed after closing,{day}" in file


def test_what_cannot_have_been_is_refused(hall: RunningHall) -> None:
    ticket = served(hall)
    path = f"/visits/{ticket['visit']}/corrections"
    refused(hall.post(path, "head", {"reason": "other"}), "already_so", 409)
    refused(hall.post(path, "head", {"reason": "other", "service": "Z"}), "service_unknown", 404)
    refused(hall.post(path, "head", {"reason": "mood", "outcome": "referred"}), "field_invalid", 422)
    refused(hall.post(path, "head", {"reason": "other", "ended_at": "2020-01-05T06:00:00Z"}), "correction_refused", 409)
    waiting = hall.issue()["visit"]
    refused(hall.post(f"/visits/{waiting}/corrections", "head", {"reason": "other", "service": "B"}), "not_over", 409)
    assert hall.post(path, "analyst", {"reason": "other"}).status_code == 403


def test_two_who_put_the_same_visit_right_at_once_leave_one_order_and_no_gap(hall: RunningHall) -> None:
    ticket, outcomes = served(hall), ("referred", "documents_missing")
    ready, answers = threading.Barrier(2), []

    def put_right(outcome: str) -> None:
        ready.wait(60)
        body = {"reason": "wrong_outcome", "outcome": outcome}
        answers.append(hall.post(f"/visits/{ticket['visit']}/corrections", "head", body).status_code)

    threads = [threading.Thread(target=put_right, args=(outcome,)) for outcome in outcomes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert answers == [200, 200]
    newest, oldest = good(hall.get("/corrections", "head"))["corrections"]
    assert (oldest["number"], newest["number"]) == (1, 2)
    assert oldest["before"]["outcome"] == "completed"
    assert newest["before"]["outcome"] == oldest["after"]["outcome"], "the second saw what the first had done"
