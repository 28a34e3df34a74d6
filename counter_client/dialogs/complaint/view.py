"""The sheet with the number of a complaint or suggestion, which the agent gives to the visitor."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from common.text.digits import isolated
from contracts.words.complaints import Nature
from counter_client.dialogs.complaint.presenter import ComplaintTakenView
from counter_client.state.intents import CloseSheet
from counter_client.widgets.button import Button, Look
from counter_client.widgets.canvas import Weight
from counter_client.widgets.sheet_frame import SheetFrame
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words

WIDTH_PX = 760


class ComplaintTakenDialog(SheetFrame):
    """Space, Enter or Esc go on; it is with the hall already."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, language, "complaint_taken", WIDTH_PX, parent)
        self._language = language
        self._number = Words(theme, "title", colour="primary_dark", weight=Weight.Bold, side="centre")
        self._number.setObjectName("complaint_number")
        self._next = Words(theme, "body", colour="ink", wrap=True)
        self._next.setObjectName("complaint_next")
        self._go_on = Button(theme, Look.SEND, "complaint_go_on", 56)
        for words in (self._number, self._next):
            self.body.addWidget(words)
        self.foot.addWidget(self._go_on, 2)
        self._go_on.clicked.connect(lambda: self.wished.emit(CloseSheet()))

    def show_view(self, view: ComplaintTakenView | None) -> None:
        """Show the number, or hide when the sheet is not open."""
        if view is None:
            self.hide()
            return
        complaint = view.nature is Nature.COMPLAINT
        title = self.tr("The complaint is registered") if complaint else self.tr("The suggestion is registered")
        self._number.set_text(isolated(self._language.number(view.number)))
        if view.printed:
            told = self.tr(
                "Give the visitor the paper with the number. Reception can check the status with it at any time."
            )
        else:
            told = self.tr("Write the number down for the visitor. Reception can check the status with it at any time.")
        self._next.set_text(told)
        self.give_room(self._next)
        self._go_on.show_button(self.tr("Continue"), self.tr("Space"))
        ticket = isolated(self._language.number(view.ticket)) if view.ticket else ""
        about = "   ·   ".join(part for part in (ticket, view.service) if part)
        self.show_frame(title, about, view.notice, with_way_back=False)
