from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_client.state.state import Notice, Tone
from counter_client.texts.notices import NOTICES
from counter_client.texts.refusals import SENTENCES
from counter_client.widgets.notice_strip import HEIGHT_PX, NoticeStrip
from counter_client.widgets.style import style_sheet
from qtkit.language.language import Language
from qtkit.look.theme import Theme

BESIDE_ONE_BUTTON_PX = 570


def strip_of(qtbot: QtBot, theme: Theme, language: Language) -> NoticeStrip:
    strip = NoticeStrip(language, "notice")
    strip.setStyleSheet(style_sheet(theme))
    strip.resize(600, 48)
    qtbot.addWidget(strip)
    return strip


def test_the_sentence_is_told_and_taken_back(qtbot: QtBot, theme: Theme, english: Language) -> None:
    strip = strip_of(qtbot, theme, english)
    strip.show_notice(Notice(Tone.WARNING, "on_break"))
    assert strip.accessibleName() == strip.text == "You are on a break. Resume work first."
    strip.show_notice(None)
    assert strip.text == ""


def test_it_keeps_its_place_while_it_has_nothing_to_say(qtbot: QtBot, theme: Theme, english: Language) -> None:
    strip = strip_of(qtbot, theme, english)
    height = strip.height()
    strip.show_notice(Notice(Tone.DONE, "done_park", "A047"))
    assert strip.height() == height


def test_tones_differ_in_their_sign_and_not_by_colour_alone(qtbot: QtBot, theme: Theme, english: Language) -> None:
    strip = strip_of(qtbot, theme, english)
    signs = set()
    for tone in Tone:
        strip.show_notice(Notice(tone, "on_break"))
        signs.add(strip.findChildren(QLabel)[0].text())
    assert len(signs) == len(Tone)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_sentence_is_read_whole_in_two_lines(
    language: str, qtbot: QtBot, theme: Theme, english: Language
) -> None:
    english.show(language)
    strip = strip_of(qtbot, theme, english)
    strip.resize(BESIDE_ONE_BUTTON_PX, HEIGHT_PX)
    for code in [*NOTICES, *SENTENCES]:
        strip.show_notice(Notice(Tone.WARNING, code, "A047", seconds=720, keys="Ctrl+Alt+Space"))
        sentence = strip.findChildren(QLabel)[1]
        sentence.ensurePolished()
        assert sentence.heightForWidth(BESIDE_ONE_BUTTON_PX - 60) <= HEIGHT_PX, strip.text
        assert sentence.font().pixelSize() == theme.size("small")


def test_numbers_are_written_in_the_halls_digits(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    arabic.set_digits("arabic_indic")
    strip = strip_of(qtbot, theme, arabic)
    strip.show_notice(Notice(Tone.DONE, "done_park", "A047"))
    assert "A٠٤٧" in strip.text
    arabic.set_digits("western")
