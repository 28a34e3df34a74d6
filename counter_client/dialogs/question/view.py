"""A sheet with one question and numbered answers."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from common.text.digits import isolated
from counter_client.dialogs.question.day_lines import DayLines
from counter_client.dialogs.question.presenter import Choice, ChoiceSheet, OthersTurn
from counter_client.dialogs.question.who_sees import WhoSees
from counter_client.keyboard.shortcuts import MORE_DIGIT
from counter_client.state.intents import Choose, ToggleMore
from counter_client.texts.texts import QUESTIONS, USUAL_LENGTH, WALK_UP_NAME, say, word
from counter_client.widgets.button import Button, Look
from counter_client.widgets.canvas import Weight
from counter_client.widgets.quantity_row import QuantityRow
from counter_client.widgets.sheet_frame import SheetFrame
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words

WIDTH_PX, WIDE_PX = 640, 940
ONE_COLUMN, TWO_COLUMNS = 7, 14
"""More answers than this stand in two or three columns, so that a hall with many services fits the smallest window."""
WITH_DIGITS = 9
"""Answers beyond it have no digit: the arrow keys come to them."""


WITHOUT_VISIT = frozenset(
    {
        "break",
        "break_length",
        "break_last",
        "break_turn",
        "sign_out",
        "own_day",
        "walk_up",
        "enquiry_topic",
        "enquiry_channel",
        "enquiry_open",
    }
)


class ChoiceSheetView(SheetFrame):
    """Its buttons are kept and get new texts, so that a repaint never loses the focus."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, language, "choice_sheet", WIDTH_PX, parent)
        self._language = language
        self._codes: list[str] = []
        self._buttons: list[Button] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self._day = DayLines(theme, language)
        self.body.addWidget(self._day)
        self._who_sees = WhoSees(theme)
        self.body.addWidget(self._who_sees)
        self._quantity = QuantityRow(theme, language)
        self._quantity.wished.connect(self.wished)
        self._alone = Words(theme, "body", colour="alert", weight=Weight.DemiBold, wrap=True)
        self._alone.setObjectName("alone")
        self.body.addWidget(self._quantity)
        self.body.addWidget(self._alone)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self._arrows = Words(theme, "small", colour="ink_soft")
        self._arrows.setObjectName("arrows")
        self.body.addWidget(self._arrows)
        self._more = Button(theme, Look.QUIET, "more_of_request", 52)
        self._more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._more.clicked.connect(lambda: self.wished.emit(ToggleMore()))
        self.foot.addWidget(self._more)

    def show_view(self, view: ChoiceSheet | None) -> None:
        """Show the question, or hide when there is none."""
        if view is None:
            self.hide()
            return
        self._codes = [choice.code for choice in view.choices]
        while len(self._buttons) < len(self._codes):
            self._add_button()
        columns = 1 if len(self._codes) <= ONE_COLUMN else 2 if len(self._codes) <= TWO_COLUMNS else 3
        self.card.setFixedWidth(WIDE_PX if columns > 2 else WIDTH_PX)
        for at in (1, 2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        for at, button in enumerate(self._buttons):
            self._grid.addWidget(button, at // columns, at % columns)
            button.setVisible(at < len(view.choices))
            if at < len(view.choices):
                self._show_choice(button, view.choices[at], view)
        self._arrows.set_text(self.tr("Move with the up and down keys, choose with Enter."))
        self._arrows.setVisible(len(view.choices) > WITH_DIGITS)
        self._show_more(view)
        self._day.show_day(view.day)
        self._who_sees.show_text()
        self.give_room(self._who_sees)
        self._who_sees.setVisible(view.day is not None)
        self._quantity.show_quantity(view.quantity, busy=view.busy)
        warnings = self._warnings(view)
        self._alone.set_text("\n".join(warnings))
        self.give_room(self._alone)
        self._alone.setVisible(bool(warnings))
        self.show_frame(say(QUESTIONS[view.question]), self._subtitle_of(view), view.notice)

    def _show_choice(self, button: Button, choice: Choice, view: ChoiceSheet) -> None:
        key = self.tr("Space") if choice.usual and view.space_takes_usual else choice.key
        text = choice.name or self._language.number(self._word(choice.code))
        if choice.usual and view.question == "break_length":
            text = say(USUAL_LENGTH).format(length=text)
        if choice.elsewhere:
            text = self.tr("{service} (waits for another counter)").format(service=text)
        button.show_button(text, self._language.number(key), enabled=not view.busy, chosen=choice.chosen)

    def _word(self, code: str) -> str:
        """Return what an answer says; minutes in full, for which a row of this sheet has the room."""
        return self.tr("%n minute(s)", "", int(code)) if code.isdigit() else word(code)

    def _show_more(self, view: ChoiceSheet) -> None:
        self._more.setVisible(view.more is not None)
        if view.more is not None:
            text = self.tr("Add its number, a phone number or another request")
            shown = f"\u2713  {text}" if view.more else text
            self._more.show_button(shown, self._language.number(MORE_DIGIT), enabled=not view.busy, chosen=view.more)

    def _warnings(self, view: ChoiceSheet) -> list[str]:
        alone = self.tr("Only you serve now: {services}. Tell the hall head before you go.").format(
            services="   ·   ".join(view.alone_for)
        )
        also = self.tr("Colleagues can serve too: {services}").format(
            services="   ·   ".join(turn.service for turn in view.turns[1:])
        )
        return [
            *([alone] if view.alone_for else []),
            *map(self._turn_text, view.turns[:1]),
            *([also] if len(view.turns) > 1 else []),
        ]

    def _turn_text(self, turn: OthersTurn) -> str:
        if turn.back:
            text = self.tr(
                "{service}: %n colleague(s) at prayer or about to go, the first is due back at {time}", "", turn.away
            )
        else:
            text = self.tr("{service}: %n colleague(s) at prayer or about to go", "", turn.away)
        return self._language.number(text).format(service=turn.service, time=self._language.code(turn.back))

    def _subtitle_of(self, view: ChoiceSheet) -> str:
        if view.away is not None:
            return self._language.number(self.tr("%n colleague(s) on a break now", "", view.away)) if view.away else ""
        if view.question in WITHOUT_VISIT:
            return ""
        drafted = self._language.number(self.tr("%n request(s) so far", "", view.drafted)) if view.drafted else ""
        parts = (isolated(self._language.number(view.ticket or say(WALK_UP_NAME))), view.service, drafted)
        return "   ·   ".join(part for part in parts if part)

    def _add_button(self) -> None:
        at = len(self._buttons)
        button = Button(self._theme, Look.MOVE, f"choice_{at + 1}", 54)
        button.clicked.connect(lambda: self.wished.emit(Choose(self._codes[at])))
        self._buttons.append(button)
