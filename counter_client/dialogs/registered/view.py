"""The sheet with the numbers of what was registered, the day of referral, and where the receipts come out."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from common.text.digits import isolated
from counter_client.dialogs.registered.presenter import RegisteredView
from counter_client.keyboard.shortcuts import PRINT_DIGIT
from counter_client.state.actions import Action
from counter_client.state.intents import CloseSheet, Do
from counter_client.state.state import Tone
from counter_client.texts.texts import ACTIONS, WALK_UP_NAME, kiosk_name, say
from counter_client.widgets.button import Button, Look
from counter_client.widgets.canvas import Weight
from counter_client.widgets.sheet_frame import SheetFrame
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words

WIDTH_PX = 760
LARGE = 3
"""More numbers than this are written smaller."""


class RegisteredDialog(SheetFrame):
    """Space, Enter or Esc go on; the visit is finished already."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, language, "registered", WIDTH_PX, parent)
        self._language = language
        self._large = Words(theme, "title", colour="primary_dark", weight=Weight.Bold, side="centre", wrap=True)
        self._large.setObjectName("numbers")
        self._small = Words(theme, "body", colour="primary_dark", weight=Weight.Bold, side="centre", wrap=True)
        self._small.setObjectName("many_numbers")
        self._latest = Words(theme, "body", colour="ink", weight=Weight.DemiBold, side="centre")
        self._latest.setObjectName("latest")
        self._expected = Words(theme, "small", colour="ink_soft", side="centre")
        self._expected.setObjectName("expected")
        self._paper = Words(theme, "body", colour="ink_soft", side="centre")
        self._paper.setObjectName("receipt")
        self._again = Button(theme, Look.QUIET, "receipt_again", 52)
        self._again.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._go_on = Button(theme, Look.SEND, "registered_go_on", 56)
        for words in (self._large, self._small, self._latest, self._expected, self._paper):
            self.body.addWidget(words)
        self.foot.addWidget(self._again)
        self.foot.addWidget(self._go_on, 2)
        self._again.clicked.connect(lambda: self.wished.emit(Do(Action.REPRINT)))
        self._go_on.clicked.connect(lambda: self.wished.emit(CloseSheet()))

    def show_view(self, view: RegisteredView | None) -> None:
        """Show the numbers, or hide when the sheet is not open."""
        if view is None:
            self.hide()
            return
        numbers = self._language.number("\n".join(isolated(one) for one in view.numbers))
        for words, shown in ((self._large, len(view.numbers) <= LARGE), (self._small, len(view.numbers) > LARGE)):
            words.set_text(numbers)
            self.give_room(words)
            words.setVisible(shown)
        latest = self.tr("Refer by {day}").format(day=isolated(f"{view.latest:%d/%m/%Y}"))
        self._latest.set_text(self._language.number(latest))
        self._expected.set_text(self.tr("A holiday may change this date."))
        self._expected.setVisible(view.expected)
        self._paper.set_text(self._paper_text(view))
        # Once the printer is known to have failed nobody reads beside it that it prints.
        self._paper.setVisible(view.notice is None or view.notice.tone is not Tone.WARNING)
        self._again.show_button(say(ACTIONS[Action.REPRINT]), self._language.number(PRINT_DIGIT), enabled=not view.busy)
        self._go_on.show_button(self.tr("Continue"), self.tr("Space"))
        title = self.tr("%n request(s) registered", "", len(view.numbers))
        ticket = isolated(self._language.number(view.ticket or say(WALK_UP_NAME)))
        subtitle = "   ·   ".join(part for part in (ticket, view.service) if part)
        self.show_frame(self._language.number(title), subtitle, view.notice, with_way_back=False)

    def _paper_text(self, view: RegisteredView) -> str:
        if view.practising:
            return self.tr("Nothing is printed: this is training.")
        if view.own:
            return self.tr("The printer of this counter prints the receipt.")
        if view.printed_at:
            text = self.tr("The receipt is printed at {kiosk}.").format(kiosk=isolated(kiosk_name(view.printed_at)))
            return self._language.number(text)
        return self.tr("No kiosk can print the receipt now. Write the number down for the visitor.")
