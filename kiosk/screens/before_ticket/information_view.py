"""The page before a ticket: what to bring, what to know, and a code that leads to the same service from home."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.screens.view_data.visitor import InformationPage
from kiosk.screens.widgets.qr_code import QrCode
from kiosk.visitor.choosing import TAKE
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.action_button import ActionButton
from qtkit.widgets.painting import draw_card, painting
from qtkit.widgets.text import Words

_BOLD = QFont.Weight.Bold


class InformationScreen(QWidget):
    """Shows one InformationPage; `chosen(str)` says that the visitor wants a ticket anyway."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("information_screen")
        self._theme, self._language = theme, language
        self._view: InformationPage | None = None
        self.service = Words(theme, "headline", weight=_BOLD, colour="primary_dark")
        self.bring = Words(theme, "title", weight=QFont.Weight.DemiBold, colour="primary")
        size = "tile" if theme.portrait else "lead"  # an upright screen has the room
        self.documents = Words(theme, size, wrap=True)
        self.advice = Words(theme, size, colour="ink_soft", wrap=True)
        self.online = Words(theme, "lead", weight=QFont.Weight.DemiBold, side="centre", wrap=True)
        self.code = QrCode(theme, "online_code")
        if theme.large:
            self.code.setMinimumHeight(theme.px(200))
        self.hint = Words(theme, "body", side="centre", colour="ink_soft", wrap=True)
        self.take = ActionButton(theme, "take_button", size="title")
        self.take.setMinimumHeight(theme.touch_px if theme.reach else max(theme.touch_px, theme.px(120)))
        self.take.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.take.clicked.connect(lambda: self.chosen.emit(TAKE))
        self.card, self.from_home = QWidget(self), QWidget(self)
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._theme
        edge, gap = theme.px(40), theme.px(28)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(edge, theme.px(14), edge, theme.px(16))
        layout.setSpacing(gap // 2)
        layout.addWidget(self.service)
        direction = QBoxLayout.Direction.TopToBottom if theme.stacked else QBoxLayout.Direction.LeftToRight
        middle = QBoxLayout(direction)
        middle.setSpacing(gap)
        middle.addWidget(self.card, stretch=3)
        middle.addWidget(self.from_home, stretch=2)
        layout.addLayout(middle, stretch=1)
        layout.addWidget(self.take)
        for box, parts in (
            (self.card, (self.bring, self.documents, self.advice)),
            (self.from_home, (self.online, self.code, self.hint)),
        ):
            inside = QVBoxLayout(box)
            inside.setContentsMargins(gap, gap, gap, gap)
            inside.setSpacing(gap // 2)
            for part in parts:
                inside.addWidget(part, stretch=1 if part is self.code else 0)
        self.card.layout().addStretch(1)  # type: ignore[union-attr]  # a QVBoxLayout, made just above

    def show_view(self, view: InformationPage) -> None:
        """Show `view`."""
        self._view = view
        pick = self._language.pick
        self.service.set_text(pick(view.service_names))
        self.bring.set_text(self.tr("Please have these with you"))
        self.bring.setVisible(bool(view.documents))
        self.documents.set_text("\n".join(f"•  {pick(document)}" for document in view.documents))
        self.documents.setVisible(bool(view.documents))
        self.advice.set_text(pick(view.advice))
        self.advice.setVisible(bool(view.advice))
        self.card.setVisible(bool(view.documents or view.advice))
        self.from_home.setVisible(bool(view.online_url))
        self.online.set_text(pick(view.online))
        self.code.show_code(view.online_url, self.tr("Code that opens the online service on a phone"))
        self.hint.set_text(self.tr("Scan to open it on your phone"))
        all_the_same = self.tr("Continue and take a ticket") if view.online_url else ""
        self.take.set_label(all_the_same or self.tr("Take a ticket"))
        self.setAccessibleName(self.service.text)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint a card below each part."""
        theme = self._theme
        with painting(self) as painter:
            for part in (self.card, self.from_home):
                if part.isVisible():
                    draw_card(painter, part.geometry(), theme.colour("card"), theme.colour("line"), theme.px(22))
