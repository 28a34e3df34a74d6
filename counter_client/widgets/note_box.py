"""A box for a long text that wraps; Enter sends, Tab goes on, Esc and the function keys are the window's."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qtkit.look.theme import Theme

LINES = 7
_MARGIN_PX = 10
_LEFT_ALONE = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class NoteBox(QPlainTextEdit):
    """One paragraph of at most `longest` letters; what is pasted becomes part of it, its line breaks spaces."""

    written = Signal(str)  # the text as it stands now
    sent = Signal()

    def __init__(self, theme: Theme, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self.setObjectName("note_box")
        self.setFont(theme.font("body"))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + 2 * _MARGIN_PX)
        self.textChanged.connect(self._changed)
        self._align()

    def show_text(self, text: str) -> None:
        """Show `text` without moving the cursor of somebody who is typing it."""
        if text != self.toPlainText():
            with QSignalBlocker(self):  # `written` tells what somebody typed
                self.setPlainText(text)
            self._align()
            self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send on Enter; leave Tab, Esc and function keys to the window."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.sent.emit()
        elif key in _LEFT_ALONE or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the text of what is pasted, as far as there is room for it."""
        room = self._longest - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.insertPlainText(re.sub(r"\s+", " ", source.text())[:room])

    def _changed(self) -> None:
        text = self.toPlainText()
        if len(text) > self._longest:  # a key more than there is room for: it was not typed
            self.textCursor().deletePreviousChar()
            return
        self._align()
        self.written.emit(text)

    def changeEvent(self, event: QEvent) -> None:
        """Begin on the other side when the language has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        """Begin on the side where the text does; an empty one where the screen does.

        Qt knows the direction of a plain text, yet begins each line on the left.
        """
        document = self.document()
        read = document.firstBlock().textDirection() if self.toPlainText().strip() else self.layoutDirection()
        side = Qt.AlignmentFlag.AlignRight if read is Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
        option = document.defaultTextOption()
        if option.alignment() != side:
            option.setAlignment(side)
            document.setDefaultTextOption(option)
