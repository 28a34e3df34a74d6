from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.visitor.keypad_input import ENTER, ERASE, PLUS, keyed

KEYS = st.sampled_from([*"0123456789", ERASE, ENTER, PLUS, "x", "٣"])


@given(st.lists(KEYS), st.integers(1, 17))
def test_whatever_is_pressed_there_stand_digits_a_plus_first_and_never_too_many(keys: list[str], most: int) -> None:
    typed = ""
    for key in keys:
        typed = keyed(typed, key, most=most)
    assert len(typed) <= most
    assert typed.removeprefix("+").isascii()
    assert typed.removeprefix("+").isdigit() or typed in {"", "+"}


def test_erase_takes_the_last_and_enter_nothing() -> None:
    assert keyed("91", ERASE, most=8) == "9"
    assert keyed("", ERASE, most=8) == ""
    assert keyed("91", ENTER, most=8) == "91"
    assert keyed("91", PLUS, most=8) == "91"
