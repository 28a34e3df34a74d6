from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.hall_client import HallAwayError, HallRefusedError
from commands.serial_devices.keypad_hall_client import Seat
from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def test_a_seat_is_the_device_until_an_agent_signs_in_and_after_he_left(hall: RunningHall) -> None:
    seat = Seat([hall.base], hall.tokens["counter1"], 1)
    with pytest.raises(HallRefusedError, match="role_refused"):
        seat.do("call-next")
    seat.sign_in("salim", "471829")
    assert seat.workplace()["session"]["agent"] == "salim"
    assert seat.do("call-next") is None
    seat.sign_out()
    assert seat.session == ""
    assert [service["code"] for service in seat.hall()["services"]] == ["A", "B"]
    seat.close()


def test_a_session_that_the_hall_ended_is_over_here_too(hall: RunningHall) -> None:
    seat = Seat([hall.base], hall.tokens["counter1"], 1)
    seat.sign_in("salim", "471829")
    hall.post("/counters/1/sign-out", "head")
    with pytest.raises(HallRefusedError):
        seat.do("call-next")
    assert seat.session == ""
    assert seat.workplace()["session"] is None
    seat.close()


def test_a_command_without_an_answer_is_the_same_command_when_it_is_asked_again(hall: RunningHall) -> None:
    hall.issue()
    hall.issue()
    seat = Seat([hall.base, hall.base], hall.tokens["counter1"], 1)
    seat.sign_in("salim", "471829")
    good, seat._halls = seat._halls, ("http://127.0.0.1:9", hall.base)
    seat.close()
    with pytest.raises(HallAwayError):
        seat.do("call-next")
    key = seat._open[2] if seat._open else ""
    # The command had reached the hall after all, and only its answer was lost.
    session = {"Idempotency-Key": key}
    assert hall.post("/counters/1/call-next", seat.session, headers=session).json()["ticket"] == "A001"
    assert seat.do("call-next")["ticket"] == "A001"
    seat._halls = good
    seat.close()


def test_the_next_address_is_spoken_to_when_one_is_away(hall: RunningHall) -> None:
    seat = Seat(["http://127.0.0.1:9", hall.base], hall.tokens["counter1"], 1)
    with pytest.raises(HallAwayError):
        seat.hall()
    assert seat.hall()["hall"] == "test-hall"
    seat.close()
