"""The printer in words for staff: rows of what is asked and what is known."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.screens.staff.texts import StaffTexts
from kiosk.screens.view_data.staff import StatusView
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.painting import draw_card, painting
from qtkit.widgets.text import Words

ROWS = 7


class PrinterStatusScreen(QWidget):
    """Shows one StatusView; times are those of the hall's `zone`."""

    def __init__(self, theme: Theme, language: Language, texts: StaffTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("printer_status")
        self._theme, self._language, self._texts = theme, language, texts
        self._view: StatusView | None = None
        self.zone: ZoneInfo | None = None
        self.title = Words(theme, "headline", weight=QFont.Weight.Bold, colour="primary_dark", wrap=True)
        self.card = QWidget(self)
        self.rows = [
            (Words(theme, "lead", colour="ink_soft"), Words(theme, "lead", weight=QFont.Weight.DemiBold, wrap=True))
            for _ in range(ROWS)
        ]
        grid = QGridLayout(self.card)
        pad = theme.px(36 if theme.portrait else 24)
        grid.setContentsMargins(pad, pad, pad, pad)
        grid.setVerticalSpacing(theme.px(18 if theme.portrait else 4))
        grid.setHorizontalSpacing(theme.px(30))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for at, (label, value) in enumerate(self.rows):
            grid.addWidget(label, at, 0)
            grid.addWidget(value, at, 1)
        layout = QVBoxLayout(self)
        edge = theme.px(40)
        layout.setContentsMargins(edge, theme.px(16), edge, theme.px(16))
        layout.setSpacing(theme.px(20 if theme.portrait else 10))
        layout.addWidget(self.title)
        layout.addWidget(self.card)
        layout.addStretch(1)

    def show_view(self, view: StatusView) -> None:
        """Show `view`."""
        self._view = view
        self.title.set_text(self._texts.printer(view.printer))
        online, away = self.tr("Connected"), self.tr("Not connected")
        if view.certificate_refused:
            away = self._texts.question("network_certificate")[0]
        unknown = self.tr("Not known")
        #: In the staff's page on the printer; %1 is a number of millimetres.
        width = self.tr("%1 mm").replace("%1", str(view.paper_mm))
        told = (
            (self.tr("Paper"), self._texts.paper(view.paper)),
            (self.tr("Good for"), self._texts.tickets_left(view.tickets_left) or unknown),
            (self.tr("Changed"), self._changed(view.changed_at) or unknown),
            (self.tr("By"), view.changed_by or unknown),
            (self.tr("Tickets"), unknown if view.tickets is None else self._texts.tickets_since(view.tickets)),
            (self.tr("Paper width and address"), self._language.number(width) + "  " + _isolated(view.address)),
            (self.tr("Hall service"), online if view.hall_online else away),
        )
        for (label, value), (name, text) in zip(self.rows, told, strict=True):
            label.set_text(name)
            value.set_text(text)

    def _changed(self, at: datetime | None) -> str:
        if at is None:
            return ""
        local = at.astimezone(self.zone or UTC)
        return self._language.code(f"{local:%Y-%m-%d %H:%M}")

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the card behind the rows."""
        theme = self._theme
        with painting(self) as painter:
            draw_card(painter, self.card.geometry(), theme.colour("card"), theme.colour("line"), theme.px(22))


def _isolated(address: str) -> str:
    return f"\u2066{address}\u2069"
