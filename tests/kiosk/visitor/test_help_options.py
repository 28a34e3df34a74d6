from __future__ import annotations

import pytest

from kiosk.visitor.help_options import ACTS, HELP, LANGUAGES, Assist, closed, is_on, opened, turned


@pytest.mark.parametrize("act", ACTS)
def test_every_switch_is_turned_on_and_off_again(act: str) -> None:
    once = turned(Assist(), act)
    assert is_on(once, act)
    assert [other for other in ACTS if is_on(once, other)] == [act]
    again = turned(once, act)
    while act == "text" and is_on(again, act):
        again = turned(again, act)
    assert again == Assist()


def test_text_goes_to_two_hundred_percent() -> None:
    twice = turned(turned(Assist(), "text"), "text")
    assert twice.looks.text_percent == 200


def test_the_page_is_opened_and_left_and_keeps_what_is_on() -> None:
    on = turned(opened(Assist()), "contrast")
    assert on.page == HELP
    assert opened(on, LANGUAGES).page == LANGUAGES
    assert closed(on) == turned(Assist(), "contrast")


def test_a_switch_that_there_is_not_is_a_bug() -> None:
    with pytest.raises(KeyError, match="zoom"):
        turned(Assist(), "zoom")
