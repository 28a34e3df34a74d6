"""A program without Qt, the keypad, renews its device's token."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.hall_client import HallAwayError
from commands.serial_devices.keypad import AGAIN_S, ASK_S, Renewal
from commands.serial_devices.keypad_hall_client import Seat
from common.files.token_file import TokenFile
from hall.people.model.device_token import PREVIOUS_KEPT, RENEW_AFTER
from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread, refused

pytestmark = pytest.mark.allow_logs


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def token_file(hall: RunningHall, folder: Path) -> Path:
    file = folder / "counter.token"
    file.write_text(hall.tokens["counter1"], encoding="utf-8")
    return file


def test_a_keypad_has_the_next_token_for_its_next_start_and_goes_on(hall: RunningHall, tmp_path: Path) -> None:
    file = token_file(hall, tmp_path)
    seat, own = Seat([hall.base], hall.tokens["counter1"], 1), TokenFile(file, hall.tokens["counter1"])
    seat.renew(own)
    assert file.read_text(encoding="utf-8") == hall.tokens["counter1"]
    hall.clock.move_on(days=RENEW_AFTER.days)
    seat.sign_in("salim", "471829")
    seat.renew(own)
    new = file.read_text(encoding="utf-8")
    assert new != hall.tokens["counter1"]
    hall.clock.move_on(days=10 * PREVIOUS_KEPT.days)
    assert seat.workplace()["session"]["agent"] == "salim"
    seat.sign_out()
    assert seat.workplace()["session"] is None
    seat.close()
    again = Seat([hall.base], new, 1)
    again.renew(TokenFile(file, new))
    assert file.read_text(encoding="utf-8") == new
    hall.clock.move_on(days=PREVIOUS_KEPT.days + 1)
    refused(hall.get("/counters/1", "counter1"), "token_unknown", 401)
    assert again.workplace()["session"] is None
    again.close()


def test_a_keypad_whose_hall_is_away_keeps_its_token_and_asks_soon_again(hall: RunningHall, tmp_path: Path) -> None:
    hall.clock.move_on(days=RENEW_AFTER.days)
    file = token_file(hall, tmp_path)
    seat = Seat(["http://127.0.0.1:9", hall.base], hall.tokens["counter1"], 1)
    renewal = Renewal(seat, TokenFile(file, hall.tokens["counter1"]))
    renewal.ask(0.0)
    with pytest.raises(HallAwayError):
        seat.workplace()  # from now on it speaks to the second address
    renewal.ask(AGAIN_S - 1)
    assert file.read_text(encoding="utf-8") == hall.tokens["counter1"]
    renewal.ask(AGAIN_S)
    assert file.read_text(encoding="utf-8") != hall.tokens["counter1"]
    file.write_text(hall.tokens["counter1"], encoding="utf-8")
    renewal.ask(AGAIN_S + ASK_S - 1)
    assert file.read_text(encoding="utf-8") == hall.tokens["counter1"]
    renewal.ask(AGAIN_S + ASK_S)
    assert file.read_text(encoding="utf-8") != hall.tokens["counter1"]
    seat.close()
