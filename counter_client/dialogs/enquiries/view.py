"""The open enquiries: how old each is, how far it has come, and what can be done with the chosen one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from common.text.digits import isolated, quoted
from counter_client.dialogs.enquiries.presenter import ROWS, EnquiriesSheet, EnquiryRow
from counter_client.keyboard.shortcuts import OTHER_DIGIT, PHONE_DIGIT
from counter_client.state.actions import Action
from counter_client.state.intents import ActOnEnquiry, PickEnquiry, ShowPhone
from counter_client.texts.enquiry_texts import CORRECT, STATES
from counter_client.texts.texts import ACTIONS, minutes, say, word
from counter_client.widgets.button import Button, Look
from counter_client.widgets.sheet_frame import SheetFrame
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words

WIDTH_PX = 1040
"""Room for the way back and three buttons, in the narrowest window."""


class EnquiriesDialog(SheetFrame):
    """Arrows or a click choose; Enter does the next thing, 1 what else can be done, 2 shows the telephone."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, language, "enquiries", WIDTH_PX, parent)
        self._language = language
        self._rows: tuple[EnquiryRow, ...] = ()
        self._hint = Words(theme, "body", colour="ink_soft", side="centre", wrap=True)
        self._hint.setObjectName("enquiries_hint")
        self._buttons = [Button(theme, Look.MOVE, f"enquiry_{at + 1}", 50) for at in range(ROWS)]
        self._question = Words(theme, "body", colour="ink", wrap=True)
        self._question.setObjectName("question")
        self._answer = Words(theme, "body", colour="primary_dark", wrap=True)
        self._answer.setObjectName("answer")
        self._phone = Words(theme, "lead", colour="primary_dark", wrap=True)
        self._phone.setObjectName("phone")
        self._call = Button(theme, Look.MOVE, "show_phone", 56)
        self._other = Button(theme, Look.MOVE, "other_with_enquiry", 56)
        self._act = Button(theme, Look.SEND, "act_on_enquiry", 56)
        for widget in (self._hint, *self._buttons, self._question, self._answer, self._phone):
            self.body.addWidget(widget)
        self.foot.addWidget(self._call, 6)
        self.foot.addWidget(self._other, 6)
        self.foot.addWidget(self._act, 8)  # what is written in its middle has room beside the key alone, on both sides
        for at, button in enumerate(self._buttons):
            button.clicked.connect(lambda _=False, at=at: self._pick(at))
        self._act.clicked.connect(lambda: self.wished.emit(ActOnEnquiry()))
        self._call.clicked.connect(lambda: self.wished.emit(ShowPhone()))
        self._other.clicked.connect(lambda: self.wished.emit(ActOnEnquiry(other=True)))

    def show_view(self, view: EnquiriesSheet | None) -> None:
        """Show them, or hide when their sheet is not open."""
        if view is None:
            self.hide()
            return
        self._rows = view.rows
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(view.rows))
            if at < len(view.rows):
                button.show_button(self._row_text(view.rows[at]), chosen=view.rows[at].chosen)
        self._show_hint(view)
        self._show_chosen(view.chosen)
        self._show_phone(view)
        self.give_room(self._hint, self._question, self._answer, self._phone)
        self._show_step(self._act, view.act, "Enter", view)
        self._show_step(self._other, view.other, self._language.number(OTHER_DIGIT), view)
        self.show_frame(self.tr("Open enquiries"), self._summary(view), view.notice)

    def _show_hint(self, view: EnquiriesSheet) -> None:
        self._hint.setVisible(not view.rows)
        if view.asked:
            self._hint.set_text(self.tr("Searching…"))
        else:
            self._hint.set_text(self.tr("No open enquiries. To record one, open More (F7)."))

    def _show_chosen(self, row: EnquiryRow | None) -> None:
        self._question.setVisible(row is not None)
        self._answer.setVisible(row is not None and bool(row.answer))
        if row is not None:
            asked = self.tr("Question: {text}").format(text=quoted(row.question))
            self._question.set_text(f"{asked}   ·   {word(row.channel.value)}")
            self._answer.set_text(self.tr("Answer: {text}").format(text=quoted(row.answer)))

    def _show_phone(self, view: EnquiriesSheet) -> None:
        has_one = view.chosen is not None and view.chosen.has_phone
        self._call.setVisible(has_one and not view.calls)
        self._call.show_button(
            say(ACTIONS[Action.CALL_BACK]), self._language.number(PHONE_DIGIT), enabled=not view.busy
        )
        self._phone.setVisible(view.calls)
        if view.phone:
            self._phone.set_text(self.tr("Call back: {phone}").format(phone=isolated(view.phone)))
        elif view.phone is None:
            self._phone.set_text(self.tr("Getting the phone number…"))
        else:
            self._phone.set_text(self.tr("No phone number is stored for it any more."))

    def _show_step(self, button: Button, step: Action | None, key: str, view: EnquiriesSheet) -> None:
        button.setVisible(step is not None)
        if step is not None:
            corrected = step is Action.ANSWER and view.chosen is not None and bool(view.chosen.answer)
            text = CORRECT if corrected else ACTIONS[step]
            button.show_button(say(text), key, enabled=not view.busy)

    def _summary(self, view: EnquiriesSheet) -> str:
        if not view.rows:
            return ""
        parts = [
            self.tr("Open: {n}").format(n=view.many),
            self.tr("oldest: {time}").format(time=minutes(view.oldest_s)),
        ]
        if view.many > len(view.rows):
            last = view.first + len(view.rows) - 1
            parts.append(self.tr("shown: {first} to {last}").format(first=view.first, last=last))
        return self._language.number("   ·   ".join(parts))

    def _row_text(self, row: EnquiryRow) -> str:
        state = say(STATES[row.state]).format(to=quoted(row.handed_to))
        parts = (isolated(str(row.number)), row.topic, minutes(row.age_s), state)
        return self._language.number("   ·   ".join(parts))

    def _pick(self, at: int) -> None:
        if at < len(self._rows):
            self.wished.emit(PickEnquiry(self._rows[at].number))
