"""The sheet with a request's details: the ministry's number, a few words, the telephone for the reply, one more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from common.text.digits import isolated
from counter_client.dialogs.request.presenter import RequestDetailsView
from counter_client.dialogs.request.update import EXTERNAL_MAX, PHONE_MAX
from counter_client.state.intents import SendRequest, ToggleUrgent, WriteExternal, WriteNote, WritePhone
from counter_client.state.state import NOTE_MAX
from counter_client.texts.texts import WALK_UP_NAME, say
from counter_client.widgets.button import Button, Look
from counter_client.widgets.canvas import Weight
from counter_client.widgets.note_field import NoteField
from counter_client.widgets.sheet_frame import SheetFrame
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words

WIDTH_PX = 860
LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight


class RequestDialog(SheetFrame):
    """Tab or the arrows go from line to line, all of which may stay empty; Enter finishes with all requests."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(theme, language, "request_details", WIDTH_PX, parent)
        self._language = language
        self._before = Words(theme, "small", colour="ink_soft", wrap=True)
        self._before.setObjectName("requests_before")
        self._headings = [Words(theme, "small", colour="ink_soft", weight=Weight.DemiBold) for _ in range(3)]
        self._external = NoteField(theme, EXTERNAL_MAX)
        self._external.setObjectName("external_line")
        self._words = NoteField(theme, NOTE_MAX)
        self._words.setObjectName("subject_line")
        self._phone = NoteField(theme, PHONE_MAX)
        self._phone.setObjectName("reply_phone_line")
        self._urgent = Button(theme, Look.QUIET, "urgent", 44)
        self._another = Button(theme, Look.QUIET, "another_request", 56)
        self._send = Button(theme, Look.SEND, "send_request", 56)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.body.addWidget(self._before)
        for heading, line in zip(self._headings, (self._external, self._words, self._phone), strict=True):
            self.body.addWidget(heading)
            self.body.addWidget(line)
        # Numbers read from left to right in either language.
        for line in (self._external, self._phone):
            line.setLayoutDirection(LEFT_TO_RIGHT)
        self.body.addSpacing(4)
        self.body.addWidget(self._urgent)
        self._another.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.foot.addWidget(self._another)
        self.foot.addWidget(self._send, 8)  # what is written in its middle has room beside the key on both sides

    def _connect(self) -> None:
        self._external.written.connect(lambda text: self.wished.emit(WriteExternal(text)))
        self._words.written.connect(lambda text: self.wished.emit(WriteNote(text)))
        self._phone.written.connect(lambda text: self.wished.emit(WritePhone(text)))
        for line in (self._external, self._words, self._phone):
            line.sent.connect(lambda: self.wished.emit(SendRequest()))
        self._urgent.clicked.connect(lambda: self.wished.emit(ToggleUrgent()))
        self._another.clicked.connect(lambda: self.wished.emit(SendRequest(another=True)))
        self._send.clicked.connect(lambda: self.wished.emit(SendRequest()))

    def show_view(self, view: RequestDetailsView | None) -> None:
        """Show the sheet, or hide when it is not open; the ministry's number is written in at once."""
        if view is None:
            self.hide()
            return
        opened = not self.isVisible()
        self._before.set_text(self._before_text(view))
        self.give_room(self._before)
        self._before.setVisible(bool(view.before))
        for heading, text in zip(self._headings, self._heading_texts(), strict=True):
            heading.set_text(text)
        self._external.show_text(view.external, "")
        self._words.show_text(view.words, view.topic)
        self._phone.show_text(view.phone, "")
        for line, text in zip((self._external, self._words, self._phone), self._heading_texts(), strict=True):
            line.setAccessibleName(text)
        urgent = self.tr("Urgent: can be decided in the hall")
        self._urgent.show_button(f"\u2713  {urgent}" if view.urgent else urgent, chosen=view.urgent)
        self._another.show_button(self.tr("Another request"), enabled=view.room and not view.busy)
        self._send.show_button(self.tr("Register and finish"), "Enter", enabled=not view.busy)
        ticket = isolated(self._language.number(view.ticket or say(WALK_UP_NAME)))
        self.show_frame(view.topic, f"{ticket}   ·   {view.directorate}", view.notice)
        if opened:
            self._external.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through lines and buttons with the up and down keys; Enter presses the button that is come to."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _heading_texts(self) -> tuple[str, str, str]:
        return (
            self.tr("Number in the ministry's system, if any. It is shown to the visitor"),
            self.tr("Subject in a few words, without names"),
            self.tr("Mobile number for the reply, only with the visitor's consent"),
        )

    def _before_text(self, view: RequestDetailsView) -> str:
        lines = ["   ·   ".join(part for part in (topic, who, isolated(number) if number else "") if part)
                 for topic, who, number in view.before]  # fmt: skip
        return self._language.number("\n".join([self.tr("Registered with it:"), *lines]))
