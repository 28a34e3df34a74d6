"""An agent changes the own PIN by keyboard, against a real hall."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_client.state.pin_sheet import PinLine
from tests.counter_client.conftest import Seat, running_seat, type_text
from tests.helpers.fake_hall_counter import FakeHall
from tests.helpers.fake_hall_state import COUNTER
from tests.helpers.hall_in_a_thread import SETUP, hall_in_a_thread, refused

Key = Qt.Key
PINS = {"salim": "471829", "maryam": "802946"}


def test_an_agent_changes_the_own_pin_by_keyboard(hall: FakeHall, language: str, qtbot: QtBot, tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path, setup=SETUP.replace("number = 2", f"number = {COUNTER}")) as real:
        _, token = real.hall.enrol("counter", "PC", COUNTER)
        with running_seat(hall, language, qtbot, device=token, url=real.base) as seat:
            seat.until(lambda: seat.inputs.hall is not None)
            seat.press(Key.Key_Down)
            agent = seat.inputs.sign_in.agent or ""
            seat.type(PINS[agent])
            seat.press(Key.Key_Return)
            seat.until(lambda: seat.inputs.signed_in)
            seat.press(Key.Key_F7)
            seat.press(Key.Key_N)
            change(seat, "0000", "739164", "739164")
            seat.until(lambda: seat.told == "pin_wrong")
            change(seat, PINS[agent], "739164", "739165")
            seat.until(lambda: seat.told == "pins_differ")
            change(seat, PINS[agent], "123123", "123123")
            seat.until(lambda: seat.told == "pin_easy")
            change(seat, PINS[agent], "739164", "739164")
            seat.until(lambda: seat.told == "done_pin")
            assert seat.inputs.sheet is None
        body = {"agent": agent, "pin": PINS[agent]}
        refused(real.post("/counters/1/sign-in", "counter1", body), "pin_wrong", 403)
        refused(real.post("/counters/1/sign-in", "counter1", body | {"pin": "739164"}), "agent_elsewhere", 409)


def change(seat: Seat, *typed: str) -> None:
    """Fill the three lines in and press Enter."""
    seat.until(seat.settled)
    for line, text in zip(PinLine, typed, strict=True):
        field = seat.find(f"{line.value}_pin_line")
        seat.clock.pass_s(5.0)
        field.setProperty("text", "")
        type_text(field, text)
    QTest.keyClick(field, Key.Key_Return)
