"""The sheet on which a text is written: an enquiry's question, its answer, who finds it; or a complaint."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from common.text.digits import isolated, quoted
from counter_client.dialogs.complaint.update import LONGEST
from counter_client.dialogs.enquiries.presenter import EnquiryText
from counter_client.state.actions import Action
from counter_client.state.intents import SendText, WriteNote
from counter_client.state.state import NOTE_MAX
from counter_client.texts.enquiry_texts import HINTS, SENDING, TITLES
from counter_client.texts.texts import say
from counter_client.widgets.button import Button, Look
from counter_client.widgets.note_box import NoteBox
from counter_client.widgets.note_field import NoteField
from counter_client.widgets.sheet_frame import SheetFrame
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words

WIDTH_PX = 760
LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight


class EnquiryTextDialog(SheetFrame):
    """One line, or a box for what a visitor complains of, written in at once; Enter sends it."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, language, "enquiry_text", WIDTH_PX, parent)
        self._language = language
        self._question = Words(theme, "body", colour="ink", wrap=True)
        self._question.setObjectName("asked")
        self._hint = Words(theme, "small", colour="ink_soft", wrap=True)
        self._line = NoteField(theme, NOTE_MAX)
        self._line.setObjectName("enquiry_line")
        self._send = Button(theme, Look.SEND, "send_text", 56)
        self._box = NoteBox(theme, LONGEST)
        self._length = Words(theme, "small", colour="ink_soft")
        self._length.setObjectName("length")
        for widget in (self._question, self._hint, self._line, self._box, self._length):
            self.body.addWidget(widget)
        self.foot.addWidget(self._send, 2)
        for field in (self._line, self._box):
            field.written.connect(lambda text: self.wished.emit(WriteNote(text)))
            field.sent.connect(lambda: self.wished.emit(SendText()))
        self._send.clicked.connect(lambda: self.wished.emit(SendText()))

    def show_view(self, view: EnquiryText | None) -> None:
        """Show the line, or hide when none is asked for."""
        if view is None:
            self.hide()
            return
        opened = not self.isVisible()
        hint = say(HINTS[view.asks])
        self._question.setVisible(bool(view.question))
        self._question.set_text(self.tr("Question: {text}").format(text=quoted(view.question)))
        self._hint.set_text(hint)
        self.give_room(self._question, self._hint)
        field = self._show_field(view)
        field.setAccessibleName(hint)
        self._send.show_button(say(SENDING[view.asks]), "Enter", enabled=not view.busy)
        number = isolated(self._language.number(view.number)) if view.number is not None else ""
        ticket = isolated(self._language.number(view.ticket)) if view.ticket else ""
        subtitle = "   ·   ".join(part for part in (ticket, number, view.topic) if part)
        self.show_frame(say(TITLES[view.asks]), subtitle, view.notice)
        if opened:
            field.setFocus()

    def _show_field(self, view: EnquiryText) -> NoteField | NoteBox:
        """Show what is written in where it is written, and return that."""
        long = view.asks is Action.COMPLAINT
        self._line.setVisible(not long)
        self._box.setVisible(long)
        self._length.setVisible(long)
        if long:
            self._box.show_text(view.text)
            self._length.set_text(isolated(self._language.number(f"{len(view.text)} / {LONGEST}")))
            return self._box
        # A telephone number reads from left to right in either language.
        self._line.setLayoutDirection(LEFT_TO_RIGHT if view.asks is Action.CALL_BACK else self.layoutDirection())
        self._line.show_text(view.text, "")
        return self._line
