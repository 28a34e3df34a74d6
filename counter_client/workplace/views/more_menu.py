"""The menu of all that is done less often."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from counter_client.keyboard.shortcuts import letter_of
from counter_client.state.actions import Action
from counter_client.state.intents import CloseSheet, Do
from counter_client.texts.texts import ACTIONS, say
from counter_client.workplace.presenters.more_menu import MoreView


class MoreMenu(QMenu):
    """Opens and closes by the view. Qt handles arrows, Enter and Esc; the window handles letters."""

    wished = Signal(object)  # counter_client.state.intents.Wish
    key_pressed = Signal(int, str)  # Qt key code, what the layout typed

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("more_menu")
        # Else the press that closes the menu is also a press on the button below, and "More" opens it again.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self._view: MoreView | None = None
        self._entries: list[QAction] = []
        self.triggered.connect(self._wish)

    def show_view(self, view: MoreView, above: QWidget) -> None:
        """Show the entries; open the menu over the button `above`, or close it."""
        self._view = view
        while len(self._entries) < len(view.items):
            self._entries.append(self.addAction(""))
        for at, entry in enumerate(self._entries):
            entry.setVisible(at < len(view.items))
            if at < len(view.items):
                item = view.items[at]
                entry.setData(item.action)
                entry.setText(f"{say(ACTIONS[item.action]).replace('&', '&&')}\t{item.key}")
                entry.setEnabled(item.enabled)
                entry.setObjectName(f"menu_{item.action.value}")
        if view.opened and not self.isVisible():
            height = self.sizeHint().height()
            self.popup(above.mapToGlobal(QPoint(0, -height)))
        elif not view.opened and self.isVisible():
            self.hide()

    def close_menu(self) -> None:
        """Close the menu without a wish."""
        self._view = None
        self.hide()

    def _wish(self, entry: QAction) -> None:
        self.wished.emit(Do(Action(entry.data())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give letters and function keys to the window, which knows them under both layouts."""
        if letter_of(event.text()) or event.key() >= Qt.Key.Key_F1:
            self.key_pressed.emit(event.key(), event.text())
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the menu was left, by Esc or a click beside it."""
        super().hideEvent(event)
        if self._view is not None and self._view.opened:
            self.wished.emit(CloseSheet())
