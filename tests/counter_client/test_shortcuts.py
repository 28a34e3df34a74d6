from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from counter_client import shortcuts
from counter_client.actions import Action
from counter_client.shortcuts import SHORTCUTS, actions_of, digit_of, key_name

SAME_ON_EVERY_LAYOUT = {getattr(Qt.Key, f"Key_F{n}").value for n in range(1, 13)} | {
    Qt.Key.Key_Return.value,
    Qt.Key.Key_PageDown.value,
}
A_DIGIT = {getattr(Qt.Key, f"Key_{n}").value for n in (4, 5, 6, 7, 8, 9, 0)}
"""Read by what it types, in whichever script."""


def test_the_key_codes_are_those_of_qt() -> None:
    assert Qt.Key.Key_Space == shortcuts.KEY_SPACE
    assert Qt.Key.Key_Escape == shortcuts.KEY_ESCAPE
    assert Qt.Key.Key_PageDown == shortcuts.KEY_PAGE_DOWN
    assert Qt.Key.Key_Backspace == shortcuts.KEY_BACKSPACE
    assert Qt.Key.Key_Delete == shortcuts.KEY_DELETE
    assert Qt.Key.Key_Return == shortcuts.KEY_RETURN
    assert Qt.Key.Key_Enter == shortcuts.KEY_ENTER
    assert Qt.Key.Key_F1 == shortcuts.KEY_F1
    assert (Qt.Key.Key_Left, Qt.Key.Key_Up) == (shortcuts.KEY_LEFT, shortcuts.KEY_UP)
    assert (Qt.Key.Key_Right, Qt.Key.Key_Down) == (shortcuts.KEY_RIGHT, shortcuts.KEY_DOWN)


def test_no_shortcut_is_a_letter_that_another_layout_would_not_type() -> None:
    assert {shortcut.key for shortcut in SHORTCUTS.values()} <= SAME_ON_EVERY_LAYOUT | A_DIGIT
    digits = (
        shortcuts.LANE_DIGIT,
        shortcuts.SEARCH_DIGIT,
        shortcuts.ENQUIRY_DIGIT,
        shortcuts.ENQUIRIES_DIGIT,
        shortcuts.COMPLAINT_DIGIT,
        shortcuts.HELP_DIGIT,
        shortcuts.STOP_DIGIT,
    )
    assert {shortcuts.KEY_0 + digit for digit in digits} == A_DIGIT


def test_a_key_means_two_things_only_where_both_cannot_be_done_at_once() -> None:
    shared = {frozenset(actions_of(shortcut.key)) for shortcut in SHORTCUTS.values()}
    doubles = {group for group in shared if len(group) > 1}
    assert doubles == {
        frozenset({Action.BREAK, Action.RESUME_WORK, Action.NO_BREAK}),
        frozenset({Action.PARK, Action.REPRINT}),
        frozenset({Action.TRAINING, Action.LEAVE_TRAINING}),
        frozenset({Action.WALK_UP, Action.LOOK}),
        frozenset({Action.CALL_CHOSEN, Action.RESUME, Action.REINSTATE}),
        frozenset({Action.HELP, Action.HELP_OVER}),
        frozenset({Action.GIVE_PRIORITY, Action.TAKE_PRIORITY}),
    }


@pytest.mark.parametrize(("typed", "digit"), [("7", 7), ("٧", 7), ("۷", 7), ("", None), ("77", None), ("س", None)])
def test_digits_of_every_script_are_read(typed: str, digit: int | None) -> None:
    assert digit_of(typed) == digit


def test_the_next_thing_to_do_shows_the_space_bar_whatever_it_is() -> None:
    assert key_name(Action.RESUME_WORK, primary=True) == "Space"
    assert key_name(Action.RESUME_WORK, primary=False) == "F8"
    assert key_name(Action.BEGIN, primary=False) == ""
