from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_client.sign_in.presenter import derive_sign_in
from counter_client.sign_in.view import SignInScreen
from counter_client.state.actions import Action
from counter_client.state.intents import Do, EraseDigit, PickAgent, TypeDigit
from counter_client.state.state import Inputs, Notice, Tone
from counter_client.widgets.button import Button
from counter_client.widgets.notice_strip import NoticeStrip
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.counter_client.helpers.builders import at_sign_in


def shown(holder: QWidget, theme: Theme, language: Language, inputs: Inputs) -> tuple[SignInScreen, list[object]]:
    screen = SignInScreen(theme, language, holder)
    screen.resize(1100, 720)
    screen.show_view(derive_sign_in(inputs))
    screen.show()
    wishes: list[object] = []
    screen.wished.connect(wishes.append)
    return screen, wishes


def button(screen: SignInScreen, name: str) -> Button:
    found = screen.findChild(Button, name)
    assert found is not None, name
    return found


def test_pad_names_and_buttons_say_what_they_want(
    qtbot: QtBot, holder: QWidget, theme: Theme, english: Language
) -> None:
    screen, wishes = shown(holder, theme, english, at_sign_in(agent="said", pin="471829"))
    for name in ("agent_1", "pad_0", "pad_9", "pad_erase", "pad_clear", "sign_in_button", "sign_in_language"):
        qtbot.mouseClick(button(screen, name), Qt.MouseButton.LeftButton)
    assert wishes == [
        PickAgent("badr"),
        TypeDigit(0),
        TypeDigit(9),
        EraseDigit(),
        EraseDigit(everything=True),
        Do(Action.SIGN_IN),
        Do(Action.LANGUAGE),
    ]


@pytest.mark.parametrize(
    ("pin", "dots"),
    [("", "· · · · · ·"), ("47", "• • · · · ·"), ("471829", "• • • • • •"), ("4718293", "• • • • • • •")],
)
def test_six_places_wait_for_the_pin(holder: QWidget, theme: Theme, english: Language, pin: str, dots: str) -> None:
    screen, _ = shown(holder, theme, english, at_sign_in(agent="said", pin=pin))
    assert screen.findChild(QLabel, "pin_dots").text() == dots


def test_the_pad_has_the_same_places_in_arabic(qtbot: QtBot, holder: QWidget, theme: Theme, arabic: Language) -> None:
    screen, _ = shown(holder, theme, arabic, at_sign_in(language="ar"))
    places = [button(screen, f"pad_{n}").mapTo(screen, button(screen, f"pad_{n}").rect().center()) for n in (1, 2, 3)]
    assert places[0].x() < places[1].x() < places[2].x()


def test_a_refusal_is_a_sentence(qtbot: QtBot, holder: QWidget, theme: Theme, english: Language) -> None:
    locked = at_sign_in(agent="said", notice=Notice(Tone.WARNING, "pin_locked", seconds=290))
    screen, _ = shown(holder, theme, english, locked)
    strip = screen.findChild(NoticeStrip, "sign_in_notice")
    assert strip is not None
    assert strip.text.startswith("Too many wrong PINs. Try again in 5 min")
    assert not button(screen, "sign_in_button").isEnabled()


def test_a_cut_link_is_told_before_anybody_signs_in(
    qtbot: QtBot, holder: QWidget, theme: Theme, english: Language
) -> None:
    screen, _ = shown(holder, theme, english, at_sign_in(cut_off_s=0.0))
    banner = screen.findChild(QWidget, "sign_in_cut_off")
    assert banner is not None
    assert banner.isVisible()
