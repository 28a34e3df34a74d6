"""The spoken text of a screen: its words in reading order, and each control's name, description and position."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from kiosk.accessibility.speaker import Sentence
from kiosk.screens.widgets.language_names import LANGUAGE_NAMES
from kiosk.screens.window import KioskWindow
from qtkit.language.language import Language
from qtkit.widgets.big_number import BigNumber
from qtkit.widgets.text import Words


class Spoken(QObject):
    """Makes sentences of what `window` shows, in the language shown; a language's own tile speaks that language."""

    def __init__(self, window: KioskWindow, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._language = window, language

    def screen(self) -> tuple[Sentence, ...]:
        """Return the words of the screen, then how to go on."""
        cover = self._window.cover()
        shown = cover if cover is not None else _shown(self._window.bodies)
        tag = self._language.tag
        told = [(tag, text) for text in _words(shown)]
        go_on = self.tr("Press Next to move through the choices, and Choose to select one")
        return (*told, (tag, go_on))

    def changing(self) -> tuple[str, ...]:
        """Return what may become other on the same screen: its words, and what a touch has done to a control."""
        window = self._window
        body, phone, stop = _shown(window.bodies), window.footer.phone, window.focusWidget()
        told = _words(body)
        if phone.isVisible() and phone is not stop:
            told.append(phone.accessibleName())
        if isinstance(stop, QAbstractButton):
            told.append(self._state(stop))
            told += [stop.accessibleDescription()] * (body is window.bodies.assist)
        return tuple(text for text in told if text)

    def news(self, before: tuple[str, ...]) -> tuple[Sentence, ...]:
        """Return what is said now that was not among what was `before`."""
        return tuple((self._language.tag, text) for text in self.changing() if text not in before)

    def control(self, stop: QAbstractButton, at: int, of: int) -> tuple[Sentence, ...]:
        """Return what is said when the keypad comes to `stop`, the `at`th of `of`."""
        key = stop.objectName().removeprefix("language_")
        own = key if key in LANGUAGE_NAMES else self._language.tag
        state = self._state(stop)
        #: Said of a control: %1 is its place among %2.
        place = self.tr("%1 of %2").replace("%1", str(at)).replace("%2", str(of))
        told = [text for text in (stop.accessibleName(), state, stop.accessibleDescription()) if text]
        return (*((own, text) for text in told), (self._language.tag, place))

    def _state(self, stop: QAbstractButton) -> str:
        if not stop.isCheckable():
            return ""
        on, off = self.tr("Selected"), self.tr("Not selected")
        return on if stop.isChecked() else off


def _shown(stack: QWidget) -> QWidget:
    while isinstance(stack, QStackedWidget):
        shown = stack.currentWidget()
        if shown is None:
            break
        stack = shown
    return stack


def _words(screen: QWidget) -> list[str]:
    """Return the texts of `screen` that are no control, from top to bottom."""
    parts = [part for part in screen.findChildren(QWidget) if isinstance(part, (Words, BigNumber))]
    shown = [part for part in parts if part.isVisibleTo(screen) and part.accessibleName()]
    shown.sort(key=lambda part: part.mapTo(screen, QPoint(0, 0)).y())
    return [part.accessibleName() for part in shown]
