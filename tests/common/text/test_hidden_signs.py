"""What no reader sees: characters that turn the order of letters, and those that no screen shows."""

from __future__ import annotations

import pytest

from common.text.hidden_signs import strip_turning, unseen_signs


@pytest.mark.parametrize("sign", ["\u202d", "\u202e"])
def test_a_text_loses_them_wherever_it_stands(sign: str) -> None:
    value = {f"a{sign}": [f"{sign}one", {"b": f"two{sign}"}], "c": 3, "d": None}
    assert strip_turning(value) == {"a": ["one", {"b": "two"}], "c": 3, "d": None}


def test_marks_that_turn_nothing_stay() -> None:
    text = "\u200fولاية\u200e Muscat \u2067ا\u2069"
    assert strip_turning(text) == text


@pytest.mark.parametrize(("text", "found"), [("two\nlines", []), ("a\tb\x00", ["\x00", "\t"]), ("نص", [])])
def test_what_no_screen_shows_is_named(text: str, found: list[str]) -> None:
    assert unseen_signs(text) == found
