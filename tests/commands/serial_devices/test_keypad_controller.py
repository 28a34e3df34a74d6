"""A counter worked by a keypad alone, at a real hall over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from commands.serial_devices.keypad_controller import (
    AWAY,
    BREAKS,
    NOBODY_WAITS,
    NOT_NOW,
    NOT_SIGNED_IN,
    TAKEN,
    TYPING_S,
    USE_SCREEN,
    WRONG_PIN,
    Desk,
    Typing,
)
from commands.serial_devices.keypad_hall_client import Seat
from hall.counters.commands.begin_break import BREAK_REASONS
from serial_devices.keypad.keys import Key, Press
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread


@dataclass
class Eye:
    """What the agent sees, as a display that keeps everything it got."""

    text: str = ""
    blinks: int = 0
    flashes: list[str] = field(default_factory=list)
    away: bool = False

    def show(self, text: str, *, blink: bool = False) -> None:
        self.text = text
        self.blinks += blink

    def flash(self, text: str) -> None:
        self.flashes.append(text)

    def tick(self) -> None:
        """Time does not pass here."""

    def hall_away(self, away: bool) -> None:
        self.away = away


class Bench:
    """Counter 1 of a hall with a keypad and no PC."""

    def __init__(self, hall: RunningHall, *, fixed: tuple[str, str] | None = None) -> None:
        self.hall, self.eye, self.now_s = hall, Eye(), 100.0
        hall.clock.stop()
        self.seat = Seat([hall.base], hall.tokens["counter1"], 1)
        self.desk = Desk(self.seat, self.eye, {"12": "salim"}, fixed, clock=lambda: self.now_s)

    def press(self, *keys: Key, after_s: float = 2.0) -> None:
        for key in keys:
            self.now_s += after_s
            self.hall.clock.move_on(seconds=after_s)
            self.desk.press(Press(key))

    def type(self, digits: str) -> None:
        for digit in digits:
            self.now_s += 0.2
            self.desk.press(Press(Key.DIGIT, int(digit)))

    def sign_in(self) -> None:
        self.type("12")
        self.press(Key.NEXT)
        self.type("471829")
        self.press(Key.NEXT)
        assert self.seat.session

    def state(self, ticket: dict[str, Any]) -> str:
        return str(good(self.hall.get(f"/visits/{ticket['visit']}", "head"))["state"])


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with hall_in_a_thread(tmp_path) as hall:
        made = Bench(hall)
        yield made
        made.seat.close()


def test_a_whole_visit_by_one_key(bench: Bench) -> None:
    ticket = bench.hall.issue()
    bench.sign_in()
    bench.press(Key.NEXT)
    assert (bench.eye.text, bench.eye.blinks, bench.state(ticket)) == ("A001", 1, "called")
    bench.press(Key.NEXT)
    assert (bench.eye.text, bench.state(ticket)) == ("A001", "serving")
    bench.press(Key.NEXT)
    assert (bench.eye.text, bench.state(ticket)) == ("", "finished")
    bench.press(Key.NEXT)
    assert bench.eye.flashes == [NOBODY_WAITS]


def test_the_pin_is_counted_on_the_sign_and_never_shown(bench: Bench) -> None:
    bench.type("12")
    assert bench.eye.text == "12"
    bench.press(Key.NEXT)
    seen = [bench.eye.text]
    for digit in "471829":
        bench.type(digit)
        seen.append(bench.eye.text)
    assert seen == ["0", "1", "2", "3", "4", "5", "6"]
    bench.press(Key.NEXT)
    assert (bench.eye.text, bench.eye.flashes) == ("", [])


def test_a_wrong_pin_and_a_taken_counter_are_told_apart(bench: Bench) -> None:
    for number, pin, code in [("12", "9999", WRONG_PIN), ("99", "471829", WRONG_PIN)]:
        bench.type(number)
        bench.press(Key.NEXT)
        bench.type(pin)
        bench.press(Key.NEXT)
        assert bench.eye.flashes[-1] == code
        assert not bench.seat.session
    bench.hall.sign_in(1, "maryam", "802946")
    bench.type("12")
    bench.press(Key.NEXT)
    bench.type("471829")
    bench.press(Key.NEXT)
    assert bench.eye.flashes[-1] == TAKEN


def test_a_recall_blinks_and_a_no_show_is_taken_back(bench: Bench) -> None:
    ticket = bench.hall.issue()
    bench.sign_in()
    bench.press(Key.NEXT, Key.RECALL)
    assert bench.eye.blinks == 2
    bench.press(Key.LOOK)
    assert bench.eye.blinks == 3
    bench.press(Key.NO_SHOW)
    assert (bench.eye.text, bench.state(ticket)) == ("", "no_show")
    bench.press(Key.UNDO)
    assert (bench.eye.text, bench.state(ticket)) == ("A001", "called")


def test_return_park_and_finish_have_keys_of_their_own(bench: Bench) -> None:
    ticket = bench.hall.issue()
    bench.sign_in()
    bench.press(Key.NEXT, Key.RETURN)
    assert (bench.eye.text, bench.state(ticket)) == ("", "waiting")
    bench.press(Key.NEXT, Key.BEGIN, Key.PARK)
    assert (bench.eye.text, bench.state(ticket)) == ("", "parked")
    second = bench.hall.issue()
    bench.press(Key.NEXT, Key.BEGIN, Key.FINISH)
    assert bench.state(second) == "finished"


def test_a_transfer_is_the_key_and_the_number_of_the_service(bench: Bench) -> None:
    ticket = bench.hall.issue()
    bench.sign_in()
    bench.press(Key.NEXT, Key.NEXT, Key.TRANSFER)
    bench.type("2")
    bench.press(Key.NEXT)
    visit = good(bench.hall.get(f"/visits/{ticket['visit']}", "head"))
    assert (visit["state"], visit["service"], bench.eye.text) == ("waiting", "B", "")
    bench.press(Key.NEXT, Key.TRANSFER)
    bench.type("9")
    bench.press(Key.NEXT)
    assert bench.eye.flashes[-1] == NOT_NOW
    assert bench.state(ticket) == "called"


@pytest.mark.parametrize(("digits", "reason"), [("1", "prayer"), ("2", "meal"), ("", "other")])
def test_a_break_has_its_reason_by_digit_and_ends_with_next(bench: Bench, digits: str, reason: str) -> None:
    bench.sign_in()
    bench.press(Key.BREAK)
    if digits:
        bench.type(digits)
    else:
        bench.press(Key.NEXT)
    assert bench.seat.workplace()["session"]["break_reason"] == reason
    bench.press(Key.NEXT)
    assert bench.seat.workplace()["session"]["state"] == "working"


def test_the_reasons_of_a_break_are_the_halls() -> None:
    assert set(BREAKS) == set(BREAK_REASONS)


def test_what_cannot_be_done_is_a_code_and_changes_nothing(bench: Bench) -> None:
    ticket = bench.hall.issue()
    bench.press(Key.RECALL, Key.NEXT)
    assert bench.eye.flashes == [NOT_SIGNED_IN, NOT_SIGNED_IN]
    bench.sign_in()
    bench.press(Key.FINISH, Key.UNDO, Key.UP)
    assert bench.eye.flashes[2:] == [NOT_NOW, NOT_NOW, NOT_NOW]
    bench.press(Key.NEXT, Key.SIGN_OUT)
    assert bench.eye.flashes[-1] == NOT_NOW
    assert (bench.eye.text, bench.state(ticket)) == ("A001", "called")


@pytest.mark.parametrize(("presses", "state"), [(1, "called"), (2, "serving"), (3, "finished")])
def test_a_double_press_does_one_step_and_says_nothing(bench: Bench, presses: int, state: str) -> None:
    ticket = bench.hall.issue()
    bench.hall.issue()
    bench.sign_in()
    bench.press(*[Key.NEXT] * presses)
    bench.press(Key.NEXT, after_s=0.0)
    assert bench.state(ticket) == state
    assert (bench.eye.text, bench.eye.flashes) == ("A001" if presses < 3 else "", [])


def test_a_quick_agent_calls_on_right_after_a_finish(bench: Bench) -> None:
    bench.hall.issue()
    second = bench.hall.issue()
    bench.sign_in()
    bench.press(Key.NEXT, Key.NEXT, Key.NEXT)
    bench.press(Key.NEXT, after_s=0.3)
    assert bench.state(second) == "called"


def test_a_second_call_soon_after_the_first_is_asked_about(bench: Bench) -> None:
    bench.hall.issue()
    second = bench.hall.issue()
    bench.sign_in()
    bench.press(Key.NEXT)
    bench.press(Key.NO_SHOW, after_s=0.5)
    bench.press(Key.NEXT, after_s=0.5)
    assert (bench.state(second), bench.eye.flashes) == ("waiting", [NOT_NOW])
    bench.press(Key.NEXT, after_s=0.5)
    assert bench.state(second) == "called"


def test_what_was_typed_is_forgotten_by_cancel_and_by_time(bench: Bench) -> None:
    bench.type("1")
    bench.press(Key.CANCEL)
    assert (bench.eye.text, bench.desk.typing) == ("", Typing.NOTHING)
    bench.type("12")
    bench.press(Key.NEXT)
    bench.type("47")
    bench.press(Key.NEXT, after_s=TYPING_S + 1)
    assert bench.eye.flashes == [NOT_SIGNED_IN]
    assert not bench.seat.session


def test_a_keypad_without_digits_signs_in_the_one_who_sits_there(bench: Bench) -> None:
    bench.desk.fixed = ("salim", "471829")
    bench.press(Key.NEXT)
    assert bench.seat.session
    bench.press(Key.SIGN_OUT)
    assert not bench.seat.session
    assert good(bench.hall.get("/counters/1", "head"))["session"] is None


def test_signing_in_again_after_a_restart_finds_the_visit_in_hand(bench: Bench) -> None:
    bench.hall.issue()
    bench.sign_in()
    bench.press(Key.NEXT)
    again = Bench(bench.hall)
    again.sign_in()
    assert again.eye.text == "A001"
    again.seat.close()


def test_what_is_done_elsewhere_is_seen_at_the_next_look(bench: Bench) -> None:
    bench.hall.issue()
    bench.sign_in()
    bench.press(Key.NEXT)
    token = bench.seat.session
    good(bench.hall.post("/counters/1/no-show", token))
    bench.desk.look()
    assert bench.eye.text == ""
    good(bench.hall.post("/counters/1/sign-out", "head"), 204)
    bench.desk.look()
    assert not bench.seat.session
    bench.press(Key.RECALL)
    assert bench.eye.flashes == [NOT_SIGNED_IN]


@pytest.mark.allow_logs
def test_a_hall_that_is_away_is_a_code_and_back_it_goes_on(bench: Bench) -> None:
    ticket = bench.hall.issue()
    bench.sign_in()
    bench.press(Key.NEXT)
    base, bench.seat._halls = bench.seat._halls, ("http://127.0.0.1:9",)
    bench.seat.close()
    bench.press(Key.NEXT)
    assert (bench.eye.flashes, bench.eye.text, bench.eye.away) == ([AWAY], "A001", True)
    bench.seat._halls = base
    bench.press(Key.NEXT)
    assert (bench.state(ticket), bench.eye.away) == ("serving", False)


def test_a_break_ends_with_its_own_key_too(bench: Bench) -> None:
    bench.sign_in()
    bench.press(Key.BREAK)
    bench.type("1")
    bench.press(Key.BREAK)
    assert bench.seat.workplace()["session"]["state"] == "working"
    assert bench.desk.typing is Typing.NOTHING


def test_a_session_that_the_hall_head_ended_is_told_at_the_next_key(bench: Bench) -> None:
    bench.sign_in()
    good(bench.hall.post("/counters/1/sign-out", "head"), 204)
    bench.press(Key.NEXT)
    assert bench.eye.flashes == [NOT_SIGNED_IN]
    bench.press(Key.NEXT)
    assert bench.eye.flashes == [NOT_SIGNED_IN, NOT_SIGNED_IN]


def test_digits_mean_nothing_while_an_agent_works(bench: Bench) -> None:
    bench.hall.issue()
    bench.sign_in()
    bench.press(Key.NEXT)
    bench.type("7")
    assert (bench.eye.text, bench.desk.typed) == ("A001", "")


def test_a_transfer_is_given_up_with_cancel(bench: Bench) -> None:
    ticket = bench.hall.issue()
    bench.sign_in()
    bench.press(Key.NEXT, Key.TRANSFER)
    bench.type("2")
    bench.press(Key.CANCEL, Key.NEXT)
    assert (bench.state(ticket), bench.eye.text) == ("serving", "A001")


class SeatAtNewerHall(Seat):
    """A seat whose hall names a next step that this program does not know."""

    def workplace(self) -> dict[str, Any]:
        return {**super().workplace(), "next_action": "ask_for_signature"}


@pytest.mark.allow_logs
@pytest.mark.parametrize("key", [Key.NEXT, Key.BREAK])
def test_an_unknown_next_step_asks_for_the_screen_and_the_keypad_goes_on(
    bench: Bench, key: Key, caplog: pytest.LogCaptureFixture
) -> None:
    bench.hall.issue()
    bench.sign_in()
    bench.desk.seat = SeatAtNewerHall([bench.hall.base], bench.seat.session, 1)
    bench.desk.seat.session = bench.seat.session
    bench.press(key)
    assert bench.eye.flashes == ([USE_SCREEN] if key is Key.NEXT else [])
    assert ("does not know the next step 'ask_for_signature'" in caplog.text) is (key is Key.NEXT)
    bench.desk.seat.close()
    bench.desk.seat = bench.seat
    bench.press(Key.CANCEL, Key.NEXT)
    assert bench.eye.text == "A001"
