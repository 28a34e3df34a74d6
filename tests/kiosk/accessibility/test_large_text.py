"""Every screen at 200 % text, in every language and on every size of screen: nothing clips, nothing overlaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.view_data.visitor import KioskView
from kiosk.screens.window import KioskWindow
from qtkit.language.language import Language
from qtkit.look.looks import Looks
from qtkit.widgets import painting
from qtkit.widgets.big_number import BigNumber
from tests.helpers.replacing import replace
from tests.helpers.speeds import some
from tests.kiosk.screens.test_window import SESSIONS, all_screens, all_views, window_at
from tools.catalogues import LANGUAGES

SIZES = [(1080, 1920, 21.5), (1920, 1080, 21.5), (1280, 1024, 19.0), (1024, 768, 15.0)]
STAFF_LANGUAGES = ("ar", "en")
SMALLEST = 0.5
"""At 200 % a text that had to be made smaller is still no smaller than it usually is."""
OVER_ALL = {"time_notice", "scanned_screen"}
"""Announcements lie over what is shown, on purpose."""


@dataclass(frozen=True)
class Drawn:
    """One text as it was drawn: the size that was asked for and the one it got, px, and whether it lies in its box."""

    text: str
    asked_px: int
    got_px: int
    inside: bool


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Drawn]:
    """Every text that is painted through the kit from now on."""
    kept: list[Drawn] = []
    fitted = painting.fitted

    def watched(font: QFont, text: str, box: QRect, *, wrap: bool, smallest_px: int = 12) -> QFont:
        got = fitted(font, text, box, wrap=wrap, smallest_px=smallest_px)
        kept.append(Drawn(text, font.pixelSize(), got.pixelSize(), inside(got, text, box, wrap=wrap)))
        return got

    monkeypatch.setattr(painting, "fitted", watched)
    return kept


def inside(font: QFont, text: str, box: QRect, *, wrap: bool) -> bool:
    metrics = QFontMetrics(font)
    lines = painting.lines_of(text, metrics, box.width()) if wrap else [text]
    # Ink may rise into the air that a line has above and below: a quarter of it.
    high = len(lines) * metrics.height() <= box.height() + metrics.height() // 4
    return high and max(metrics.horizontalAdvance(line) for line in lines) <= box.width()


def neighbours(window: KioskWindow) -> Iterator[tuple[QWidget, QWidget]]:
    """Return all pairs of visible parts that stand beside each other."""
    for parent in (window, *window.findChildren(QWidget)):
        parts = [
            child
            for child in parent.children()
            if isinstance(child, QWidget) and child.isVisible() and child.objectName() not in OVER_ALL
        ]
        yield from ((one, other) for at, one in enumerate(parts) for other in parts[at + 1 :])


def check(window: KioskWindow, name: str, drawn: list[Drawn]) -> None:
    """Look at every page of the screen that is shown."""
    assert window.theme.text_scale == 2.0
    for page in range(window.reading.pages):
        window.reading.turn(page)
        drawn.clear()
        window.grab()
        seen = [one for one in drawn if one.text]
        assert seen, name
        assert not [one.text for one in seen if not one.inside], f"{name}: clipped"
        small = [one for one in seen if one.got_px < SMALLEST * one.asked_px]
        assert not small, f"{name}: made smaller because there is no room"
    for one, other in neighbours(window):
        assert not one.geometry().intersects(other.geometry()), f"{name}: {one} and {other} overlap"


def windows_screens(window: KioskWindow, tag: str) -> Iterator[str]:
    """Show the screens of visitors, and in the staff's own languages those of staff."""
    for name in all_screens(window, tag, Looks(200)):
        if name in SESSIONS or tag in STAFF_LANGUAGES:
            yield name


@pytest.mark.parametrize("size", some(SIZES, SIZES[3]), ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("tag", some(LANGUAGES["kiosk"], "ar", "bn"))
def test_at_two_hundred_percent_nothing_clips_and_nothing_overlaps(
    qtbot: QtBot, language: Language, drawn: list[Drawn], size: tuple[int, int, float], tag: str
) -> None:
    window = window_at(qtbot, language, size)
    for name in windows_screens(window, tag):
        check(window, name, drawn)


@pytest.mark.parametrize("reach", some([False, True], True), ids=["everywhere", "within_reach"])
@pytest.mark.parametrize("size", some(SIZES, SIZES[3]), ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("tag", some(STAFF_LANGUAGES, "ar"))
def test_no_text_is_smaller_in_large_text_than_in_the_usual_size(
    qtbot: QtBot, language: Language, drawn: list[Drawn], size: tuple[int, int, float], tag: str, reach: bool
) -> None:
    window = window_at(qtbot, language, size)
    usual, large = (  # one size after the other: other looks are other parts
        {
            name: painted_px(window, replace(view, looks=Looks(percent, reach=reach)), drawn)
            for name, view in all_views(tag)
        }
        for percent in (100, 200)
    )
    smaller = [
        f"{name}: {text} is painted in {px} px, at 100 % in {usual[name][text]} px"
        for name, texts in large.items()
        for text, px in texts.items()
        if px < usual[name].get(text, 0)
    ]
    assert not smaller, "\n".join(smaller)


def painted_px(window: KioskWindow, view: KioskView, drawn: list[Drawn]) -> dict[str, int]:
    """Show `view` and return the px in which each of its texts is painted, the smallest on any page."""
    window.show_view(view)
    QApplication.processEvents()
    drawn.clear()
    for page in range(window.reading.pages):
        window.reading.turn(page)
        window.grab()
    numbers = {one.text: one.font_px for one in window.findChildren(BigNumber) if one.isVisible() and one.text}
    return numbers | {one.text: min(o.got_px for o in drawn if o.text == one.text) for one in drawn if one.text}
