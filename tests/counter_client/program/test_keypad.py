from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from contracts.words.hall import VisitState
from counter_client.program.keypad import ACTIONS, Keypad, wish_of_press
from counter_client.state.actions import Action
from counter_client.state.intents import (
    ActOnEnquiry,
    Choose,
    CloseSheet,
    Do,
    EraseDigit,
    MoveRow,
    SendRequest,
    TypeDigit,
    Wish,
)
from counter_client.state.state import Inputs, Sheet, SheetKind
from counter_client.state.transfer_sheet import SendTransfer, Target, TargetKind, TransferSheet
from serial_devices.keypad.keys import Key, Press
from serial_devices.keypad.reader import BOUNCE_S, DEFAULT_TABLE, read_keypad
from serial_devices.line.fake_port import FakePort
from tests.counter_client.conftest import Seat, running_seat
from tests.counter_client.helpers.builders import ON_BREAK, at_sign_in, at_work, changed, row, serving, visit, workplace
from tests.counter_client.helpers.open_enquiries import NEW, listed
from tests.helpers.fake_hall_counter import FakeHall
from tests.helpers.fake_hall_state import PIN
from tests.helpers.replacing import replace

FREE = at_work(None, row("A1"))
CALLED = at_work(visit())
SERVING = at_work(serving())
PAUSED = at_work(workplace=workplace(session=ON_BREAK))
OUTCOME = replace(SERVING, sheet=Sheet(SheetKind.OUTCOME))
TRANSFER = replace(SERVING, sheet=TransferSheet(service="A"))

ENQUIRIES = replace(FREE, sheet=listed(NEW))
PICKED = replace(FREE, sheet=Sheet(SheetKind.BREAK, picked="meal"))
DETAILS = replace(SERVING, sheet=Sheet(SheetKind.REQUEST_DETAILS))

TABLE: list[tuple[str, Inputs, Press, Wish | None]] = [
    ("next calls", FREE, Press(Key.NEXT), Do(Action.CALL_NEXT)),
    ("next begins", CALLED, Press(Key.NEXT), Do(Action.BEGIN)),
    ("next finishes", SERVING, Press(Key.NEXT), Do(Action.FINISH)),
    ("next ends a break", PAUSED, Press(Key.NEXT), Do(Action.RESUME_WORK)),
    ("next takes the first outcome", OUTCOME, Press(Key.NEXT), Choose("completed")),
    ("next sends the transfer", TRANSFER, Press(Key.NEXT), SendTransfer()),
    ("next signs in", at_sign_in(), Press(Key.NEXT), Do(Action.SIGN_IN)),
    ("a digit is the PIN's", at_sign_in(), Press(Key.DIGIT, 7), TypeDigit(7)),
    ("cancel empties the PIN", at_sign_in(), Press(Key.CANCEL), EraseDigit(everything=True)),
    ("down chooses the agent", at_sign_in(), Press(Key.DOWN), MoveRow(1)),
    ("recall", CALLED, Press(Key.RECALL), Do(Action.RECALL)),
    ("flash the board", CALLED, Press(Key.LOOK), Do(Action.LOOK)),
    ("no-show", CALLED, Press(Key.NO_SHOW), Do(Action.NO_SHOW)),
    ("next does the next thing with an enquiry", ENQUIRIES, Press(Key.NEXT), ActOnEnquiry()),
    ("down comes to an answer", replace(FREE, sheet=Sheet(SheetKind.BREAK)), Press(Key.DOWN), MoveRow(1)),
    ("next takes the answer that was come to", PICKED, Press(Key.NEXT), Choose("meal")),
    ("next registers a request", DETAILS, Press(Key.NEXT), SendRequest()),
    ("transfer opens its sheet", SERVING, Press(Key.TRANSFER), Do(Action.TRANSFER)),
    ("cancel closes a sheet", TRANSFER, Press(Key.CANCEL), CloseSheet()),
    ("a break begins", FREE, Press(Key.BREAK), Do(Action.BREAK)),
    ("a break ends with its own key", PAUSED, Press(Key.BREAK), Do(Action.RESUME_WORK)),
    ("the bar", FREE, Press(Key.WINDOW), Do(Action.BAR)),
    ("and back", changed(FREE, bar=True), Press(Key.WINDOW), Do(Action.WINDOW)),
    ("nothing beside a sheet", OUTCOME, Press(Key.RECALL), None),
    ("nothing before sign-in", at_sign_in(), Press(Key.RECALL), None),
]


@pytest.mark.parametrize(("inputs", "press", "wish"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_a_key_of_the_keypad_is_the_windows_own(inputs: Inputs, press: Press, wish: Wish | None) -> None:
    assert wish_of_press(press, inputs) == wish


def test_a_digit_chooses_on_a_sheet() -> None:
    chosen = wish_of_press(Press(Key.DIGIT, 1), TRANSFER)
    assert chosen == SendTransfer(Target(TargetKind.SERVICE, "B"))
    assert wish_of_press(Press(Key.DIGIT, 1), OUTCOME) == Choose("completed")


def test_every_key_of_a_keypad_means_something_somewhere() -> None:
    for key in set(Key) - {Key.DIGIT}:
        found = [wish_of_press(Press(key), inputs) for inputs in (FREE, CALLED, SERVING, PAUSED, TRANSFER)]
        assert any(found), key
    assert len(set(ACTIONS.values())) == len(ACTIONS)


def test_an_agent_works_with_the_keypad_alone_and_the_window_needs_no_focus(hall: FakeHall, qtbot: QtBot) -> None:
    hall.state.issue("A047", "A")
    with FakePort() as port, running_seat(hall, "ar", qtbot, keypad=read_keypad(f"serial://{port.path}")) as seat:
        pad = seat.counter.keypad
        assert pad is not None
        seat.until(lambda: seat.inputs.hall is not None)

        pressed: dict[Press, float] = {}

        def press(word: str, true: Callable[[], object]) -> None:
            seat.until(seat.settled)
            seat.clock.pass_s(5.0)
            meant = DEFAULT_TABLE.presses[word.encode()]
            # The same key twice in a moment is a bounce, in real time: press it as a hand does.
            seat.until(lambda: time.monotonic() - pressed.get(meant, 0.0) > 2 * BOUNCE_S)
            pressed[meant] = time.monotonic()
            with qtbot.waitSignal(pad.pressed, timeout=60_000):
                port.say(word.encode() + b"\r\n")
            seat.until(lambda: bool(true()))

        press("DOWN", lambda: seat.inputs.sign_in.agent is not None)
        for place, digit in enumerate(PIN, start=1):
            press(digit, lambda place=place: len(seat.inputs.sign_in.pin) == place)
        press("NEXT", lambda: seat.inputs.signed_in)
        press("KPENTER", lambda: seat.state is VisitState.CALLED)
        press("RECALL", lambda: seat.told == "done_recall")
        press("BEGIN", lambda: seat.state is VisitState.SERVING)
        press("FINISH", lambda: seat.inputs.sheet is not None)
        press("1", lambda: seat.inputs.workplace is not None and seat.inputs.workplace.current is None)


@pytest.mark.allow_logs
def test_a_keypad_that_is_not_there_is_said_and_the_window_works(seat: Seat, qtbot: QtBot) -> None:
    pad = Keypad(read_keypad("serial:///dev/no-such-keypad"))
    with qtbot.waitSignal(pad.wrong, timeout=60_000) as told:
        pad.start()
    pad.stop()
    assert "there is no /dev/no-such-keypad" in told.args[0]
    seat.sign_in()
