from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from counter_client.inputs import Notice, Tone
from counter_client.notices import NOTICES
from counter_client.refusals import SENTENCES
from counter_client.views.canvas import text_width
from counter_client.views.notice_strip import NoticeStrip
from qtkit.language import Language
from qtkit.theme import Theme

BESIDE_ONE_BUTTON_PX = 570


def strip_of(qtbot: QtBot, theme: Theme, language: Language) -> NoticeStrip:
    strip = NoticeStrip(theme, language, "notice")
    strip.resize(600, 48)
    qtbot.addWidget(strip)
    return strip


def picture(strip: NoticeStrip, tone: Tone) -> QImage:
    strip.show_notice(Notice(tone, "on_break"))
    return strip.grab().toImage()


def test_the_sentence_is_told_and_taken_back(qtbot: QtBot, theme: Theme, english: Language) -> None:
    strip = strip_of(qtbot, theme, english)
    strip.show_notice(Notice(Tone.WARNING, "on_break"))
    assert strip.accessibleName() == strip.text == "You are on a break. Resume work first."
    strip.show_notice(None)
    assert strip.text == ""


def test_it_keeps_its_place_while_it_has_nothing_to_say(qtbot: QtBot, theme: Theme, english: Language) -> None:
    strip = strip_of(qtbot, theme, english)
    height = strip.sizeHint().height(), strip.height()
    strip.show_notice(Notice(Tone.DONE, "done_park", "A047"))
    assert (strip.sizeHint().height(), strip.height()) == height


def test_tones_differ_in_their_sign_and_not_by_colour_alone(qtbot: QtBot, theme: Theme, english: Language) -> None:
    strip = strip_of(qtbot, theme, english)
    signs = [
        [[image.pixelColor(x, y).lightness() > 150 for x in range(14, 38)] for y in range(4, 44)]
        for image in (picture(strip, tone) for tone in Tone)
    ]
    assert signs[0] != signs[1] != signs[2]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_sentence_is_whole_and_no_smaller_than_small_type(
    language: str, qtbot: QtBot, theme: Theme, english: Language
) -> None:
    english.show(language)
    strip = strip_of(qtbot, theme, english)
    strip.resize(BESIDE_ONE_BUTTON_PX, 48)
    for code in [*NOTICES, *SENTENCES]:
        strip.show_notice(Notice(Tone.WARNING, code, "A047", seconds=720, keys="Ctrl+Alt+Space"))
        lines, font = strip.sentence()
        assert font.pixelSize() >= theme.size("small"), code
        assert len(lines) <= 2, lines
        assert all(text_width(line, font) <= BESIDE_ONE_BUTTON_PX - 56 for line in lines), code


def test_numbers_are_written_in_the_halls_digits(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    arabic.set_digits("arabic_indic")
    strip = strip_of(qtbot, theme, arabic)
    strip.show_notice(Notice(Tone.DONE, "done_park", "A047"))
    assert "A٠٤٧" in strip.text
    arabic.set_digits("western")
