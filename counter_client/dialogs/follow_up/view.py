"""The sheet that tells a visitor where a request stands, by its number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from common.text.digits import isolated, quoted
from counter_client.dialogs.follow_up.presenter import FollowUpView, RequestStanding
from counter_client.dialogs.request.update import EXTERNAL_MAX
from counter_client.state.intents import AskRequest, WriteNote
from counter_client.texts.texts import REQUEST_STATES, say
from counter_client.widgets.button import Button, Look
from counter_client.widgets.canvas import Weight
from counter_client.widgets.note_field import NoteField
from counter_client.widgets.sheet_frame import SheetFrame
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words

WIDTH_PX = 820


class FollowUpDialog(SheetFrame):
    """The agent types the number at once; Enter asks the hall, and asks again after another number is typed."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, language, "follow_up", WIDTH_PX, parent)
        self._language = language
        self._line = NoteField(theme, EXTERNAL_MAX)
        self._line.setObjectName("request_line")
        self._line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._state = Words(theme, "lead", colour="primary_dark", weight=Weight.Bold, wrap=True)
        self._state.setObjectName("request_state")
        self._facts = Words(theme, "body", colour="ink", wrap=True)
        self._facts.setObjectName("request_facts")
        self._reply = Words(theme, "body", colour="primary_dark", weight=Weight.DemiBold, wrap=True)
        self._reply.setObjectName("request_reply")
        self._source = Words(theme, "small", colour="ink_soft", wrap=True)
        self._source.setObjectName("request_source")
        self._ask = Button(theme, Look.SEND, "ask_request", 56)
        for widget in (self._line, self._state, self._facts, self._reply, self._source):
            self.body.addWidget(widget)
        self.foot.addWidget(self._ask, 2)
        self._line.written.connect(lambda text: self.wished.emit(WriteNote(text)))
        self._line.sent.connect(lambda: self.wished.emit(AskRequest()))
        self._ask.clicked.connect(lambda: self.wished.emit(AskRequest()))

    def show_view(self, view: FollowUpView | None) -> None:
        """Show the sheet, or hide when it is not open."""
        if view is None:
            self.hide()
            return
        opened = not self.isVisible()
        hint = self.tr("Number on the receipt. For a request of this hall, the last eight digits are enough")
        self._line.show_text(view.typed, "")
        self._line.setAccessibleName(hint)
        told = view.standing
        self._show(self._state, self._state_text(told) if told else self.tr("Searching…") if view.asked else "")
        self._show(self._facts, self._facts_text(told) if told else "")
        self._show(self._reply, self._reply_text(told) if told else "")
        self._show(self._source, self._source_text(told) if told else "")
        self._ask.show_button(self.tr("Search"), "Enter", enabled=not view.asked)
        self.show_frame(self.tr("Find a request"), hint, view.notice)
        if opened:
            self._line.setFocus()

    def _show(self, words: Words, text: str) -> None:
        words.set_text(self._language.number(text))
        self.give_room(words)
        words.setVisible(bool(text))

    def _state_text(self, told: RequestStanding) -> str:
        return f"{isolated(told.shown)}   ·   {say(REQUEST_STATES[told.state])}"

    def _facts_text(self, told: RequestStanding) -> str:
        day = "%d/%m/%Y"
        lines = [
            told.directorate,
            self.tr("Registered on {day}").format(day=isolated(f"{told.registered:{day}}")),
            self.tr("Refer by {day}").format(day=isolated(f"{told.latest:{day}}")),
        ]
        if told.printed_latest != told.latest:
            lines.append(self.tr("On the receipt: {day}").format(day=isolated(f"{told.printed_latest:{day}}")))
        if told.expected:
            lines.append(self.tr("A holiday may change this date."))
        return "\n".join(lines)

    def _reply_text(self, told: RequestStanding) -> str:
        if not told.reply:
            return self.tr("No reply yet.")
        if told.replied is None:
            return self.tr("Reply: {text}").format(text=quoted(told.reply))
        day = isolated(f"{told.replied:%d/%m/%Y}")
        return self.tr("Reply of {day}: {text}").format(day=day, text=quoted(told.reply))

    def _source_text(self, told: RequestStanding) -> str:
        if told.as_of is None:
            return ""
        at = isolated(f"{told.as_of:%d/%m/%Y %H:%M}")
        return self.tr("From another hall ({hall}), as recorded at the centre at {time}").format(
            hall=told.hall, time=at
        )
