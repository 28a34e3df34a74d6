"""The wish to hear the calls again, over HTTP and on the live link."""

from __future__ import annotations

from hall.queue.routes.repeat_calls import WINDOW_S
from tests.helpers.hall_in_a_thread import RunningHall, good, refused
from tests.helpers.sse_client import Follower


def test_boards_are_told_of_the_wish_and_of_nobody_who_had_it(hall: RunningHall) -> None:
    with Follower(hall.base, hall.tokens["board"]) as board:
        assert board.next().kind == "snapshot"
        good(hall.post("/calls/repeat", "kiosk"), 204)
        fact = board.next().data
    assert (fact["kind"], fact["visit"], fact["agent"], fact["detail"]) == ("calls_repeated", None, None, {})


def test_a_key_that_is_pressed_and_pressed_is_one_wish_in_ten_seconds(hall: RunningHall) -> None:
    good(hall.post("/calls/repeat", "kiosk"), 204)
    refused(hall.post("/calls/repeat", "kiosk"), "too_many_tries", 429)
    hall.clock.move_on(seconds=WINDOW_S)
    good(hall.post("/calls/repeat", "head"), 204)
