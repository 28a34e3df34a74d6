"""A first day in training against a whole hall over HTTP, by keyboard: six steps, out again, none of it real."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from contracts.words.hall import VisitState
from counter_client.config import CounterConfig
from counter_client.program.run import Counter
from counter_client.state.actions import Action
from counter_client.state.state import SheetKind
from counter_client.training.update import first_day
from counter_client.training.view import PracticeBand
from qtkit.program.options import ShellOptions
from qtkit.program.shell import Shell
from tests.counter_client.conftest import HandClock, Seat
from tests.helpers.fake_hall_counter import FakeHall
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread

Key = Qt.Key


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path_factory.mktemp("hall")) as running:
        yield running


class BothClocks(HandClock):
    """The program's clock, and the hall's with it: the time between two presses passes for both."""

    def __init__(self, real: RunningHall) -> None:
        super().__init__()
        self._real = real

    def pass_s(self, seconds: float) -> None:
        super().pass_s(seconds)
        self._real.clock.move_on(seconds=seconds)


@contextmanager
def seat_at(real: RunningHall, language: str, qtbot: QtBot) -> Iterator[Seat]:
    """Run the counter program of counter 1 at a whole hall."""
    clock = BothClocks(real)
    shell = Shell("counter", ShellOptions((real.base,), real.tokens["counter1"], language))
    counter = Counter(CounterConfig(shell.options, 1), shell, clock=clock)
    counter.show()
    qtbot.waitExposed(counter.window)
    try:
        yield Seat(FakeHall.__new__(FakeHall), counter, qtbot, clock)
    finally:
        counter.stop()
        counter.window.close()
        shell.withdraw()


@pytest.fixture
def seat(real: RunningHall, language: str, qtbot: QtBot) -> Iterator[Seat]:
    with seat_at(real, language, qtbot) as running:
        yield running


def enter(seat: Seat) -> None:
    seat.until(lambda: seat.inputs.hall is not None)
    if seat.inputs.training.practice is not None:
        return
    for _ in range(4):  # a busy machine takes long to build a room; what was not answered is asked for again
        seat.press(Key.Key_F1)
        seat.qtbot.waitUntil(lambda: seat.inputs.busy is None, timeout=60_000)
        if seat.inputs.training.practice is not None:
            return
        assert seat.told == "no_answer"


def sign_in_there(seat: Seat) -> None:
    assert seat.inputs.training.practice is not None
    seat.press(Key.Key_Down)
    seat.type(seat.inputs.training.practice.pin)
    seat.press(Key.Key_Return)
    seat.until(lambda: seat.inputs.signed_in)


def step(seat: Seat) -> int:
    day = first_day(seat.inputs)
    assert day is not None
    return day.step


def band(seat: Seat) -> PracticeBand:
    found = seat.find("practice_band")
    assert isinstance(found, PracticeBand)
    return found


def newest(real: RunningHall) -> int:
    return int(real.hall.store.reads.read(lambda work, _now: work.seq).result())


def test_a_first_day_goes_by_its_six_steps_and_leaves_nothing_behind(
    real: RunningHall, seat: Seat, tmp_path: Path
) -> None:
    before = newest(real)
    assert not band(seat).isVisible()
    enter(seat)
    assert band(seat).isVisible()
    assert step(seat) == 1
    assert "123456" in band(seat).text or "١٢٣٤٥٦" in band(seat).text
    picture(seat, tmp_path, "1-sign-in")
    sign_in_there(seat)
    assert step(seat) == 2
    seat.until(lambda: bool(seat.inputs.workplace and seat.inputs.workplace.waiting))
    picture(seat, tmp_path, "2-call")
    seat.next_thing(VisitState.CALLED)
    assert step(seat) == 3
    seat.next_thing(VisitState.SERVING)
    assert step(seat) == 4
    seat.press(Key.Key_Space)
    picture(seat, tmp_path, "4-outcome")
    seat.press(Key.Key_Space)
    seat.until(lambda: step(seat) == 5)
    seat.next_thing(VisitState.CALLED)
    seat.press(Key.Key_F2)
    seat.until(lambda: seat.told == "done_recall")
    assert step(seat) == 5
    picture(seat, tmp_path, "5-recalled")
    seat.press(Key.Key_F3)
    seat.until(lambda: step(seat) == 6)
    seat.next_thing(VisitState.CALLED)
    seat.press(Key.Key_F6)
    picture(seat, tmp_path, "6-transfer")
    seat.press(Key.Key_1)
    seat.until(lambda: seat.told == "done_transfer")
    seat.press(Key.Key_F8)
    seat.press(Key.Key_2)
    seat.press(Key.Key_Space)
    # Nobody else serves in a training, so it is asked whether the break is meant.
    seat.until(lambda: seat.inputs.sheet is not None and seat.inputs.sheet.kind is SheetKind.BREAK_LAST)
    seat.press(Key.Key_1)
    seat.until(lambda: seat.inputs.on_break)
    assert step(seat) == 6
    seat.press(Key.Key_F8)
    seat.until(lambda: step(seat) == 7)
    picture(seat, tmp_path, "7-over")
    seat.press(Key.Key_F1)
    assert (seat.inputs.training.practice, seat.inputs.signed_in, seat.told) == (None, False, "training_left")
    assert not band(seat).isVisible()
    seat.until(lambda: list((real.hall.config.data / "training").iterdir()) == [])
    assert newest(real) == before
    assert good(real.get("/counters/1", "counter1"))["session"] is None
    assert all(one["served"] == one["waiting"] == 0 for one in good(real.get("/queues", "head"))["services"])


def picture(seat: Seat, folder: Path, name: str) -> None:
    """Keep what is on the screen beside the test's other files, for a person who looks."""
    QApplication.processEvents()
    assert seat.counter.window.grab().save(str(folder / f"{name}-{seat.inputs.language}.png"))


