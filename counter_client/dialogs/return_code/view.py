"""The sheet with the code to come back with: what the agent tells the visitor, and where its paper comes out."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from common.text.digits import isolated
from counter_client.dialogs.return_code.presenter import ReturnCodeView
from counter_client.keyboard.shortcuts import PRINT_DIGIT
from counter_client.state.actions import Action
from counter_client.state.intents import CloseSheet, Do
from counter_client.state.state import Tone
from counter_client.texts.texts import ACTIONS, kiosk_name, say
from counter_client.widgets.button import Button, Look
from counter_client.widgets.canvas import Weight
from counter_client.widgets.sheet_frame import SheetFrame
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words

WIDTH_PX = 680


class ReturnCodeDialog(SheetFrame):
    """Space, Enter or Esc go on; the visit is finished already."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, language, "return_code", WIDTH_PX, parent)
        self._language = language
        self._code = Words(theme, "headline", colour="primary_dark", weight=Weight.Bold, side="centre")
        self._code.setObjectName("code")
        self._until = Words(theme, "body", colour="ink", weight=Weight.DemiBold, side="centre")
        self._missing = Words(theme, "body", colour="ink", wrap=True)
        self._paper = Words(theme, "body", colour="ink_soft", wrap=True)
        self._paper.setObjectName("paper")
        self._again = Button(theme, Look.QUIET, "print_again", 52)
        self._again.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._go_on = Button(theme, Look.SEND, "go_on", 56)
        for words in (self._code, self._until, self._missing, self._paper):
            self.body.addWidget(words)
        self.foot.addWidget(self._again)
        self.foot.addWidget(self._go_on, 2)
        self._again.clicked.connect(lambda: self.wished.emit(Do(Action.REPRINT)))
        self._go_on.clicked.connect(lambda: self.wished.emit(CloseSheet()))

    def show_view(self, view: ReturnCodeView | None) -> None:
        """Show the code, or hide when the sheet is not open."""
        if view is None:
            self.hide()
            return
        # Two groups of four: read aloud and typed without losing the place.
        code = f"{view.code[:4]} {view.code[4:]}"
        self._code.set_text(isolated(self._language.number(code)))
        until = self.tr("Valid until {day}").format(day=isolated(f"{view.last_day:%d/%m/%Y}"))
        self._until.set_text(self._language.number(until))
        self._missing.set_text(self.tr("Missing: {documents}").format(documents="   ·   ".join(view.missing)))
        self._missing.setVisible(bool(view.missing))
        self._paper.set_text(self._paper_text(view))
        # Once the printer is known to have failed nobody reads beside it that it prints.
        self._paper.setVisible(view.notice is None or view.notice.tone is not Tone.WARNING)
        self.give_room(self._missing, self._paper)
        self._again.show_button(say(ACTIONS[Action.REPRINT]), self._language.number(PRINT_DIGIT), enabled=not view.busy)
        self._go_on.show_button(self.tr("Continue"), self.tr("Space"))
        ticket = isolated(self._language.number(view.ticket))
        title = self.tr("Return code")
        subtitle = "   ·   ".join(part for part in (ticket if view.ticket else "", view.service) if part)
        self.show_frame(title, subtitle, view.notice, with_way_back=False)

    def _paper_text(self, view: ReturnCodeView) -> str:
        if view.own:
            return self.tr("The printer of this counter prints it.")
        if view.printed_at:
            return self._language.number(
                self.tr("It is printed at {kiosk}.").format(kiosk=isolated(kiosk_name(view.printed_at)))
            )
        return self.tr("No kiosk can print it now. Write the code down for the visitor.")
