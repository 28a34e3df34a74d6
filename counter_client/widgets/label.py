"""A QLabel of the counter's style sheet, at the side where reading begins."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

Edge = Qt.AlignmentFlag
RIGHT_TO_LEFT_MARK = "\u200f"


class Label(QLabel):
    """Plain text in one of the sheet's looks; `side` is start, centre or end.

    A label that takes no room for its text (QSizePolicy.Ignored) ends with "…" where the text is too long for it.
    """

    def __init__(self, look: str, *, side: str = "start", wrap: bool = False, name: str = "") -> None:
        super().__init__()
        self._side = side
        self._whole = ""
        self.setProperty("look", look)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setIndent(0)  # else Qt moves a text with padding by half a letter, and large texts the most
        self.setObjectName(name)

    def setText(self, text: str) -> None:
        """Show `text` at its side of the language that is shown now."""
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        right = rtl is (self._side == "start")
        edge = Edge.AlignHCenter if self._side == "centre" else Edge.AlignRight if right else Edge.AlignLeft
        # Absolute: Qt would else put a number alone at the left of a right-to-left screen.
        self.setAlignment(edge | Edge.AlignAbsolute | Edge.AlignVCenter)
        # Marked: a line that begins with a Latin number would else run from left to right in Arabic, too.
        self._whole = RIGHT_TO_LEFT_MARK + text if rtl and text else text
        self._fit()

    def text(self) -> str:
        """Return the whole text, also where only its beginning is shown."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the text as the new width has room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Show as much of the text as there is room for in the new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        shown = self._whole
        if self.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored:
            room = self.contentsRect().width()
            shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
            self.setToolTip(self._whole if shown != self._whole else "")
            self.setAccessibleName(self._whole)
        super().setText(shown)

    def show_text(self, text: str, tone: str = "") -> None:
        """Show `text`, hidden where it is empty, in the sheet's `tone`."""
        self.setText(text)
        self.setVisible(bool(text))
        give_tone(self, tone)


def give_tone(widget: QWidget, tone: str) -> None:
    """Show `widget` in another tone of the style sheet."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
