from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.services.priority_strip import PriorityStrip
from qtkit.language.language import Language
from qtkit.look.theme import Theme, load_fonts
from qtkit.widgets import painting
from tests.kiosk.screens.test_window import SESSIONS, shown, window_at

SIZES = [(1920, 1080, 21.5), (1080, 1920, 32.0), (1280, 1024, 19.0), (1024, 768, 15.0), (540, 900, 12.0)]


def strip(qtbot: QtBot, size: tuple[int, int, float]) -> PriorityStrip:
    load_fonts()
    theme = Theme(*size)
    made = PriorityStrip(theme)
    qtbot.addWidget(made)
    made.resize(theme.width_px - theme.px(80), made.height())
    return made


@pytest.mark.parametrize("size", SIZES[:2], ids=["lying", "upright"])
def test_priority_is_asked_before_the_tiles(qtbot: QtBot, language: Language, size: tuple[int, int, float]) -> None:
    window = window_at(qtbot, language, size)
    shown(window, SESSIONS["services"], "ar")
    services = window.bodies.services
    bottom = services.priority.mapTo(window, QPoint(0, services.priority.height())).y()
    tops = [tile.mapTo(window, QPoint(0, 0)).y() for tile in services.grid.tiles]
    assert services.priority.isVisible()
    assert bottom < min(tops)
    assert not window.footer.priority.isVisible()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("tag", ["ar", "en", "ur", "hi", "bn"])
def test_its_words_are_never_painted_below_the_smallest_size(
    qtbot: QtBot, language: Language, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int, float], tag: str
) -> None:
    language.show(tag)
    made = strip(qtbot, size)
    sizes: list[int] = []
    fitted = painting.fitted

    def watched(font: QFont, *args: object, **more: object) -> QFont:
        got: QFont = fitted(font, *args, **more)  # type: ignore[arg-type]
        sizes.append(got.pixelSize())
        return got

    monkeypatch.setattr(painting, "fitted", watched)
    made.grab()
    assert len(sizes) == 3
    assert min(sizes) >= Theme(*size).size("small")


def test_the_answer_is_a_word_and_a_place(qtbot: QtBot, language: Language) -> None:
    made = strip(qtbot, SIZES[0])
    made.show_state(on=False)
    off = made.grab().toImage()
    made.show_state(on=True)
    assert made.isChecked()
    assert made.grab().toImage() != off
    assert "كبار السن" in made.accessibleDescription()


def test_a_touch_asks_for_the_change_and_whoever_shows_it_makes_it(qtbot: QtBot, language: Language) -> None:
    made = strip(qtbot, SIZES[0])
    with qtbot.waitSignal(made.clicked):
        QTest.keyClick(made, Qt.Key.Key_Space)
    assert not made.isChecked()


def test_the_language_changes_its_words(qtbot: QtBot, language: Language) -> None:
    made = strip(qtbot, SIZES[0])
    language.show("en")
    qtbot.waitUntil(lambda: made.text() == "Does priority service apply to you?")
