"""Faults of the demo's printer that a person can choose, to see how kiosk and hall head react."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QMenu, QWidget

from qtkit.look.theme import Theme, font_of

_SMALLEST_PX = 13
"""The demo's kiosk is a small window on a desk: its own type sizes are those of a screen for the hand."""


def desk_font(theme: Theme) -> QFont:
    """Return the font of what lies beside the kiosk."""
    return font_of(max(_SMALLEST_PX, theme.size("small")))


class PaperFaults(QMenu):
    """`wanted(str)`: what is to happen, in the words of printer.emulator.acts."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper_faults")
        self._theme = theme

    def ask(self, at: QPoint) -> None:
        """Offer what can happen, in the language that is shown now, with its upper corner at a point of the screen."""
        self.clear()
        self.setFont(desk_font(self._theme))
        for group in (self._paper(), self._cover(), self._cutter()):
            for words, text in group:
                action = self.addAction(text)
                action.setObjectName(f"fault_{words.split()[0].replace('-', '_')}")
                action.triggered.connect(lambda _checked=False, said=words: self.wanted.emit(said))
            self.addSeparator()
        self.popup(at)

    def _paper(self) -> tuple[tuple[str, str], ...]:
        return (
            ("paper-low", self.tr("The paper is low")),
            ("paper-low 40", self.tr("The paper runs out during the next ticket")),
            ("paper-out", self.tr("The paper runs out")),
            ("refill", self.tr("Put in a new roll")),
        )

    def _cover(self) -> tuple[tuple[str, str], ...]:
        return (
            ("cover-open", self.tr("Open the printer's cover")),
            ("cover-close", self.tr("Close the printer's cover")),
        )

    def _cutter(self) -> tuple[tuple[str, str], ...]:
        return (
            ("cutter-jam", self.tr("Simulate a jam")),
            ("free", self.tr("Clear the jam")),
        )