@pytest.fixture(params=["ar"])
def arabic_seat(real: RunningHall, qtbot: QtBot) -> Iterator[Seat]:
    with seat_at(real, "ar", qtbot) as running:
        yield running


def test_a_step_is_skipped_and_done_again_and_where_an_agent_was_is_remembered(arabic_seat: Seat) -> None:
    seat = arabic_seat
    enter(seat)
    sign_in_there(seat)
    for _ in range(3):
        seat.press(Key.Key_Left)
    assert step(seat) == 5
    seat.press(Key.Key_Right)
    assert step(seat) == 4
    seat.press(Key.Key_F1)
    enter(seat)
    assert step(seat) == 1
    sign_in_there(seat)
    assert step(seat) == 4
    seat.press(Key.Key_F1)


def test_a_training_that_the_hall_ends_is_left_with_a_sentence(real: RunningHall, arabic_seat: Seat) -> None:
    seat = arabic_seat
    enter(seat)
    sign_in_there(seat)
    assert real.hall.rooms is not None
    real.hall.rooms.stop()
    seat.until(lambda: seat.inputs.training.practice is None)
    assert seat.told == "training_over"
    seat.until(lambda: seat.inputs.link.cut_off_s is None)


def test_who_is_signed_in_is_told_to_sign_out_first(real: RunningHall, arabic_seat: Seat) -> None:
    seat = arabic_seat
    seat.until(lambda: seat.inputs.hall is not None)
    seat.press(Key.Key_Down)
    first = seat.inputs.sign_in.agent
    seat.type({"salim": "471829", "maryam": "802946"}[str(first)])
    seat.press(Key.Key_Return)
    seat.until(lambda: seat.inputs.signed_in)
    assert seat.told == "first_time"
    seat.press(Key.Key_F1)
    assert seat.told == "training_sign_out_first"
    assert seat.inputs.training.practice is None
    seat.press(Key.Key_F12)
    seat.press(Key.Key_Return)
    seat.until(lambda: not seat.inputs.signed_in)
    seat.press(Key.Key_Down)
    assert seat.inputs.sign_in.agent == first
    seat.type({"salim": "471829", "maryam": "802946"}[str(first)])
    seat.press(Key.Key_Return)
    seat.until(lambda: seat.inputs.signed_in)
    assert seat.told is None
    seat.press(Key.Key_F12)
    seat.press(Key.Key_Return)
    seat.until(lambda: not seat.inputs.signed_in)


def test_while_the_counter_is_taken_no_training_begins(real: RunningHall, arabic_seat: Seat) -> None:
    seat = arabic_seat
    seat.until(lambda: seat.inputs.hall is not None)
    session = real.sign_in(1, "maryam", "802946")
    seat.press(Key.Key_F1)
    seat.until(lambda: seat.inputs.busy is None)
    assert (seat.told, seat.inputs.training.practice) == ("counter_taken", None)
    good(real.post("/counters/1/sign-out", session), 204)


def test_the_button_begins_it_too(arabic_seat: Seat) -> None:
    seat = arabic_seat
    seat.until(lambda: seat.inputs.hall is not None)
    seat.click(Action.TRAINING.value)
    assert seat.inputs.busy is Action.TRAINING
    seat.qtbot.waitUntil(lambda: seat.inputs.busy is None, timeout=60_000)
    enter(seat)
    seat.click("leave_training")
    assert seat.inputs.training.practice is None
