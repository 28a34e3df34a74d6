"""One step of the change of paper, in both shapes of screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.staff.paper_guide import PaperGuide
from kiosk.screens.staff.texts import StaffTexts
from kiosk.screens.view_data.staff import GuideView
from kiosk.staff.session import PaperStep
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed


@pytest.mark.parametrize("size", [(1080, 1500), (1800, 800)])
@pytest.mark.parametrize("step", list(PaperStep))
def test_each_step_has_its_words_and_a_picture_with_room(
    qtbot: QtBot, language: Language, size: tuple[int, int], step: PaperStep
) -> None:
    theme = Theme(1080, 1920, 21.5) if size[1] > size[0] else Theme(1920, 1080, 21.5)
    guide = PaperGuide(theme, language, StaffTexts(language))
    framed(qtbot, guide, *size)
    guide.show_view(GuideView(step.value, 2, 4, by_itself=True))
    qtbot.waitUntil(lambda: guide.picture.height() >= 300, timeout=60_000)
    assert guide.picture.step == step.value
    assert guide.place.text == "الخطوة 2 من 4"
    assert guide.headline.text
    assert guide.by_itself.text
    assert not guide.picture.geometry().intersects(guide.button.geometry())


def test_next_is_asked_for_by_touch_and_the_sensors_hint_only_where_they_are(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    language.show("en")
    guide = PaperGuide(theme, language, StaffTexts(language))
    framed(qtbot, guide, 1800, 800)
    wanted: list[bool] = []
    guide.next_wanted.connect(lambda: wanted.append(True))
    guide.show_view(GuideView("open", 1, 4, by_itself=False))
    QTest.mouseClick(guide.button, Qt.MouseButton.LeftButton)
    assert wanted == [True]
    assert guide.by_itself.text == ""
    assert (guide.headline.text, guide.button.text()) == ("Open the printer's cover", "Next")
