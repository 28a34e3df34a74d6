from __future__ import annotations

from datetime import timedelta

from counter_client.bar.presenter import derive_bar
from counter_client.state.actions import Action
from counter_client.state.state import Practice, Sheet, SheetKind
from serial_devices.keypad.keys import Key
from tests.counter_client.helpers.builders import (
    NINE,
    ON_BREAK,
    SESSION,
    at_sign_in,
    at_work,
    row,
    serving,
    visit,
    workplace,
)
from tests.helpers.replacing import replace

AS_BAR = {"bar": True, "hot_keys": ((Key.NEXT, "Pause"), (Key.WINDOW, "F13"))}


def test_the_window_is_shown_unless_the_bar_is_asked_for_and_somebody_is_signed_in() -> None:
    assert derive_bar(at_work()) is None
    assert derive_bar(at_sign_in(bar=True)) is None
    assert derive_bar(at_work(bar=True)) is not None


def test_the_bar_says_who_is_here_and_shows_the_hot_keys_of_this_pc() -> None:
    bar = derive_bar(at_work(visit(), row("A048"), **AS_BAR))
    assert bar is not None
    assert bar.card is not None
    assert (bar.card.ticket, bar.waiting, bar.window_key) == ("A047", 1, "F13")
    assert (bar.primary.action, bar.primary.key, bar.primary.enabled) == (Action.BEGIN, "Pause", True)
    assert [(move.action, move.key, move.enabled) for move in bar.moves] == [
        (Action.RECALL, "", True),
        (Action.NO_SHOW, "", True),
    ]


def test_without_a_hot_key_the_bar_shows_the_desktops_own_way_to_the_window() -> None:
    bar = derive_bar(at_work(bar=True))
    assert bar is not None
    assert bar.window_key == "Alt+Tab"


def test_a_question_unfolds_below_the_bar_and_what_asks_for_more_room_opens_the_window() -> None:
    asked = derive_bar(at_work(serving(), sheet=Sheet(SheetKind.OUTCOME, ticket="A047"), **AS_BAR))
    assert asked is not None
    assert asked.choices is not None
    assert asked.choices.choices[0].code == "completed"
    assert not asked.primary.enabled
    assert derive_bar(at_work(serving(), sheet=Sheet(SheetKind.TRANSFER), **AS_BAR)) is None


def test_a_training_is_marked_on_the_bar() -> None:
    training, work = derive_bar(at_work(practice=Practice("123456"), **AS_BAR)), derive_bar(at_work(**AS_BAR))
    assert training is not None
    assert work is not None
    assert (training.practising, work.practising) == (True, False)


def test_a_break_runs_on_the_bar() -> None:
    bar = derive_bar(at_work(workplace=workplace(session=ON_BREAK), **AS_BAR))
    assert bar is not None
    assert (bar.on_break, bar.break_reason, bar.break_s) == (True, "prayer", 90)
    assert bar.primary.action is Action.RESUME_WORK


def test_the_call_that_comes_by_itself_can_be_stopped_on_the_bar_too() -> None:
    soon = replace(SESSION, auto_call_at=NINE + timedelta(seconds=10))
    bar = derive_bar(at_work(workplace=workplace(None, row("A1"), session=soon), **AS_BAR))
    assert bar is not None
    assert bar.stop is not None
    assert (bar.stop.action, bar.stop.key, bar.stop.enabled) == (Action.STOP_AUTO_CALL, "", True)
    quiet = derive_bar(at_work(None, row("A1"), **AS_BAR))
    assert quiet is not None
    assert quiet.stop is None
