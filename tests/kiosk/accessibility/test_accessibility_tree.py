"""What a screen reader, a switch or a keypad finds: each control with its name in the language shown, role and size."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.presenter import derive_screen
from kiosk.screens.widgets.language_names import LANGUAGE_NAMES
from kiosk.screens.window import KioskWindow
from kiosk.visitor.help_options import HELP, Assist
from kiosk.visitor.session import Session
from qtkit.language.language import Language
from qtkit.look.looks import Looks
from qtkit.look.theme import Theme
from tests.helpers.missing_texts import OPEN, MissingTexts, missing_texts_shown
from tests.helpers.replacing import replace
from tests.helpers.speeds import some
from tests.kiosk.accessibility.test_large_text import SIZES
from tests.kiosk.screens.test_window import GOOD, SPOKEN, all_screens, all_views, window_at
from tools.catalogues import LANGUAGES

ROLES = {QAccessible.Role.Button, QAccessible.Role.CheckBox}
SCRIPTS = {
    "ar": "[\u0600-\u06ff]",
    "en": "[A-Za-z]",
    "ur": "[\u0600-\u06ff]",
    "hi": "[\u0900-\u097f]",
    "bn": "[\u0980-\u09ff]",
}
GIVEN = re.compile(r"tile_|language_\w\w$|staff_v|(pin|keypad)_(\d|plus)$")
"""Controls whose names are the hall's own, a language's, a ticket's or a digit."""


@pytest.fixture
def marked(qapp: QApplication) -> Iterator[Language]:
    """The kiosk's language, with every text that a catalogue lacks in brackets."""
    with missing_texts_shown():
        shown = Language(qapp, "kiosk")
        shown.show("ar")
        yield shown
        shown.withdraw()
    QLocale.setDefault(QLocale.c())


def tree(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Return `node` and all below it that can be seen."""
    if node.state().invisible:
        return
    yield node
    for at in range(node.childCount()):
        yield from tree(node.child(at))


def controls(window: KioskWindow) -> list[QAccessibleInterface]:
    """Return what of the tree can be operated."""
    found = [node for node in tree(QAccessible.queryAccessibleInterface(window)) if node.state().focusable]
    return [node for node in found if node.role() != QAccessible.Role.Client]


def name_of(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name)


@pytest.mark.parametrize("tag", some(LANGUAGES["kiosk"], "ar"))
@pytest.mark.parametrize("looks", some([Looks(), Looks(200, high_contrast=True)], Looks()), ids=["usual", "large"])
def test_every_control_has_a_name_in_the_language_shown_and_a_role(
    qtbot: QtBot, marked: Language, tag: str, looks: Looks
) -> None:
    window = window_at(qtbot, marked, SIZES[0])
    counted = 0
    for name in all_screens(window, tag, looks):
        for control in controls(window):
            counted += 1
            key, text = control.object().objectName(), name_of(control)
            assert control.role() in ROLES, f"{name}: {key}"
            assert text, f"{name}: {key} has no name"
            assert GIVEN.match(key) or re.search(SCRIPTS[tag], text), f"{name}: {key} is {text!r} in {tag}"
    assert counted > 150, "the check has lost its subject"


@pytest.mark.parametrize("tag", some([tag for tag in LANGUAGES["kiosk"] if tag != "en"], "ar"))
def test_no_text_of_any_screen_is_missing_in_any_language(qtbot: QtBot, marked: Language, tag: str) -> None:
    window = window_at(qtbot, marked, SIZES[0])
    for name in all_screens(window, tag):
        nodes = tree(QAccessible.queryAccessibleInterface(window))
        told = [node.text(kind) for node in nodes for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
        assert not [text for text in told if OPEN in text], name


def test_a_missing_text_is_seen_in_a_test_and_read_in_english_on_a_kiosk(qapp: QApplication) -> None:
    with missing_texts_shown():
        assert QApplication.translate("Nowhere", "No such text") == "⟦No such text⟧"
    assert QApplication.translate("Nowhere", "No such text") == "No such text"
    assert MissingTexts().translate("", "x") == "⟦x⟧"


@pytest.mark.parametrize("size", some(SIZES, SIZES[3]), ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("looks", some([Looks(), Looks(200)], Looks(200)), ids=["usual", "large"])
def test_every_control_is_twenty_millimetres_and_three_from_the_next(
    qtbot: QtBot, language: Language, size: tuple[int, int, float], looks: Looks
) -> None:
    window, mm = window_at(qtbot, language, size), Theme(*size).px_per_mm
    for name in all_screens(window, "ar", looks):
        whole: set[str] = set()
        for page in range(window.reading.pages):
            window.reading.turn(page)
            shown = [control for control in controls(window) if is_whole(control)]
            whole |= {control.object().objectName() for control in shown}
            check_sizes(name, [control.rect() for control in shown], mm)
        assert whole == {control.object().objectName() for control in controls(window)}, f"{name}: on no page whole"


def is_whole(control: QAccessibleInterface) -> bool:
    part = control.object()
    assert isinstance(part, QWidget)
    return bool(part.visibleRegion().boundingRect() == part.rect())


def check_sizes(name: str, places: list[QRect], px_per_mm: float) -> None:
    for at, one in enumerate(places):
        assert min(one.width(), one.height()) / px_per_mm >= 20.0, name
        apart = [gap(one, other) / px_per_mm for other in places[at + 1 :]]
        # The announcement of the end lies over what is shown: a touch anywhere is what it asks for.
        assert name in {"ending", "left_alone"} or min(apart, default=99.0) >= 3.0, name


def gap(one: QRect, other: QRect) -> float:
    """Return the way from one to the other, px, in the direction in which they are farther apart."""
    across = max(one.left() - other.right(), other.left() - one.right()) - 1
    down = max(one.top() - other.bottom(), other.top() - one.bottom()) - 1
    return max(across, down)


def test_what_is_on_is_told_in_words_and_to_the_screen_reader(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    session = Session("en", assist=Assist(HELP, Looks(150, high_contrast=True)))
    window.show_view(derive_screen(session, GOOD, SPOKEN))
    QApplication.processEvents()
    told = {name_of(node): node.text(QAccessible.Text.Description) for node in controls(window)}
    assert told["High contrast"] == "On"
    assert "150%" in told["Larger text"]
    assert told["Lower buttons"] == "Off"


def test_the_priority_switch_is_a_box_that_is_checked(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    views = dict(all_views("en"))
    for asked in (False, True):
        services = views["services"]
        window.show_view(replace(services, body=replace(services.body, priority=asked)))
        QApplication.processEvents()
        box = next(node for node in controls(window) if node.role() == QAccessible.Role.CheckBox)
        assert bool(box.state().checked) is asked


def test_languages_keep_their_own_names(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    window.show_view(dict(all_views("bn"))["languages"])
    QApplication.processEvents()
    assert {LANGUAGE_NAMES[tag] for tag in LANGUAGES["kiosk"]} <= {name_of(node) for node in controls(window)}
