"""The key pad for the staff's PIN: what is typed is shown as dots, never as digits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.screens.staff.texts import StaffTexts
from kiosk.screens.view_data.staff import PinView
from kiosk.screens.widgets.key_pad import KeyPad
from kiosk.visitor.keypad_input import ENTER, ERASE
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.painting import painting
from qtkit.widgets.text import Words

PLACES = 8


class PinDots(QWidget):
    """One place for each digit a PIN may have, filled from the left as they are typed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pin_dots")
        self._theme = theme
        self.typed = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_typed(self, count: int) -> None:
        """Show `count` filled places."""
        self.typed = count
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the row of dots."""
        return QSize(self._theme.px(PLACES * 64), self._theme.px(64))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the dots, left to right in every language, as digits are written."""
        theme = self._theme
        side, step = theme.px(26), theme.px(60)
        left = (self.width() - (PLACES - 1) * step - side) // 2
        with painting(self) as painter:
            for place in range(PLACES):
                painter.setPen(theme.colour("primary"))
                painter.setBrush(theme.colour("primary") if place < self.typed else theme.colour("card"))
                painter.drawEllipse(left + place * step, (self.height() - side) // 2, side, side)


class PinPad(QWidget):
    """Shows one PinView; `key_pressed(str)` is a digit, `erase` or `enter`."""

    key_pressed = Signal(str)

    def __init__(self, theme: Theme, language: Language, texts: StaffTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pin_pad")
        self._language, self._texts = language, texts
        self._view = PinView(0, "", 0, enabled=True)
        self._title = Words(theme, "headline", weight=QFont.Weight.Bold, side="centre", colour="primary_dark")
        self.dots = PinDots(theme)
        self.note = Words(theme, "lead", side="centre", colour="ink", wrap=True)
        self.pad = KeyPad(theme, language, "pin", (ERASE, ENTER))
        self.pad.key_pressed.connect(self.key_pressed)
        # A lying screen is too low for the words above the pad.
        upright = theme.portrait or self.pad.low
        layout = QBoxLayout(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight, self)
        edge = theme.px(40)
        layout.setContentsMargins(edge, theme.px(16), edge, max(theme.px(16), theme.touch_gap_px))
        layout.setSpacing(theme.px(30))
        words = QVBoxLayout()
        words.addStretch(1)
        for part in (self._title, self.dots, self.note):
            words.addWidget(part)
        words.addStretch(0 if upright else 1)
        layout.addLayout(words, stretch=1)
        if upright:
            layout.addWidget(self.pad)
            layout.addStretch(0 if theme.reach else 1)
        else:
            layout.addWidget(self.pad, stretch=1, alignment=Qt.AlignmentFlag.AlignCenter)

    def show_view(self, view: PinView) -> None:
        """Show `view`."""
        self._view = view
        self._title.set_text(self.tr("Staff: enter your PIN"))
        self.dots.show_typed(view.typed)
        self.dots.setAccessibleName(self._language.number(str(view.typed)))
        self.note.set_text(self._texts.pin(view.note, view.wait_s))
        self.note.set_colour("alert" if view.note in {"wrong", "wait", "no_pins"} else "ink")
        self.pad.show_labels({ERASE: self.tr("Delete"), ENTER: self.tr("Enter")}, enabled=view.enabled)

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_view(self._view)
        super().changeEvent(event)
