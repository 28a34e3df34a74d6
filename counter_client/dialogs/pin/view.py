"""The sheet on which an agent changes the own PIN: the old one, and the new one twice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from counter_client.dialogs.pin.presenter import PinView
from counter_client.dialogs.pin.update import LONGEST
from counter_client.state.pin_sheet import PinLine, SendPin, WritePin
from counter_client.widgets.button import Button, Look
from counter_client.widgets.canvas import Weight
from counter_client.widgets.note_field import NoteField
from counter_client.widgets.sheet_frame import SheetFrame
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words

WIDTH_PX = 620


class PinDialog(SheetFrame):
    """Tab or the arrows go from line to line; Enter sends. What is typed is shown as dots."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, language, "pin", WIDTH_PX, parent)
        self._language = language
        self._rule = Words(theme, "body", colour="ink_soft", wrap=True)
        self._rule.setObjectName("pin_rule")
        self.body.addWidget(self._rule)
        self._headings: dict[PinLine, Words] = {}
        self._lines: dict[PinLine, NoteField] = {}
        for line in PinLine:
            self._headings[line] = Words(theme, "small", colour="ink_soft", weight=Weight.DemiBold)
            self._lines[line] = self._line(theme, line)
            self.body.addWidget(self._headings[line])
            self.body.addWidget(self._lines[line])
        self._send = Button(theme, Look.SEND, "send_pin", 56)
        self.foot.addWidget(self._send, 2)
        self._send.clicked.connect(lambda: self.wished.emit(SendPin()))

    def _line(self, theme: Theme, line: PinLine) -> NoteField:
        made = NoteField(theme, LONGEST[line])
        made.setObjectName(f"{line.value}_pin_line")
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # digits read from left to right in either language
        made.written.connect(lambda text: self.wished.emit(WritePin(line, text)))
        made.sent.connect(lambda: self.wished.emit(SendPin()))
        return made

    def show_view(self, view: PinView | None) -> None:
        """Show the sheet, or empty and hide it when it is not open."""
        if view is None:
            for field in self._lines.values():
                field.clear()
            self.hide()
            return
        opened = not self.isVisible()
        rule = self.tr(
            "Six digits: not one digit or group again and again (111111, 123123), and not in a row (123456)."
        )
        self._rule.set_text(self._language.number(rule))
        self.give_room(self._rule)
        typed = {PinLine.OLD: view.old, PinLine.NEW: view.new, PinLine.AGAIN: view.again}
        names = {
            PinLine.OLD: self.tr("Old PIN"),
            PinLine.NEW: self.tr("New PIN"),
            PinLine.AGAIN: self.tr("New PIN again"),
        }
        for line, field in self._lines.items():
            self._headings[line].set_text(names[line])
            field.show_text(typed[line], "")
            field.setAccessibleName(names[line])
        self._send.show_button(self.tr("Change"), "Enter", enabled=not view.busy)
        self.show_frame(self.tr("Change PIN"), "", view.notice)
        if opened:
            self._lines[PinLine.OLD].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the lines with the up and down keys."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)
