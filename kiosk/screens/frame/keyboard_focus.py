"""Where the keyboard focus is from one view to the next: kept on the same screen, at the first part on another one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.screens.view_data.visitor import KioskView, ServicesView

_OTHER = Qt.FocusReason.OtherFocusReason


class KeyboardPlace:
    """`begin` before the parts of `window` change and `end` after; in between Qt puts the keyboard anywhere."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.changing = False
        self._about: tuple[object, ...] = ()
        self._focused: QWidget | None = None
        self._name = self._awaited = ""

    def begin(self) -> None:
        """Remember where the keyboard stands."""
        self.changing, self._focused = True, self._window.focusWidget()
        self._name = self._focused.objectName() if self._focused is not None else ""

    def end(self, view: KioskView, *, made_anew: bool) -> None:
        """Put the keyboard where it belongs now that `view` is shown, with parts `made_anew` where looks are others."""
        before, self._about, self.changing = self._about, about(view), False
        if made_anew:
            self._stand_at(self._name)
        elif self._about != before:
            self._awaited = ""
            self._window.setFocus(_OTHER)
        else:
            self._wait()

    def _wait(self) -> None:
        """Stand nowhere while the control of the keyboard cannot be pressed, and there again once it can."""
        if isinstance(self._focused, QAbstractButton) and not self._focused.isEnabled():
            self._awaited = self._name
            self._window.setFocus(_OTHER)
        elif not self._awaited:
            return
        elif self._focused not in {None, self._window}:
            self._awaited = ""  # gone on meanwhile
        else:
            self._stand_at(self._awaited)

    def _stand_at(self, name: str) -> None:
        """Stand at the part `name`, on the window where that is gone or cannot be pressed."""
        found = self._window.findChildren(QWidget, name) if name else []
        part = next((one for one in found if one.isVisible() and one.isEnabled()), self._window)
        part.setFocus(_OTHER)


def about(view: KioskView) -> tuple[object, ...]:
    """Return what a screen is about: on another one the focus begins at the first part, even if the parts are equal."""
    body = view.body
    of = (body.of_categories, *(tile.key for tile in body.tiles)) if isinstance(body, ServicesView) else ()
    return type(body), *of
