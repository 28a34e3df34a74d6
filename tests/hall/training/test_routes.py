"""A counter practises in a separate hall over HTTP; the real one has no fact, no figure and no visit of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from hall.training.rooms import PIN
from hall.training.routes import ROOMS_AT
from tests.helpers.hall_in_a_thread import RunningHall, at_ten, good, hall_in_a_thread, refused


class Room:
    """A training room as the counter's program reaches it."""

    def __init__(self, hall: RunningHall, counter: int = 1) -> None:
        place = good(hall.post(f"/counters/{counter}/training", f"counter{counter}"))
        self.base, self.token = hall.base + place["path"] + "/api/v1", place["token"]
        self.counter, self.pin = counter, place["pin"]

    def ask(self, method: str, path: str, body: Any = None) -> requests.Response:
        headers = {"Authorization": f"Bearer {self.token}"}
        return requests.request(method, self.base + path, json=body, headers=headers, timeout=60)

    def sign_in(self) -> None:
        body = {"agent": "salim", "pin": self.pin}
        self.token = good(self.ask("POST", f"/counters/{self.counter}/sign-in", body))["token"]

    def move(self, word: str, **body: object) -> Any:
        return good(self.ask("POST", f"/counters/{self.counter}/{word}", body))

    @property
    def place(self) -> Any:
        return good(self.ask("GET", f"/counters/{self.counter}"))


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path, clock=at_ten()) as running:
        yield running


def test_a_whole_training_leaves_no_fact_and_no_figure(hall: RunningHall) -> None:
    before = hall.hall.store.reads.read(lambda work, _now: work.seq).result()
    figures, board = good(hall.get("/queues", "head")), good(hall.get("/board", "board"))
    room = Room(hall)
    room.sign_in()
    waiting = room.place["waiting"]
    assert len(waiting) == 6
    assert max(one["waited_s"] for one in waiting) > 800
    assert {one["lane"] for one in waiting} == {"standard", "priority"}
    called = room.move("call-next")
    assert room.move("begin")["visit"] == called["visit"]
    assert room.move("finish", outcome="completed")["state"] == "finished"
    room.move("call-next")
    room.move("recall")
    room.move("no-show")
    room.move("break", reason="meal")
    room.move("resume-work")
    own = good(room.ask("GET", "/agents/me/figures"))
    assert (own["served"], own["no_shows"]) == (1, 1)

    assert hall.hall.store.reads.read(lambda work, _now: work.seq).result() == before
    assert good(hall.get("/board", "board"))["calls"] == board["calls"] == []
    after = good(hall.get("/queues", "head"))
    assert [one["waiting"] for one in after["services"]] == [one["waiting"] for one in figures["services"]]
    assert all(one["served"] == 0 for one in after["services"])
    assert hall.get(f"/visits/{called['visit']}", "head").status_code == 404
    assert good(hall.get("/counters/1", "counter1"))["session"] is None


def test_there_are_always_visitors_left_to_practise_with(hall: RunningHall) -> None:
    room = Room(hall)
    room.sign_in()
    seen = set()
    for _ in range(9):
        seen.add(room.move("call-next")["visit"])
        room.move("no-show")
    assert len(seen) == 9
    assert len(room.place["waiting"]) >= 3


def test_a_room_belongs_to_one_counter_and_its_pin_opens_nothing_real(hall: RunningHall) -> None:
    one, two = Room(hall, 1), Room(hall, 2)
    assert one.base != two.base
    assert one.ask("GET", "/counters/2").status_code == 403
    assert two.ask("GET", "/hall").status_code == 200
    refused(hall.get("/hall", one.token), "token_unknown", 401)
    refused(hall.post("/counters/1/sign-in", "counter1", {"agent": "salim", "pin": PIN}), "pin_wrong", 403)
    refused(one.ask("POST", "/counters/1/training", {}), "role_refused", 403)


def test_who_is_signed_in_signs_out_first(hall: RunningHall) -> None:
    agent = hall.sign_in()
    refused(hall.post("/counters/1/training", "counter1"), "counter_taken", 409)
    refused(hall.post("/counters/1/training", agent), "role_refused", 403)
    refused(hall.post("/counters/2/training", "counter1"), "role_refused", 403)


def test_a_room_that_is_over_answers_as_a_session_that_is_over(hall: RunningHall) -> None:
    room = Room(hall)
    assert room.ask("GET", "/hall").status_code == 200
    assert good(hall.post("/counters/1/training/end", "counter1"), 204) is None
    assert good(hall.post("/counters/1/training/end", "counter1"), 204) is None
    refused(room.ask("GET", "/hall"), "token_unknown", 401)
    again = Room(hall)
    assert again.ask("GET", "/hall").status_code == 200
    pages = requests.get(hall.base + ROOMS_AT + again.base.split("/")[-3] + "/head", timeout=60)
    assert pages.status_code == 401
    assert pages.headers["x-content-type-options"] == "nosniff"


def test_the_live_link_of_a_room_tells_its_facts_and_ends_with_it(hall: RunningHall) -> None:
    room = Room(hall)
    room.sign_in()
    headers = {"Authorization": f"Bearer {room.token}"}
    with requests.get(f"{room.base}/live", headers=headers, stream=True, timeout=60) as link:
        lines = link.iter_lines()
        assert any(line.startswith(b"event: snapshot") for line in lines)
        room.move("call-next")
        assert any(b"visit_called" in line for line in lines)
        good(hall.post("/counters/1/training/end", "counter1"), 204)
        for _ in lines:
            pass


def test_a_hall_that_ends_takes_its_rooms_along(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        Room(hall)
        folder = tmp_path / "data" / "training"
        assert len(list(folder.iterdir())) == 1
    assert list(folder.iterdir()) == []
