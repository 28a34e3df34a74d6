"""The order in which a keypad moves through a screen: from control to control as it is read, then from the start."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.accessibility.keypad import Keypad, act_of
from kiosk.screens.widgets.key_pad import KeyPad
from kiosk.screens.window import KioskWindow


class KeypadWalk(QObject):
    """Moves the focus by the keypad's keys; `pressed(str)` tells each act, moves included, before it is done."""

    pressed = Signal(str)

    def __init__(self, window: KioskWindow, keypad: Keypad, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._keypad = window, keypad
        self._watched: QWidget | None = None
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    def stops(self) -> list[QAbstractButton]:
        """Return the controls that can be pressed now: the announcement's first, then body, foot and head."""
        window = self._window
        parts: tuple[QWidget, ...] = (window.bodies, window.reading.buttons, window.footer, window.header)
        cover = window.cover()
        if cover is not None:
            parts = (cover, *parts) if cover is window.time_notice else (cover,)
        return [stop for part in parts for stop in self._stops_in(part)]

    def move(self, act: str) -> None:
        """Go to the next or the previous stop, or press the one where the keyboard is."""
        stops = self.stops()
        if not stops:
            return
        focused = self._window.focusWidget()
        at = next((index for index, stop in enumerate(stops) if stop is focused), None)
        if act == "choose":
            if at is not None:
                stops[at].click()
            return
        step = 1 if act == "next" else -1
        to = (0 if step > 0 else len(stops) - 1) if at is None else (at + step) % len(stops)
        stops[to].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt gives both
        """Take the keypad's keys; all others go where they were going."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        act = act_of(self._keypad, Qt.Key(event.key()).name.removeprefix("Key_"))
        at_stop = self._window.focusWidget() in self.stops()
        if not act or (act == "choose" and not at_stop):
            return False
        self.pressed.emit(act)
        if act in {"next", "previous", "choose"}:
            self.move(act)
        return True

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Watch the part that has the keyboard: keys go there first. One part, not all events of the program."""
        if now is None or now is self._window or not self._window.isAncestorOf(now):
            return
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = now
        now.installEventFilter(self)
        now.destroyed.connect(self._forget)

    def _forget(self, _gone: QObject | None = None) -> None:
        self._watched = None

    def _stops_in(self, part: QWidget) -> list[QAbstractButton]:
        rtl = self._window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        found = [stop for stop in part.findChildren(QAbstractButton) if stop.isVisibleTo(part) and stop.isEnabled()]
        if not part.isVisible():
            return []

        def place(stop: QAbstractButton) -> tuple[bool, int, int]:
            corner = stop.mapTo(part, QPoint(0, 0))
            if isinstance(stop.parentWidget(), KeyPad):  # its digits together and from one to nine, in every language
                return False, corner.y(), corner.x()
            return True, corner.y(), -corner.x() if rtl else corner.x()

        return sorted(found, key=place)
