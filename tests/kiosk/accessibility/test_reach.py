"""Within reach: whatever a visitor touches lies in the lowest third, as large as a finger, and nothing is covered."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.screens.window import KioskWindow
from qtkit.language.language import Language
from qtkit.look.looks import Looks
from qtkit.look.theme import Theme
from tests.helpers.replacing import replace
from tests.helpers.speeds import some
from tests.kiosk.accessibility.test_accessibility_tree import check_sizes, controls
from tests.kiosk.accessibility.test_large_text import SIZES, neighbours
from tests.kiosk.screens.test_window import SESSIONS, all_views, window_at
from tools.catalogues import LANGUAGES

NEEDS_MORE = {"ending", "left_alone"}
"""The announcement of the end, that a touch anywhere extends."""


def lowest_third(window: KioskWindow, name: str, px_per_mm: float) -> None:
    QApplication.processEvents()
    places = [control.rect().translated(-window.x(), -window.y()) for control in controls(window)]
    check_sizes(name, places, px_per_mm)
    high = [place for place in places if place.top() < window.height() * 2 // 3 - 2]
    assert not high, f"{name}: {len(high)} of {len(places)} lie above the lowest third"
    for one, other in neighbours(window):
        assert not one.geometry().intersects(other.geometry()), f"{name}: {one} and {other} overlap"


@pytest.mark.parametrize("size", some(SIZES, SIZES[0]), ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("tag", some(LANGUAGES["kiosk"], "ar"))
def test_everything_a_visitor_touches_is_in_the_lowest_third(
    qtbot: QtBot, language: Language, size: tuple[int, int, float], tag: str
) -> None:
    window = window_at(qtbot, language, size)
    for name, view in all_views(tag):
        if name in SESSIONS and name not in NEEDS_MORE:
            window.show_view(replace(view, looks=Looks(reach=True)))
            lowest_third(window, name, Theme(*size).px_per_mm)


@pytest.mark.parametrize("size", some(SIZES, SIZES[0]), ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", ["phone", "booking"])
def test_in_large_text_too_the_page_of_the_pad_stands_at_the_foot(
    qtbot: QtBot, language: Language, size: tuple[int, int, float], name: str
) -> None:
    window = window_at(qtbot, language, size)
    window.show_view(replace(dict(all_views("ar"))[name], looks=Looks(200, reach=True)))
    window.reading.turn(window.reading.pages - 1)
    QApplication.processEvents()
    # The rows below it are higher then, and there is one more, to turn the page: the pad lies in the lower half.
    tops = [control.rect().top() - window.y() for control in controls(window)]
    assert min(tops) >= window.height() // 2, min(tops)
