"""How many transactions were done: a figure between fewer and more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from counter_client.state.intents import ChangeQuantity
from counter_client.widgets.button import Button, Look
from counter_client.widgets.canvas import Weight
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words

STEP_PX = 84


class QuantityRow(QWidget):
    """Hidden where no quantity is asked; the arrow keys up and down do what its buttons do."""

    wished = Signal(object)  # counter_client.state.intents.Wish

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quantity")
        self._language = language
        self._text = Words(theme, "body", colour="ink", weight=Weight.DemiBold)
        self._fewer = Button(theme, Look.QUIET, "fewer", 44)
        self._more = Button(theme, Look.QUIET, "more", 44)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        for button, step in ((self._fewer, -1), (self._more, 1)):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.setFixedWidth(STEP_PX)
            button.clicked.connect(lambda _=False, step=step: self.wished.emit(ChangeQuantity(step)))
            row.addWidget(button)

    def show_quantity(self, quantity: int | None, *, busy: bool) -> None:
        """Show the figure, or hide where None."""
        self.setVisible(quantity is not None)
        if quantity is None:
            return
        self._text.set_text(self._language.number(self.tr("Transactions done: {n}").format(n=quantity)))
        self._fewer.show_button("\u2212", "\u2193", enabled=quantity > 1 and not busy)
        self._more.show_button("+", "\u2191", enabled=not busy)
