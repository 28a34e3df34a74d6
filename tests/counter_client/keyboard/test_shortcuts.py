from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from counter_client.keyboard import shortcuts
from counter_client.keyboard.shortcuts import (
    LETTERS,
    SHORTCUTS,
    actions_of,
    actions_of_letter,
    digit_of,
    key_name,
    letter_name,
    letter_of,
)
from counter_client.state.actions import Action

SAME_ON_EVERY_LAYOUT = {getattr(Qt.Key, f"Key_F{n}").value for n in range(1, 13)} | {
    Qt.Key.Key_Return.value,
    Qt.Key.Key_Escape.value,
}


def test_the_key_codes_are_those_of_qt() -> None:
    assert Qt.Key.Key_Space == shortcuts.KEY_SPACE
    assert Qt.Key.Key_Escape == shortcuts.KEY_ESCAPE
    assert Qt.Key.Key_Backspace == shortcuts.KEY_BACKSPACE
    assert Qt.Key.Key_Delete == shortcuts.KEY_DELETE
    assert Qt.Key.Key_Return == shortcuts.KEY_RETURN
    assert Qt.Key.Key_Enter == shortcuts.KEY_ENTER
    assert Qt.Key.Key_F1 == shortcuts.KEY_F1
    assert (Qt.Key.Key_Left, Qt.Key.Key_Up) == (shortcuts.KEY_LEFT, shortcuts.KEY_UP)
    assert (Qt.Key.Key_Right, Qt.Key.Key_Down) == (shortcuts.KEY_RIGHT, shortcuts.KEY_DOWN)


def test_no_shortcut_is_a_digit_or_a_letter() -> None:
    assert {shortcut.key for shortcut in SHORTCUTS.values()} <= SAME_ON_EVERY_LAYOUT


def test_each_key_of_the_menu_belongs_to_one_entry_under_both_layouts() -> None:
    keys = [{letter_of(one) for one in pair} for action, pair in LETTERS.items() if action is not Action.TAKE_PRIORITY]
    assert all("" not in pair for pair in keys)
    assert sum(map(len, keys)) == len(set().union(*keys))
    assert LETTERS[Action.TAKE_PRIORITY] == LETTERS[Action.GIVE_PRIORITY]


@pytest.mark.parametrize("typed", ["f", "F", "ب"])
def test_a_letter_is_the_key_that_typed_it(typed: str) -> None:
    assert actions_of_letter(typed) == (Action.SEARCH,)


def test_the_menu_shows_the_letter_of_its_language() -> None:
    assert (letter_name(Action.SEARCH, "en"), letter_name(Action.SEARCH, "ar")) == ("F", "ب")
    assert letter_name(Action.LANGUAGE, "ar") == "F11"


def test_a_key_means_two_things_only_where_both_cannot_be_done_at_once() -> None:
    shared = {frozenset(actions_of(shortcut.key)) for shortcut in SHORTCUTS.values()}
    doubles = {group for group in shared if len(group) > 1}
    assert doubles == {
        frozenset({Action.BREAK, Action.RESUME_WORK, Action.NO_BREAK}),
        frozenset({Action.TRAINING, Action.LEAVE_TRAINING}),
        frozenset({Action.CALL_CHOSEN, Action.RESUME, Action.REINSTATE}),
        frozenset({Action.HELP, Action.HELP_OVER}),
    }


@pytest.mark.parametrize(("typed", "digit"), [("7", 7), ("٧", 7), ("۷", 7), ("", None), ("77", None), ("س", None)])
def test_digits_of_every_script_are_read(typed: str, digit: int | None) -> None:
    assert digit_of(typed) == digit


def test_the_next_thing_to_do_shows_the_space_bar_whatever_it_is() -> None:
    assert key_name(Action.RESUME_WORK, primary=True) == "Space"
    assert key_name(Action.RESUME_WORK, primary=False) == "F8"
    assert key_name(Action.BEGIN, primary=False) == ""
