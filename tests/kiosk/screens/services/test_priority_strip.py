from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.screens.presenter import derive_screen
from kiosk.screens.services.priority_strip import PriorityStrip
from qtkit.language.language import Language
from qtkit.look.looks import Looks
from qtkit.look.theme import Theme, load_fonts
from qtkit.widgets import painting
from tests.helpers.replacing import replace
from tests.kiosk.screens.test_window import GOOD, SESSIONS, SPOKEN, shown, window_at

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


@pytest.mark.parametrize("size", SIZES[:3], ids=["lying", "upright", "desk"])
@pytest.mark.parametrize("tag", ["ar", "en"])
@pytest.mark.parametrize("percent", [150, 200])
def test_in_large_text_priority_is_asked_before_the_tiles_and_costs_none_of_them(
    qtbot: QtBot, language: Language, size: tuple[int, int, float], tag: str, percent: int
) -> None:
    window = window_at(qtbot, language, size)
    view = derive_screen(replace(SESSIONS["services"], language=tag), GOOD, SPOKEN)
    window.show_view(replace(view, looks=Looks(percent)))
    QApplication.processEvents()
    services = window.bodies.services
    tiles = [tile for tile in services.grid.tiles if tile.isVisible()]
    bottom = services.priority.mapTo(window, QPoint(0, services.priority.height())).y()
    assert bottom < min(tile.mapTo(window, QPoint(0, 0)).y() for tile in tiles)
    assert not window.footer.priority.isVisible()
    assert (len(tiles) >= 2, window.reading.pages) == (True, 1)


@pytest.mark.parametrize(("size", "before"), [(SIZES[1], True), (SIZES[0], False)], ids=["upright", "lying"])
def test_within_reach_an_upright_screen_asks_before_the_tiles_and_a_lying_one_at_the_foot(
    qtbot: QtBot, language: Language, size: tuple[int, int, float], before: bool
) -> None:
    window = window_at(qtbot, language, size)
    view = derive_screen(replace(SESSIONS["services"], language="ar"), GOOD, SPOKEN)
    window.show_view(replace(view, looks=Looks(reach=True)))
    QApplication.processEvents()
    asked = window.bodies.services.priority
    assert (asked.isVisible(), window.footer.priority.isVisible()) == (before, not before)
    shown_one = asked if before else window.footer.priority
    top = shown_one.mapTo(window, QPoint(0, 0)).y()
    assert top >= size[1] - window.theme.reach_px
    first = min(tile.mapTo(window, QPoint(0, 0)).y() for tile in window.bodies.services.grid.tiles)
    assert (top < first) is before


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
