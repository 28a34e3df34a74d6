"""A field for a short note; Enter sends, Esc and the function keys are the window's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from qtkit.look.theme import Theme


class NoteField(QLineEdit):
    """One line of text in whichever script is typed."""

    written = Signal(str)  # the text as it stands now
    sent = Signal()

    def __init__(self, theme: Theme, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self.setMaxLength(longest)
        self.setFixedHeight(46)
        self.setFont(theme.font("body"))
        self.setTextMargins(10, 0, 10, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.textEdited.connect(self.written)
        self.textChanged.connect(self._align)
        self._align()

    def show_text(self, text: str, hint: str) -> None:
        """Show `text` without moving the cursor of somebody who is typing it."""
        if text != self.text():
            self.setText(text)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def changeEvent(self, event: QEvent) -> None:
        """Begin on the other side when the language has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        """Begin on the side where the text does; an empty one where the screen and its hint do.

        Qt puts the cursor of an empty field on the side of the keyboard's language: in Arabic far from the hint.
        """
        edge = Qt.AlignmentFlag
        side = edge.AlignLeading
        if not self.text():
            rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            side = (edge.AlignRight if rtl else edge.AlignLeft) | edge.AlignAbsolute
        if self.alignment() != side | edge.AlignVCenter:
            self.setAlignment(side | edge.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send on Enter; leave Esc and function keys to the window."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.sent.emit()
        elif key == Qt.Key.Key_Escape or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
            event.ignore()
        else:
            super().keyPressEvent(event)
