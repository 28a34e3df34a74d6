from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from display_board.notices.presenter import TimedView
from display_board.notices.texts import PRAYERS, TEXTS, timed_lines
from tests.display_board.helpers.board_parts import shown_in

pytestmark = pytest.mark.process


@pytest.mark.parametrize(("kind", "phase"), list(TEXTS))
def test_every_notice_is_told_in_arabic_and_in_english(qapp: QApplication, kind: str, phase: str) -> None:
    view = TimedView(kind, phase, "asr" if kind == "prayer" else "", "15:02")
    with shown_in(qapp, "both") as wording:
        arabic, english = timed_lines(view, wording)
    assert any("\u0600" <= letter <= "\u06ff" for letter in arabic)
    assert english.isprintable() or "\u2066" in english
    assert not any("\u0600" <= letter <= "\u06ff" for letter in english)
    for text in (arabic, english):
        assert "{" not in text
        assert ("3:02" in text) == (phase == "coming")
    assert ("العصر" in arabic) == ("Asr" in english) == (kind == "prayer")


@pytest.mark.parametrize("prayer", list(PRAYERS))
def test_every_prayer_has_its_own_name(qapp: QApplication, prayer: str) -> None:
    with shown_in(qapp, "both") as wording:
        lines = {timed_lines(TimedView("prayer", "sounding", name, "12:00"), wording) for name in PRAYERS}
        told = timed_lines(TimedView("prayer", "sounding", prayer, "12:00"), wording)
    assert len(lines) == len(PRAYERS)
    assert told in lines


def test_one_language_has_one_line(qapp: QApplication) -> None:
    with shown_in(qapp, "en") as wording:
        assert timed_lines(TimedView("last_ticket", "coming", "", "13:30"), wording) == ("Last ticket at 1:30 pm",)


def test_a_kind_of_tomorrow_says_nothing(qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        assert timed_lines(TimedView("eclipse", "coming", "", "10:00"), wording) == ()
